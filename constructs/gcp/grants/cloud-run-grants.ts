import type { IServiceAccount } from '../service-account';
import type { Grant, GrantCondition } from './grant';
import { actAsGrants, type ProjectTarget } from './project-grants';

/** What ZenML's deployer calls on Cloud Run and Cloud Logging, and to make a secret, which has no name before. */
export const CLOUD_RUN_CLIENT_PERMISSIONS: readonly string[] = [
  'logging.logEntries.list',
  'run.operations.get',
  'run.services.create',
  'run.services.delete',
  'run.services.get',
  'run.services.list',
  // A service that takes requests without authentication, ZenML's default, has its check for callers switched off.
  'run.services.setIamPolicy',
  'run.services.update',
  'secretmanager.secrets.create',
];

/** What ZenML's deployer does with the secrets that it has made. */
export const DEPLOYMENT_SECRET_PERMISSIONS: readonly string[] = [
  'secretmanager.secrets.delete',
  'secretmanager.secrets.get',
  'secretmanager.versions.add',
];

/** Secrets of deployments, and who may use them. */
export interface DeploymentSecretScope {
  readonly target: ProjectTarget;
  readonly projectNumber: string;
  /** Begins the names of the secrets. */
  readonly secretNamePrefix: string;
}

/** Who deploys, and as whom the deployed pipelines run. */
export interface CloudRunClientScope extends DeploymentSecretScope {
  /** Name of the role with `CLOUD_RUN_CLIENT_PERMISSIONS`. */
  readonly clientRole: string;
  /** Name of the role with `DEPLOYMENT_SECRET_PERMISSIONS`. */
  readonly secretsRole: string;
  readonly runtime: Pick<IServiceAccount, 'name'>;
}

/** Deploying pipelines as Cloud Run services, with their secrets in Secret Manager, and reading their logs. */
export function cloudRunClientGrants(scope: CloudRunClientScope): readonly Grant[] {
  const { target, clientRole, secretsRole, runtime } = scope;
  return [
    {
      use: 'cloud-run',
      role: clientRole,
      on: 'project',
      ...target,
      why: 'ZenML names services after the deployment of the user, and IAM cannot restrict the creation of services and secrets by name. Policies of services are set where one takes requests without authentication, which is the default of the deployer.',
    },
    { use: 'deployment-secrets', role: secretsRole, on: 'project', ...target, condition: secretsOf(scope) },
    ...actAsGrants('cloud-run-service-account', runtime),
  ];
}

/** What deployed pipelines do: reading the secrets that ZenML made for them. */
export function cloudRunRuntimeGrants(scope: DeploymentSecretScope): readonly Grant[] {
  return [
    {
      use: 'deployment-secrets',
      role: 'roles/secretmanager.secretAccessor',
      on: 'project',
      ...scope.target,
      condition: secretsOf(scope),
    },
  ];
}

function secretsOf({ projectNumber, secretNamePrefix }: DeploymentSecretScope): GrantCondition {
  return {
    title: 'secrets-of-deployments',
    expression: `resource.name.startsWith("projects/${projectNumber}/secrets/${secretNamePrefix}")`,
  };
}
