import type { Check } from '../checks';
import type { Configuration } from '../configuration';
import type { ConnectorAuth } from './connector-auth';

/** What a connector of any known method takes. */
export interface ConnectorAuthProps {
  /**
   * Settings that this version does not know, by the server's own keys.
   * @default none
   */
  readonly extra?: Configuration;
}

/** What a connector of a known method with secrets takes. */
export interface SecretConnectorAuthProps extends ConnectorAuthProps {
  /**
   * Raise it whenever a secret changes: secrets are in no state, so nothing else tells that there is a new one to send.
   * @default 1
   */
  readonly secretVersion?: number;
}

/** Bounds of the lifetime that a method can give to the credentials it hands out, in seconds. */
export interface ExpirationBounds {
  readonly min?: number;
  readonly max?: number;
}

/** How a connector authenticates by a method that this package knows, and what is known of that. */
export interface TypedConnectorAuth extends ConnectorAuth {
  /** What the connector stores: a credential that somebody must revoke, one that expires by itself, or none. */
  readonly credential: 'long-lived-key' | 'expiring-token' | 'none';
  /** Whether a server refuses the method unless it was started with `ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true`. */
  readonly needsImplicitAuth: boolean;
  /** The types of resource that connectors of the method can be limited to. */
  readonly resourceTypes: readonly string[];
  /** Undefined where the credentials that the method hands out have no lifetime to choose. */
  readonly expirationSeconds: ExpirationBounds | undefined;
  /** What must hold for its settings, beyond their types. */
  readonly checks: readonly Check[];
}

/** True for a value of one of the known methods. */
export function isTypedConnectorAuth(auth: ConnectorAuth): auth is TypedConnectorAuth {
  return 'resourceTypes' in auth;
}

type Secrets = Readonly<Record<string, string | undefined>>;

type Method = Pick<
  TypedConnectorAuth,
  'connectorType' | 'authMethod' | 'credential' | 'needsImplicitAuth' | 'resourceTypes'
> &
  Partial<Pick<TypedConnectorAuth, 'expirationSeconds' | 'checks'>> & {
    readonly configuration: Configuration;
    readonly secrets?: Secrets;
  };

/** The value of a method: what the generated functions return. */
export function typedConnectorAuth(
  { extra, secretVersion }: SecretConnectorAuthProps,
  { configuration, secrets, expirationSeconds, checks = [], ...method }: Method,
): TypedConnectorAuth {
  return {
    ...method,
    expirationSeconds,
    checks,
    configuration: { ...configuration, ...extra },
    ...(secrets && { secretConfiguration: present(secrets), secretVersion }),
  };
}

function present(secrets: Secrets): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
