import type { Dispatcher } from 'undici';
import type { ConfigureRequest, Diagnostic, Outcome } from '../../framework';
import { ZenmlError } from '../../zenml';
import { tooOld, unusable } from '../failures/refused-arguments';
import { isUnknownYet, readArguments, type Variables } from './provider-arguments';
import { ProviderClient } from './provider-client';
import type { ProviderModel } from '../schemas/provider-schema';
import { OLDEST_VERSION, isOlder } from './server-version';

/** Where the provider looks besides its configuration, and what sends its requests. */
export interface ConfigureEnvironment {
  /** Default: those of the process. */
  readonly variables?: Variables;
  /** Default: one of the client's own. */
  readonly dispatcher?: Dispatcher;
}

/**
 * The client for a provider configuration, logged in, so that a wrong key shows here and not once per resource. At the same time
 * the server is asked for its version, unless that is skipped. No client and no error: the configuration is not known yet.
 */
export async function configure(
  { config, terraformVersion, context: { signal } }: ConfigureRequest<ProviderModel>,
  { variables = process.env, dispatcher }: ConfigureEnvironment,
): Promise<Outcome<ProviderClient>> {
  if (isUnknownYet(config)) return { diagnostics: [] };
  const { options, settings, diagnostics } = readArguments(config, variables);
  if (options === undefined) return { diagnostics };
  const userAgent = `cdktf-zenml terraform/${terraformVersion}`;
  let client: ProviderClient | undefined;
  try {
    client = new ProviderClient({ ...options, userAgent, ...(dispatcher && { dispatcher }) }, settings);
    const refusal = await refusalOf(client, { signal, asksVersion: config.skip_version_check !== true });
    if (refusal === undefined) return { value: client, diagnostics };
    await client.close();
    return { diagnostics: [...diagnostics, refusal] };
  } catch (error) {
    if (!(error instanceof ZenmlError)) throw error;
    await client?.close();
    return { diagnostics: [...diagnostics, unusable(error, options)] };
  }
}

/** Why the server is not to be used; fails where it cannot be. What is wrong with its address goes before a refused login. */
async function refusalOf(
  client: ProviderClient,
  { signal, asksVersion }: { readonly signal: AbortSignal; readonly asksVersion: boolean },
): Promise<Diagnostic | undefined> {
  const [info, login] = await Promise.allSettled([
    asksVersion ? client.serverInfo({ signal }) : undefined,
    client.logIn({ signal }),
  ]);
  if (info.status === 'rejected') throw info.reason;
  if (info.value && isOlder(info.value.version, OLDEST_VERSION)) return tooOld(info.value.version);
  if (login.status === 'rejected') throw login.reason;
  return undefined;
}
