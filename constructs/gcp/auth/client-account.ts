import type { Construct } from 'constructs';
import { ServiceAccount } from '../service-account';
import type { GcpIdentityRequest } from './gcp-auth-pattern';

/** The service account that holds the permissions of the connectors. */
export function clientAccount(scope: Construct, { project, grants }: GcpIdentityRequest): ServiceAccount {
  return new ServiceAccount(scope, 'service-account', {
    accountId: project.names.accountId('client'),
    projectId: project.projectId,
    displayName: `ZenML service connectors (${project.names.prefix})`,
    grants,
    dependsOn: project.apis.use('iam'),
  });
}
