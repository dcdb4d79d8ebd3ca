import type { AwsAuthPattern } from './aws-auth-pattern';
import { IamRoleAuth } from './iam-role-auth';
import { ImplicitAuth, type ImplicitAuthOptions } from './implicit-auth';
import { SecretKeyAuth } from './secret-key-auth';

/** How connectors authenticate to AWS: one of the patterns below, chosen per environment. */
export type AwsAuth = AwsAuthPattern;

/** The patterns. */
export const AwsAuth = {
  /**
   * A key that may only assume a role: clients get tokens that expire within the hour. Terraform makes the key and keeps it
   * in its state, so the environment must set `allowKeyInState`.
   */
  iamRole: (): AwsAuth => new IamRoleAuth(),
  /**
   * A key with all permissions, which every client gets as it is. Terraform makes it and keeps it in its state, so the
   * environment must set `allowKeyInState`. Prefer `iamRole()`.
   */
  secretKey: (): AwsAuth => new SecretKeyAuth(),
  /**
   * No key: the ZenML server assumes a role as what it runs as (an instance profile, an EKS or ECS role). The server must be
   * started with `ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true`, or it refuses the connector.
   */
  implicit: (options?: ImplicitAuthOptions): AwsAuth => new ImplicitAuth(options),
} as const;
