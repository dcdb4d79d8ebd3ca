import type { AccountKeyOptions } from './account-key';
import type { GcpAuthPattern } from './gcp-auth-pattern';
import { ImpersonationAuth } from './impersonation-auth';
import { ImplicitAuth, type ImplicitAuthOptions } from './implicit-auth';
import { Oauth2TokenAuth, type Oauth2TokenAuthOptions } from './oauth2-token-auth';
import { ServiceAccountKeyAuth } from './service-account-key-auth';
import { UserAccountAuth, type UserAccountAuthOptions } from './user-account-auth';
import { WorkloadIdentityAuth, type WorkloadIdentityAuthOptions } from './workload-identity-auth';

/** How connectors authenticate to Google Cloud: one of the patterns below, chosen per environment. */
export type GcpAuth = GcpAuthPattern;

/** The patterns. */
export const GcpAuth = {
  /**
   * A key of a service account with all permissions. Clients get tokens that expire within the hour. Where no key is given,
   * terraform makes one and keeps it in its state, so the environment must set `allowKeyInState`.
   */
  serviceAccountKey: (options?: AccountKeyOptions): GcpAuth => new ServiceAccountKeyAuth(options),
  /**
   * A key of a service account that may only make tokens of another, which has the permissions. Where no key is given,
   * terraform makes one and keeps it in its state, so the environment must set `allowKeyInState`.
   */
  impersonation: (options?: AccountKeyOptions): GcpAuth => new ImpersonationAuth(options),
  /**
   * No key: the ZenML server proves what it runs as, on AWS (as ZenML Pro does) or by tokens of any OpenID Connect issuer, and
   * gets tokens of a service account for that. It must be started with `ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true`, or it refuses
   * the connector.
   */
  workloadIdentity: (options: WorkloadIdentityAuthOptions): GcpAuth => new WorkloadIdentityAuth(options),
  /**
   * No key: what the ZenML server runs as in Google Cloud has the permissions. The server must be started with
   * `ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true`, or it refuses the connector.
   */
  implicit: (options: ImplicitAuthOptions): GcpAuth => new ImplicitAuth(options),
  /** The token of a person, with the permissions of that person, that does not expire by itself. For trying things out. */
  userAccount: (options: UserAccountAuthOptions): GcpAuth => new UserAccountAuth(options),
  /** A token that expires within the hour, and that somebody must replace until then. */
  oauth2Token: (options: Oauth2TokenAuthOptions): GcpAuth => new Oauth2TokenAuth(options),
} as const;
