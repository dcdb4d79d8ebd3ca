import {
  errorDiagnostic,
  isSet,
  isUnknown,
  mapKeyPath,
  warningDiagnostic,
  attributePath,
  type Diagnostic,
} from '../../framework';
import { soundsSecret, withoutUrlCredentials, type JsonObject } from '../../zenml';
import { didYouMean, listed } from '../failures/nearest';
import type { ConfigSchema } from './config-schema';
import { expectedValue } from './expected-value';
import { validatorOf, type Misfit } from './schema-validator';
import { mergedMap, type SplitMap } from './write-only';

/** A planned configuration and what is known of what it should be. */
export interface ConfigurationInQuestion {
  readonly configuration: SplitMap;
  readonly schema: ConfigSchema;
  /** `flavor "s3" of artifact_store` */
  readonly of: string;
  /** What the server does with keys that it does not know, asked for only where there is one. */
  readonly unknownKeys: (keys: readonly string[]) => Promise<UnknownKeyPolicy>;
}

/** What becomes of a key that the schema does not have. */
export interface UnknownKeyPolicy {
  /** False where the server takes it and nothing comes of it. */
  readonly isRefused: (key: string) => boolean;
  /** `The server drops it.` */
  readonly consequence: string;
}

/** Names what the server would refuse of a configuration, or take and forget, at each key. Unknown values are passed over. */
export async function checkConfiguration(question: ConfigurationInQuestion): Promise<readonly Diagnostic[]> {
  const { configuration, schema, of } = question;
  const validate = await validatorOf(schema.schema);
  const written = mergedMap(configuration);
  const unknown = schema.hasKeys ? Object.keys(written).filter((key) => !schema.has(key)) : [];
  const diagnostics = [...missingKeys(question), ...(await unknownKeyDiagnostics(unknown, question))];
  if (validate === undefined) return [...diagnostics, notChecked(configuration.name, of)];
  const known = Object.entries(written).filter(([key]) => schema.has(key));
  const read: JsonObject = Object.fromEntries(known.map(([key, text]) => [key, schema.read(key, text)]));
  const byKey = new Map<string, Misfit[]>();
  for (const misfit of validate(read)) {
    const [key] = misfit.location;
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), misfit]);
  }
  return [...diagnostics, ...[...byKey].map(([key, misfits]) => wrongValue(key, misfits, question))];
}

/** The path of a key in the part of the configuration that has it, or should. */
function pathOf(key: string, { name, writeOnly }: SplitMap) {
  const isWriteOnly = isSet(writeOnly) && Object.hasOwn(writeOnly, key);
  return mapKeyPath(isWriteOnly ? `${name}_wo` : name, key);
}

function missingKeys({ configuration, schema, of }: ConfigurationInQuestion): readonly Diagnostic[] {
  const { name, plain, writeOnly } = configuration;
  if (isUnknown(plain) || isUnknown(writeOnly)) return [];
  const given = [...Object.keys(plain ?? {}), ...Object.keys(writeOnly ?? {})];
  return schema.required
    .filter((key) => !given.includes(key))
    .map((key) =>
      errorDiagnostic(
        'Missing Configuration',
        `\`${name}\` lacks the key "${key}", which the ${of} needs. Add it${schema.isSecret(key) ? ` there or to \`${name}_wo\`` : ''}. ` +
          `The ${of} cannot do without ${listed(schema.required)}.`,
        mapKeyPath(name, key),
      ),
    );
}

async function unknownKeyDiagnostics(
  keys: readonly string[],
  { configuration, schema, of, unknownKeys }: ConfigurationInQuestion,
): Promise<readonly Diagnostic[]> {
  if (keys.length === 0) return [];
  const { isRefused, consequence } = await unknownKeys(keys);
  return keys.map((key) => {
    const has = schema.keys.length === 0 ? 'It has no keys.' : `It has ${listed(schema.keys)}.`;
    const detail = `The ${of} has no key "${key}". ${consequence}${didYouMean(key, schema.keys)} ${has} Correct the key or remove it.`;
    const diagnostic = isRefused(key) ? errorDiagnostic : warningDiagnostic;
    return diagnostic('Unknown Configuration Key', detail, pathOf(key, configuration));
  });
}

function wrongValue(key: string, misfits: readonly Misfit[], question: ConfigurationInQuestion): Diagnostic {
  const { configuration, schema, of } = question;
  const path = pathOf(key, configuration);
  const isHidden =
    schema.isSecret(key) ||
    soundsSecret(key) ||
    (isSet(configuration.writeOnly) && Object.hasOwn(configuration.writeOnly, key));
  const written = mergedMap(configuration)[key] ?? '';
  const is = isHidden ? 'has a value that does not fit' : `is ${shortened(written)}`;
  const inner = misfits.filter(({ location, keyword }) => location.length > 1 && keyword !== 'anyOf');
  const fault =
    inner.length === 0
      ? `The ${of} wants ${expectedValue(schema.alternativesOf(key))}.`
      : `${inner.map(({ location, message }) => `${location.slice(1).join('.')} ${message}`).join('; ')}.`;
  return errorDiagnostic('Invalid Configuration', `The key "${key}" ${is}. ${fault} Correct it.`, path);
}

function notChecked(name: string, of: string): Diagnostic {
  return warningDiagnostic(
    'Configuration Not Checked',
    `The server publishes no usable schema for the ${of}, so \`${name}\` could not be checked. The server says what is wrong with it, ` +
      'if anything, when it is applied.',
    attributePath(name),
  );
}

const LONGEST_VALUE = 80;

function shortened(value: string): string {
  const text = withoutUrlCredentials(value);
  return JSON.stringify(text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text);
}
