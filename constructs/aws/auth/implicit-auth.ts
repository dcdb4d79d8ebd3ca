import type { Construct } from 'constructs';
import { addChecks } from '../../checks';
import { AwsConnectorAuth } from '../../connectors/generated/aws';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import { allowRole, provideRole, type IRole } from './role';
import { LONGEST_SESSION, sessionChecks, type SessionOptions } from './session-length';

/** What the keyless pattern takes where the ZenML server assumes a role. */
export interface AssumedRoleOptions extends SessionOptions {
  /**
   * Whether the server assumes a role with the permissions of the stack.
   * @default true
   */
  readonly assumeRole?: true;
  /**
   * ARN of the role or user that the ZenML server runs as: only it may assume the role.
   * @default any identity of the account whose own policies allow it to assume the role
   */
  readonly serverPrincipalArn?: string;
  /**
   * A role that exists already and trusts what the server runs as. It gets the permissions as one more inline policy.
   * @default a new one
   */
  readonly role?: IRole;
}

/** What the keyless pattern takes where the ZenML server acts as what it runs as. */
export interface ServerRoleOptions {
  /** Clients then get the credentials of the server, with all that these may do. Prefer a role of its own. */
  readonly assumeRole: false;
  /**
   * The role that the server runs as, an `IamRole` or `DataAwsIamRole`. It gets the permissions as one more inline policy.
   * @default none; whatever the server runs as must have the permissions already
   */
  readonly serverRole?: IRole;
}

/** What the keyless pattern takes. */
export type ImplicitAuthOptions = AssumedRoleOptions | ServerRoleOptions;

/** The ZenML server authenticates as what it runs as, and assumes a role with the permissions. No key exists. */
export class ImplicitAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.implicit()';
  readonly credential = 'none';
  readonly needsImplicitAuth = true;
  readonly makesKey = false;
  readonly identityExists: boolean;

  constructor(private readonly options: ImplicitAuthOptions = {}) {
    this.identityExists = options.assumeRole === false || options.role !== undefined;
  }

  provision(scope: Construct, request: AwsIdentityRequest): AwsIdentity {
    return this.options.assumeRole === false
      ? actAsServer(scope, request, this.options)
      : assumeRole(scope, request, this.options);
  }
}

function assumeRole(scope: Construct, request: AwsIdentityRequest, options: AssumedRoleOptions): AwsIdentity {
  const { resourcePrefix, accountId, region, statements, tags } = request;
  const { serverPrincipalArn, role: existing, expirationSeconds } = options;
  addChecks(scope, sessionChecks(expirationSeconds, LONGEST_SESSION.chainedRole));
  const role = provideRole(scope, existing, {
    roleName: resourcePrefix,
    description: 'What ZenML pipelines may do; assumed by the ZenML server',
    trusted: { kind: 'AWS', identifiers: [serverPrincipalArn ?? accountId] },
    statements: () => statements,
    tags,
  });
  return {
    identityName: role.roleName,
    identityArn: role.roleArn,
    auth: AwsConnectorAuth.implicit({ region, roleArn: role.roleArn }),
    expirationSeconds,
    dependencies: role.dependencies,
  };
}

function actAsServer(scope: Construct, request: AwsIdentityRequest, { serverRole }: ServerRoleOptions): AwsIdentity {
  const { resourcePrefix, region, statements } = request;
  return {
    identityName: serverRole?.name,
    identityArn: serverRole?.arn,
    auth: AwsConnectorAuth.implicit({ region }),
    dependencies: serverRole ? [allowRole(scope, serverRole.name, resourcePrefix, statements)] : [],
  };
}
