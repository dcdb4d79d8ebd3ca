import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject } from '../../zenml';

/** Where a configuration does not fit its schema. */
export interface Misfit {
  /** The key, then the steps inside its value. */
  readonly location: readonly string[];
  readonly keyword: string;
  /** `must be boolean` */
  readonly message: string;
}

/** Says where a configuration does not fit. */
export type SchemaValidator = (configuration: JsonObject) => readonly Misfit[];

let ajv: Promise<Ajv2020> | undefined;
const validators = new WeakMap<JsonObject, Promise<SchemaValidator | undefined>>();

/** The validator of a schema, compiled once; undefined for a schema that is none. ajv is loaded with the first one. */
export function validatorOf(schema: JsonObject): Promise<SchemaValidator | undefined> {
  const known = validators.get(schema) ?? compiled(schema);
  validators.set(schema, known);
  return known;
}

async function compiled(schema: JsonObject): Promise<SchemaValidator | undefined> {
  ajv ??= load();
  try {
    const validate = (await ajv).compile(schema);
    return (configuration) => misfits(validate, configuration);
  } catch {
    return undefined;
  }
}

/** Servers publish what pydantic makes, with keywords of its own and regular expressions of Python. */
async function load(): Promise<Ajv2020> {
  const { Ajv2020: Validator } = await import('ajv/dist/2020.js');
  return new Validator({
    strict: false,
    allErrors: true,
    validateFormats: false,
    validateSchema: false,
    meta: false,
    addUsedSchema: false,
    unicodeRegExp: false,
    logger: false,
    code: { optimize: false },
  });
}

function misfits(validate: ValidateFunction, configuration: JsonObject): readonly Misfit[] {
  validate(configuration);
  return (validate.errors ?? []).map(misfit);
}

function misfit({ instancePath, keyword, message = 'does not fit', params }: ErrorObject): Misfit {
  const location = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const allowed: unknown = (params as Readonly<Record<string, unknown>>).allowedValues;
  const among = Array.isArray(allowed) ? `: ${allowed.map((value) => JSON.stringify(value)).join(', ')}` : '';
  return { location, keyword, message: `${message}${among}` };
}
