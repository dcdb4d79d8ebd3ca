import { attributePath, errorDiagnostic, mapKeyPath, type AttributePath, type Diagnostic } from '../../framework';
import type { ZenmlError } from '../../zenml';
import { didYouMean, listed } from '../failures/nearest';
import { complaintsOf, concernsConfiguration } from '../failures/refusal';
import type { ConfigSchema } from './config-schema';

/** What is known of a configuration that the server refused. */
export interface RefusedConfiguration {
  /** `flavor s3` */
  readonly of: string;
  readonly configuration: Readonly<Record<string, string>>;
  /** Undefined where the server publishes none. */
  readonly schema: ConfigSchema | undefined;
}

/** A refusal as one diagnostic per key that the server complains of; undefined where it is about something else. */
export function explainRefusedConfiguration(
  error: ZenmlError,
  refused: RefusedConfiguration,
): readonly Diagnostic[] | undefined {
  if (error.code !== 'invalid' && error.code !== 'server') return undefined;
  const detail = error.detail ?? '';
  if (concernsConfiguration(detail)) {
    return complaintsOf(detail).map(({ location: [key, ...inner], message }) =>
      complaint(key, inner, message, refused),
    );
  }
  const mentioned = Object.keys(refused.configuration).filter((key) => mentions(detail, key));
  const [only] = mentioned;
  return only !== undefined && mentioned.length === 1 ? [complaint(only, [], detail, refused)] : undefined;
}

function complaint(
  key: string | undefined,
  inner: readonly string[],
  message: string,
  { of, configuration, schema }: RefusedConfiguration,
): Diagnostic {
  const said = `The server refused the configuration of the ${of}: ${message.replace(/\.$/, '')}`;
  if (key === undefined) return refusal(`${said}. Correct it and apply again.`, attributePath('configuration'));
  const place = inner.length === 0 ? '' : ` (at ${[key, ...inner].join('.')})`;
  if (!Object.hasOwn(configuration, key)) {
    return refusal(
      `${said}${place}. Add the key "${key}" to \`configuration\` and apply again.`,
      mapKeyPath('configuration', key),
    );
  }
  const known =
    schema && !schema.has(key) ? `${didYouMean(key, schema.keys)} It has the keys ${listed(schema.keys)}.` : '';
  return refusal(
    `${said}${place}.${known} Correct the key "${key}" of \`configuration\` and apply again.`,
    mapKeyPath('configuration', key),
  );
}

function refusal(detail: string, path: AttributePath): Diagnostic {
  return errorDiagnostic('Invalid Configuration', detail, path);
}

function mentions(text: string, key: string): boolean {
  return new RegExp(`(?<![\\w-])${key.replace(/[^\w]/g, '\\$&')}(?![\\w-])`).test(text);
}
