import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { GcpConnectorAuth } from '../../connectors/generated/gcp';
import { grant } from '../grants/grant';
import { makeAccountKey, type AccountKeyOptions } from './account-key';
import { clientAccount } from './client-account';
import type { GcpAuthPattern, GcpIdentity, GcpIdentityRequest } from './gcp-auth-pattern';

/** A service account with the permissions and a key. Clients get tokens of it that expire within the hour. */
export class ServiceAccountKeyAuth implements GcpAuthPattern {
  readonly label = 'GcpAuth.serviceAccountKey()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey: boolean;
  readonly identityExists: boolean;

  constructor(private readonly options: AccountKeyOptions = {}) {
    this.makesKey = options.key === undefined;
    this.identityExists = options.key !== undefined;
  }

  provision(scope: Construct, request: GcpIdentityRequest): GcpIdentity {
    const { keyVersion = 1 } = this.options;
    const { email, key, dependencies } = this.account(scope, request, keyVersion);
    return {
      identityName: email,
      auth: GcpConnectorAuth.serviceAccount({
        projectId: request.project.projectId,
        serviceAccountJson: key,
        secretVersion: keyVersion,
      }),
      dependencies,
    };
  }

  private account(scope: Construct, request: GcpIdentityRequest, keyVersion: number): KeyedAccount {
    const { key } = this.options;
    if (key === undefined) {
      const account = clientAccount(scope, request);
      return {
        email: account.email,
        key: makeAccountKey(scope, { serviceAccount: account, keyVersion }),
        dependencies: account.dependencies,
      };
    }
    const member = `serviceAccount:${key.serviceAccountEmail}`;
    return {
      email: key.serviceAccountEmail,
      key: key.serviceAccountJson,
      dependencies: request.grants.map((each) => grant(scope, member, each)),
    };
  }
}

interface KeyedAccount {
  readonly email: string;
  readonly key: string;
  readonly dependencies: readonly ITerraformDependable[];
}
