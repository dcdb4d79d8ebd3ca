import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { CustomRole } from '../custom-role';
import {
  CLOUD_RUN_CLIENT_PERMISSIONS,
  cloudRunClientGrants,
  cloudRunRuntimeGrants,
  DEPLOYMENT_SECRET_PERMISSIONS,
} from '../grants/cloud-run-grants';
import type { Grant } from '../grants/grant';
import { ServiceAccount, type IServiceAccount } from '../service-account';
import { targetOf, type ServiceAccess, type ServiceAccessProps } from './service-access';

/** What Cloud Run is opened up from. */
export interface CloudRunAccessProps extends ServiceAccessProps {
  /**
   * What deployed pipelines run as, where it exists already. It is used as it is: nothing is granted to it.
   * @default a new service account that may read the secrets of deployments
   */
  readonly serviceAccount?: IServiceAccount;
}

/** Cloud Run, serving deployed pipelines, with their secrets in Secret Manager. */
export class CloudRunAccess extends Construct implements ServiceAccess {
  /** What deployed pipelines run as. */
  readonly serviceAccount: IServiceAccount;
  /** Begins the names of the secrets of deployments; the permissions hold for these only. */
  readonly secretNamePrefix: string;
  readonly clientGrants: readonly Grant[];
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { project, serviceAccount }: CloudRunAccessProps) {
    super(scope, id);
    const apis = project.apis.use('run', 'secretmanager', 'logging');
    this.secretNamePrefix = `${project.names.prefix}-`;
    const secrets = {
      target: targetOf(project),
      projectNumber: project.number,
      secretNamePrefix: this.secretNamePrefix,
    };
    const runtime =
      serviceAccount ??
      new ServiceAccount(this, 'service-account', {
        accountId: project.names.accountId('run'),
        projectId: project.projectId,
        displayName: `Deployed ZenML pipelines (${project.names.prefix})`,
        grants: cloudRunRuntimeGrants(secrets),
        dependsOn: project.apis.use('iam'),
      });
    const clientRole = new CustomRole(this, 'client-role', {
      project,
      use: 'run',
      title: 'ZenML on Cloud Run',
      permissions: CLOUD_RUN_CLIENT_PERMISSIONS,
    }).roleName;
    const secretsRole = new CustomRole(this, 'secrets-role', {
      project,
      use: 'run-secrets',
      title: 'Secrets of ZenML deployments',
      permissions: DEPLOYMENT_SECRET_PERMISSIONS,
    }).roleName;
    this.serviceAccount = runtime;
    this.clientGrants = cloudRunClientGrants({ ...secrets, clientRole, secretsRole, runtime });
    this.dependencies = [...apis, ...(runtime.dependencies ?? [])];
  }
}
