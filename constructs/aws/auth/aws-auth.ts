import type { KeyAuthOptions } from './access-key';
import type { AwsAuthPattern } from './aws-auth-pattern';
import { FederationTokenAuth, type FederationTokenAuthOptions } from './federation-token-auth';
import { IamRoleAuth, type IamRoleAuthOptions } from './iam-role-auth';
import { ImplicitAuth, type ImplicitAuthOptions } from './implicit-auth';
import { SecretKeyAuth } from './secret-key-auth';
import { SessionTokenAuth, type SessionTokenAuthOptions } from './session-token-auth';
import { StsTokenAuth, type StsTokenAuthOptions } from './sts-token-auth';

/** How connectors authenticate to AWS: one of the patterns below, chosen per environment. */
export type AwsAuth = AwsAuthPattern;

/**
 * The patterns. Where one holds a key and none is given, terraform makes the key and keeps it in its state: the environment
 * must set `allowKeyInState`.
 */
export const AwsAuth = {
  /** A key that may only assume a role: clients get tokens that expire within the hour. */
  iamRole: (options?: IamRoleAuthOptions): AwsAuth => new IamRoleAuth(options),
  /** A key with all permissions, which every client gets as it is. Prefer `iamRole()`. */
  secretKey: (options?: KeyAuthOptions): AwsAuth => new SecretKeyAuth(options),
  /** A key with all permissions: clients get session tokens with the same permissions, for up to 36 hours. */
  sessionToken: (options?: SessionTokenAuthOptions): AwsAuth => new SessionTokenAuth(options),
  /** A key with all permissions: clients get tokens limited to the resource they are for, for up to 36 hours. */
  federationToken: (options?: FederationTokenAuthOptions): AwsAuth => new FederationTokenAuth(options),
  /**
   * No key: the ZenML server assumes a role as what it runs as (an instance profile, an EKS or ECS role). The server must be
   * started with `ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true`, or it refuses the connector.
   */
  implicit: (options?: ImplicitAuthOptions): AwsAuth => new ImplicitAuth(options),
  /** A token that somebody got elsewhere, until it expires. */
  stsToken: (options: StsTokenAuthOptions): AwsAuth => new StsTokenAuth(options),
} as const;
