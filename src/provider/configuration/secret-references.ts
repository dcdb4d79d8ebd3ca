import { mapKeyPath, warningDiagnostic, type Diagnostic } from '../../framework';
import { isZenmlError, type CallOptions } from '../../zenml';
import { writtenMap } from '../attributes/attribute-values';
import { didYouMean } from '../failures/nearest';
import type { ProviderClient } from '../server/provider-client';
import type { SplitMap } from './write-only';

const REFERENCE = /^\{\{\s*(\S+?)\.(\S+?)\s*\}\}$/;

interface Reference {
  readonly secret: string;
  readonly key: string;
}

/** The keys of all secrets of a name that the credentials see; undefined where that may not be known. */
type KeysOfSecret = ReadonlySet<string> | undefined;

/** Each secret is looked up once per process: many components refer to the same one. */
const lookups = new WeakMap<ProviderClient, Map<string, Promise<KeysOfSecret>>>();

/**
 * Warns where a configuration refers to a secret, `{{name.key}}`, that neither the server has nor this run, as far as it is planned,
 * makes, or not with that key. It is no error: the run may make it later on.
 */
export async function checkSecretReferences(
  { name, plain, writeOnly }: SplitMap,
  client: ProviderClient,
  options: Pick<CallOptions, 'signal'>,
): Promise<readonly Diagnostic[]> {
  const parts = [
    [name, plain],
    [`${name}_wo`, writeOnly],
  ] as const;
  const checks = parts.flatMap(([attribute, part]) =>
    Object.entries(writtenMap(part)).flatMap(([at, text]) => {
      const reference = referenceIn(text);
      return reference ? [checkReference(reference, { attribute, at }, client, options)] : [];
    }),
  );
  return (await Promise.all(checks)).flat();
}

function referenceIn(text: string): Reference | undefined {
  const [, secret, key] = REFERENCE.exec(text) ?? [];
  return secret !== undefined && key !== undefined ? { secret, key } : undefined;
}

async function checkReference(
  { secret, key }: Reference,
  { attribute, at }: { attribute: string; at: string },
  client: ProviderClient,
  options: Pick<CallOptions, 'signal'>,
): Promise<readonly Diagnostic[]> {
  if (client.expectsSecret(secret, key)) return [];
  const keys = await keysOf(secret, client, options);
  if (keys === undefined || keys.has(key)) return [];
  const lacks =
    keys.size === 0
      ? `the server has no secret "${secret}" that these credentials see`
      : `the secret "${secret}" has no key "${key}".${didYouMean(key, [...keys])}`.replace(/\.$/, '');
  return [
    warningDiagnostic(
      'Secret Reference Not Found',
      `The key "${at}" of \`${attribute}\` refers to a secret that is not there: ${lacks}. Where this run makes it, that is in order: let ` +
        'this component depend on the `zenml_secret`. Otherwise what runs on the component will fail.',
      mapKeyPath(attribute, at),
    ),
  ];
}

function keysOf(secret: string, client: ProviderClient, options: Pick<CallOptions, 'signal'>): Promise<KeysOfSecret> {
  const known = lookups.get(client) ?? new Map<string, Promise<KeysOfSecret>>();
  lookups.set(client, known);
  const lookup = known.get(secret) ?? lookUp(secret, client, options);
  known.set(secret, lookup);
  return lookup;
}

async function lookUp(
  name: string,
  client: ProviderClient,
  options: Pick<CallOptions, 'signal'>,
): Promise<KeysOfSecret> {
  try {
    const secrets = await client.secrets.findByName(name, {}, options);
    const whole = await Promise.all(secrets.map(({ id }) => client.secrets.get(id, options)));
    return new Set(whole.flatMap((secret) => Object.keys(secret?.values ?? {})));
  } catch (error) {
    // What the credentials may not see is not known to be missing, and a plan does not fail for a check of this kind.
    if (isZenmlError(error)) return undefined;
    throw error;
  }
}
