import type { Construct } from 'constructs';
import { GcpConnectorAuth } from '../../connectors/generated/gcp';
import { grant, type Grant } from '../grants/grant';
import { ServiceAccount } from '../service-account';
import { makeAccountKey, type AccountKeyOptions } from './account-key';
import { clientAccount } from './client-account';
import type { GcpAuthPattern, GcpIdentity, GcpIdentityRequest } from './gcp-auth-pattern';

/** A service account with the permissions, and another with a key that may do nothing but make tokens of it. */
export class ImpersonationAuth implements GcpAuthPattern {
  readonly label = 'GcpAuth.impersonation()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey: boolean;

  constructor(private readonly options: AccountKeyOptions = {}) {
    this.makesKey = options.key === undefined;
  }

  provision(scope: Construct, request: GcpIdentityRequest): GcpIdentity {
    const { project } = request;
    const { key, keyVersion = 1 } = this.options;
    const target = clientAccount(scope, request);
    const impersonate: Grant = {
      use: 'impersonate',
      role: 'roles/iam.serviceAccountTokenCreator',
      on: 'service account',
      serviceAccount: target,
    };
    const source = key
      ? {
          json: key.serviceAccountJson,
          dependencies: [grant(scope, `serviceAccount:${key.serviceAccountEmail}`, impersonate)],
        }
      : this.makeSource(scope, request, impersonate, keyVersion);
    return {
      identityName: target.email,
      auth: GcpConnectorAuth.impersonation({
        projectId: project.projectId,
        targetPrincipal: target.email,
        serviceAccountJson: source.json,
        secretVersion: keyVersion,
      }),
      dependencies: [...project.apis.use('iamcredentials'), ...target.dependencies, ...source.dependencies],
    };
  }

  private makeSource(scope: Construct, { project }: GcpIdentityRequest, impersonate: Grant, keyVersion: number) {
    const account = new ServiceAccount(scope, 'key-holder', {
      accountId: project.names.accountId('key'),
      projectId: project.projectId,
      displayName: `Key of ZenML service connectors (${project.names.prefix})`,
      grants: [impersonate],
      dependsOn: project.apis.use('iam'),
    });
    return {
      json: makeAccountKey(scope, { serviceAccount: account, keyVersion }),
      dependencies: account.dependencies,
    };
  }
}
