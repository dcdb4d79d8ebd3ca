import type { Flavor, JsonObject, JsonValue } from '../../zenml';
import { summaryOf } from './descriptions';
import { isSecret, modelsOf, propertiesOf, requiredKeys } from './json-schema';
import { boundsText, keyRule, type KeyRule } from './key-rule';
import { configurationName, propertyName } from './names';
import { typeText } from './type-text';

/** A key of a flavor's configuration, as the interface has it. */
export interface DescribedKey {
  /** The server's own. */
  readonly key: string;
  readonly property: string;
  readonly type: string;
  readonly required: boolean;
  /** Its documentation, by paragraph. */
  readonly documentation: readonly string[];
  readonly rule: KeyRule | undefined;
}

/** A flavor, as its interface has it. */
export interface DescribedFlavor {
  readonly type: string;
  readonly flavor: string;
  readonly configurationName: string;
  readonly documentation: readonly string[];
  readonly keys: readonly DescribedKey[];
}

const DEPRECATED = /^\W*deprecated(\W+unused)?\W*/i;

const SECRET = 'A secret: give a `secretReference(...)` or a sensitive variable, never a literal.';

/** Describes a flavor; `modelName` says what a model of its schema is declared as. */
export function describeFlavor(
  { type, name, configSchema }: Flavor,
  modelName: (name: string) => string,
): DescribedFlavor {
  const models = new Map(modelsOf(configSchema));
  const required = requiredKeys(configSchema);
  const properties = propertiesOf(configSchema);
  const untyped = properties.map(([key]) => key).filter((key) => propertyName(key) === undefined);
  return {
    type,
    flavor: name,
    configurationName: configurationName(type, name),
    documentation: [
      summaryOf(configSchema) || `Configuration of the flavor \`${name}\`.`,
      untyped.length === 0 ? '' : `Given in \`extra\`: ${untyped.map((key) => `\`${key}\``).join(', ')}.`,
    ],
    keys: properties.flatMap(([key, schema]) => {
      const property = propertyName(key);
      if (property === undefined) return [];
      const rule = keyRule(schema, (member) => resolved(member, models));
      return [
        {
          key,
          property,
          type: topLevelType(typeText({ schema, modelName })),
          required: required.has(key),
          documentation: documentationOf(schema, { rule, required: required.has(key) }),
          rule,
        },
      ];
    }),
  };
}

/** What is said of a key: what it is for, its bounds, its default. */
export function documentationOf(
  schema: JsonObject,
  { rule, required }: { readonly rule?: KeyRule; readonly required: boolean },
): readonly string[] {
  const description = typeof schema.description === 'string' ? schema.description : '';
  const isDeprecated = schema.deprecated === true || DEPRECATED.test(description);
  return [
    isDeprecated ? '' : description,
    boundsText(rule),
    isSecret(schema) ? SECRET : '',
    required ? '' : `@default ${defaultText(schema.default)}`,
    isDeprecated ? `@deprecated ${description.replace(DEPRECATED, '').trim() || 'ZenML no longer uses it.'}` : '',
  ];
}

function defaultText(value: JsonValue | undefined): string {
  if (value === undefined) return "ZenML's own";
  return value === null ? 'none' : `\`${JSON.stringify(value)}\``;
}

/** Terraform may know a switch only when it runs; text, numbers and lists have tokens of their own types. */
function topLevelType(type: string): string {
  return type.split(' | ').includes('boolean') ? `${type} | IResolvable` : type;
}

function resolved(schema: JsonObject, models: ReadonlyMap<string, JsonObject>): JsonObject {
  const { $ref } = schema;
  return typeof $ref === 'string' ? (models.get($ref.slice($ref.lastIndexOf('/') + 1)) ?? schema) : schema;
}

/** By type and name, so that a file changes only where a flavor does. */
export function sortedFlavors(flavors: readonly Flavor[]): readonly Flavor[] {
  const place = ({ type, name }: Flavor) => `${type}/${name}`;
  return [...flavors].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Flavors by component type, in their order. */
export function groupedByType(flavors: readonly DescribedFlavor[]): ReadonlyMap<string, readonly DescribedFlavor[]> {
  const types = [...new Set(flavors.map(({ type }) => type))];
  return new Map(types.map((type) => [type, flavors.filter((flavor) => flavor.type === type)]));
}
