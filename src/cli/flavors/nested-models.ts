import type { Flavor, JsonObject } from '../../zenml';
import { docComment } from './doc-comment';
import { documentationOf } from './described-flavor';
import { summaryOf } from './descriptions';
import { isList, modelsOf, propertiesOf, requiredKeys } from './json-schema';
import { pascalCase, propertyText } from './names';
import { typeText } from './type-text';

/** The models within configurations. Their keys are the server's, since they reach it as they are written. */
export interface NestedModels {
  /** The name that a flavor's model is declared under. */
  nameFor(flavor: Flavor, model: string): string;
  /** The declarations by name. */
  readonly declarations: ReadonlyMap<string, string>;
}

/** Declares each model of some flavors once; where several differ under one name, the later ones carry the name of their flavor. */
export function nestedModels(flavors: readonly Flavor[]): NestedModels {
  const schemas = new Map<string, string>();
  const names = new Map<Flavor, ReadonlyMap<string, string>>();
  for (const flavor of flavors) {
    const own = modelsOf(flavor.configSchema).map(([model, schema]) => {
      const text = JSON.stringify(schema);
      const plain = pascalCase(model);
      const name =
        (schemas.get(plain) ?? text) === text ? plain : `${pascalCase(flavor.name)}${pascalCase(flavor.type)}${plain}`;
      schemas.set(name, text);
      return [model, name] as const;
    });
    names.set(flavor, new Map(own));
  }
  const nameFor = (flavor: Flavor, model: string) => names.get(flavor)?.get(model) ?? 'ConfigurationValue';
  const declarations = flavors.flatMap((flavor) =>
    modelsOf(flavor.configSchema).map(([model, schema]) => {
      const name = nameFor(flavor, model);
      return [name, declaration(name, schema, (reference) => nameFor(flavor, reference))] as const;
    }),
  );
  return { nameFor, declarations: new Map(declarations.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function declaration(name: string, schema: JsonObject, modelName: (name: string) => string): string {
  const properties = propertiesOf(schema);
  const documentation = docComment([summaryOf(schema) || `\`${name}\`, as configurations hold it.`]);
  if (isList(schema.enum) || properties.length === 0) {
    return `${documentation}export type ${name} = ${typeText({ schema, modelName })};\n`;
  }
  const required = requiredKeys(schema);
  const members = properties.map(([key, property]) => {
    const comment = docComment(documentationOf(property, { required: required.has(key) }), '  ');
    const type = typeText({ schema: property, modelName });
    return `${comment}  readonly ${propertyText(key)}${required.has(key) ? '' : '?'}: ${type};\n`;
  });
  return `${documentation}export interface ${name} {\n${members.join('')}}\n`;
}
