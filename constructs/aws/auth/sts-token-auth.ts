import type { Construct } from 'constructs';
import { addChecks } from '../../checks';
import { AwsConnectorAuth } from '../../connectors/generated/aws';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import { allowRole, type IRole } from './role';

/** What the pattern with a token from elsewhere takes. */
export interface StsTokenAuthOptions {
  /** Its parts, of which the last two are secrets: sensitive variables or ephemeral values, in neither plan nor state. */
  readonly token: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
  /**
   * Raise it with each new token: terraform cannot see that a write-only value changed.
   * @default 1
   */
  readonly tokenVersion?: number;
  /**
   * When the token expires: RFC 3339, `2027-01-31T12:00:00Z`.
   * @default unknown to the server, which then goes on using it
   */
  readonly expiresAt?: string;
  /**
   * The role that the token is of, an `IamRole` or `DataAwsIamRole`. It gets the permissions as one more inline policy.
   * @default none; whatever the token is of must have the permissions already
   */
  readonly role?: IRole;
}

/** A token that somebody else got, until it expires: access for a short time, without a key. */
export class StsTokenAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.stsToken()';
  readonly credential = 'expiring-token';
  readonly needsImplicitAuth = false;
  readonly makesKey = false;
  readonly identityExists = true;

  constructor(private readonly options: StsTokenAuthOptions) {}

  provision(scope: Construct, { resourcePrefix, region, statements }: AwsIdentityRequest): AwsIdentity {
    const { token, tokenVersion, expiresAt, role } = this.options;
    addChecks(scope, [
      {
        holds: tokenVersion === undefined || (Number.isInteger(tokenVersion) && tokenVersion > 0),
        message: `tokenVersion is ${tokenVersion}; expected a whole number from 1: raise it by one with each new token`,
      },
    ]);
    return {
      identityName: role?.name,
      identityArn: role?.arn,
      auth: AwsConnectorAuth.stsToken({
        awsAccessKeyId: token.accessKeyId,
        awsSecretAccessKey: token.secretAccessKey,
        awsSessionToken: token.sessionToken,
        secretVersion: tokenVersion,
        region,
      }),
      expiresAt,
      dependencies: role ? [allowRole(scope, role.name, resourcePrefix, statements)] : [],
    };
  }
}
