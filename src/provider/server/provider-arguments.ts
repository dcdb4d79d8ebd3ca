import { isSet, isUnknown, type AttributeValue, type Diagnostic } from '../../framework';
import { isUnencrypted, type ZenmlClientOptions } from '../../zenml';
import { parseDuration } from '../attributes/duration';
import { BOTH_CREDENTIALS, NO_CREDENTIALS, NO_URL, TLS_REQUIRED, UNENCRYPTED } from '../failures/refused-arguments';
import type { ProviderSettings } from './provider-client';
import type { ProviderModel } from '../schemas/provider-schema';

/** Environment variables that stand in for what is not configured. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The provider's arguments, as the client takes them. */
export interface ProviderArguments {
  /** Undefined where an error is among the diagnostics. */
  readonly options?: ZenmlClientOptions;
  readonly settings: ProviderSettings;
  readonly diagnostics: readonly Diagnostic[];
}

/** True while the configuration holds values without which no server can be asked, and which come with the apply. */
export function isUnknownYet({ server_url, api_key, api_token, ca_certificate }: ProviderModel): boolean {
  return (
    isUnknown(server_url) ||
    isUnknown(ca_certificate) ||
    (isUnknown(api_key) && !isSet(api_token)) ||
    (isUnknown(api_token) && !isSet(api_key))
  );
}

/** Reads the provider's arguments. What is configured goes before the environment. */
export function readArguments(config: ProviderModel, variables: Variables): ProviderArguments {
  const settings = { adoptExisting: config.adopt_existing === true, skipValidation: config.skip_validation === true };
  const serverUrl = given(config.server_url) ?? given(variables.ZENML_SERVER_URL);
  const credentials = credentialsOf(config, variables);
  const missing = [
    ...(serverUrl === undefined ? [NO_URL] : []),
    ...(credentials === undefined ? [NO_CREDENTIALS] : []),
  ];
  if (serverUrl === undefined || credentials === undefined) return { settings, diagnostics: missing };
  const isOpen = isUnencrypted(serverUrl);
  if (isOpen && config.require_tls === true) return { settings, diagnostics: [TLS_REQUIRED] };
  const caCertificate = given(config.ca_certificate) ?? given(variables.ZENML_CA_CERTIFICATE);
  const requestTimeout = isSet(config.request_timeout) ? parseDuration(config.request_timeout) : undefined;
  return {
    options: {
      serverUrl,
      ...credentials,
      ...(caCertificate !== undefined && { caCertificate }),
      ...(requestTimeout !== undefined && { requestTimeout }),
      ...(isSet(config.max_retries) && { maxRetries: Number(config.max_retries) }),
    },
    settings,
    diagnostics: [
      ...(given(config.api_key) !== undefined && given(config.api_token) !== undefined ? [BOTH_CREDENTIALS] : []),
      ...(isOpen ? [UNENCRYPTED] : []),
    ],
  };
}

/** A key goes before a token, since keys do not expire. */
function credentialsOf(
  { api_key, api_token }: ProviderModel,
  variables: Variables,
): Pick<ZenmlClientOptions, 'apiKey' | 'apiToken'> | undefined {
  const apiKey = given(api_key);
  if (apiKey !== undefined) return { apiKey };
  const apiToken = given(api_token);
  if (apiToken !== undefined) return { apiToken };
  const keyVariable = given(variables.ZENML_API_KEY);
  if (keyVariable !== undefined) return { apiKey: keyVariable };
  const tokenVariable = given(variables.ZENML_API_TOKEN);
  return tokenVariable === undefined ? undefined : { apiToken: tokenVariable };
}

function given(value: AttributeValue<string> | undefined): string | undefined {
  return isSet(value) && value.trim() !== '' ? value : undefined;
}
