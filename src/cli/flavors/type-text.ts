import { isJsonObject, type JsonObject, type JsonValue } from '../../zenml';
import { alternativesOf, isList, propertiesOf, requiredKeys, schemasIn, type SchemaInContext } from './json-schema';
import { propertyText } from './names';

/** The TypeScript type of what a schema describes, without null: a key that is left out says the same. */
export function typeText({ schema, modelName }: SchemaInContext): string {
  const texts = alternativesOf(schema).map((member) => alternativeText({ schema: member, modelName }));
  return [...new Set(texts)].join(' | ') || 'never';
}

function alternativeText({ schema, modelName }: SchemaInContext): string {
  if (typeof schema.$ref === 'string') return modelName(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1));
  if (schema.const !== undefined) return literalText(schema.const);
  if (isList(schema.enum))
    return schema.enum
      .filter((value) => value !== null)
      .map(literalText)
      .join(' | ');
  if (isList(schema.type)) {
    const members = schema.type.filter((type) => type !== 'null').map((type) => ({ ...schema, type }));
    return members.map((member) => alternativeText({ schema: member, modelName })).join(' | ');
  }
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return listText({ schema, modelName });
    case 'object':
      return objectText({ schema, modelName });
    default:
      return 'ConfigurationValue';
  }
}

function listText({ schema, modelName }: SchemaInContext): string {
  const entries = schemasIn(schema.prefixItems).map((entry) => typeText({ schema: entry, modelName }));
  if (entries.length > 0) return `readonly [${entries.join(', ')}]`;
  const item = isJsonObject(schema.items) ? typeText({ schema: schema.items, modelName }) : 'ConfigurationValue';
  return /[ |]/.test(item) ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function objectText({ schema, modelName }: SchemaInContext): string {
  const properties = propertiesOf(schema);
  if (properties.length > 0) return `{ ${properties.map(memberText(schema, modelName)).join('; ')} }`;
  const { additionalProperties } = schema;
  if (!isJsonObject(additionalProperties) || Object.keys(additionalProperties).length === 0) return 'Configuration';
  return `Readonly<Record<string, ${typeText({ schema: additionalProperties, modelName })}>>`;
}

function memberText(parent: JsonObject, modelName: SchemaInContext['modelName']) {
  const required = requiredKeys(parent);
  return ([key, schema]: readonly [string, JsonObject]) =>
    `readonly ${propertyText(key)}${required.has(key) ? '' : '?'}: ${typeText({ schema, modelName })}`;
}

function literalText(value: JsonValue): string {
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : JSON.stringify(value);
}
