import { accessLogGrants } from '../../constructs/gcp/grants/access-log-grants';
import { bucketGrants } from '../../constructs/gcp/grants/bucket-grants';
import { cloudBuildClientGrants, cloudBuildGrants } from '../../constructs/gcp/grants/cloud-build-grants';
import {
  CLOUD_RUN_CLIENT_PERMISSIONS,
  cloudRunClientGrants,
  cloudRunRuntimeGrants,
  DEPLOYMENT_SECRET_PERMISSIONS,
} from '../../constructs/gcp/grants/cloud-run-grants';
import type { Grant } from '../../constructs/gcp/grants/grant';
import { imagePushGrants } from '../../constructs/gcp/grants/image-grants';
import { keyUseGrants } from '../../constructs/gcp/grants/key-grants';
import { SKYPILOT_PERMISSIONS, skypilotGrants } from '../../constructs/gcp/grants/skypilot-grants';
import {
  VERTEX_CLIENT_PERMISSIONS,
  vertexClientGrants,
  vertexServiceAgentGrants,
  vertexWorkloadGrants,
} from '../../constructs/gcp/grants/vertex-grants';
import type { CloudPermissions, Permission, PermissionSection } from './permission-section';

const target = { projectId: 'PROJECT', dependsOn: [] };
const bucket = { name: 'BUCKET' };
const folder = { path: 'projects/ML_PROJECT/ENVIRONMENT', managedFolder: 'projects/ML_PROJECT/ENVIRONMENT/' };
const repository = { repositoryId: 'REPOSITORY', location: 'REGION', project: 'PROJECT' };
const secrets = { target, projectNumber: 'NUMBER', secretNamePrefix: 'PREFIX-' };
const accountOf = (id: string) => ({ name: `${id}@PROJECT.iam.gserviceaccount.com` });

/** What the roles of the project's own have, by the names that stand for them here. */
const CUSTOM_ROLES: Readonly<Record<string, readonly string[]>> = {
  VERTEX: VERTEX_CLIENT_PERMISSIONS,
  RUN: CLOUD_RUN_CLIENT_PERMISSIONS,
  RUN_SECRETS: DEPLOYMENT_SECRET_PERMISSIONS,
  SKYPILOT: SKYPILOT_PERMISSIONS,
};

const IDENTITY = 'Of the identity behind the service connectors';

/** What the constructs for Google Cloud allow, from the functions that say what is granted. */
export const gcpPermissions: CloudPermissions = {
  cloud: 'Google Cloud',
  introduction:
    'Names in capitals stand for those of the stack: its `BUCKET`, its `REPOSITORY`, the `PREFIX` of its names. Where a role of ' +
    "Google's is wider than what is needed, the project gets one of its own with the permissions that are listed. The identity " +
    'behind the service connectors is a service account (`GcpAuth.serviceAccountKey()`, `GcpAuth.impersonation()`, ' +
    '`GcpAuth.workloadIdentity()`, `GcpAuth.oauth2Token()`), what the server runs as (`GcpAuth.implicit()`), a user ' +
    '(`GcpAuth.userAccount()`), or what you name. It has the permissions of the parts that the base stack has, and of the ' +
    '`services` that it is told its team stacks use. Whoever else has access to something keeps it.',
  sections: [
    section('Artifact store (Cloud Storage)', `${IDENTITY}.`, bucketGrants(bucket)),
    section('Container registry (Artifact Registry)', `${IDENTITY}.`, imagePushGrants(repository)),
    section(
      'Image builder (Cloud Build)',
      `${IDENTITY}, where the base stack has the image builder.`,
      cloudBuildClientGrants(target, { name: 'NUMBER-compute@developer.gserviceaccount.com' }),
    ),
    section(
      'Builds on Cloud Build',
      "Of the default service account of Compute Engine, as which builds run, or with `buildServiceAccount: 'legacy'` that of Cloud Build. " +
        'Google gives the former the role Editor in projects whose organization does not forbid it: take that away, since all who start builds could use it.',
      cloudBuildGrants({ bucket, repository, target }),
    ),
    section(
      'Orchestrator, step operator and experiment tracker (Vertex AI)',
      `${IDENTITY}, where Vertex AI is used.`,
      vertexClientGrants({ target, clientRole: 'VERTEX', workload: accountOf('PREFIX-vertex') }),
    ),
    section(
      'Steps on Vertex AI',
      'Of the service account that the steps of pipelines run as.',
      vertexWorkloadGrants({ target, bucket, repository }),
    ),
    section(
      'Service agent of Vertex AI',
      "Of `service-NUMBER@gcp-sa-aiplatform.iam.gserviceaccount.com`, which is Google's own. Made by `googleBetaProvider`, it also gets " +
        '`roles/aiplatform.serviceAgent`, which it has otherwise.',
      vertexServiceAgentGrants(repository),
    ),
    section(
      'Deployer (Cloud Run)',
      `${IDENTITY}, where Cloud Run is used.`,
      cloudRunClientGrants({
        ...secrets,
        clientRole: 'RUN',
        secretsRole: 'RUN_SECRETS',
        runtime: accountOf('PREFIX-run'),
      }),
    ),
    section(
      'Deployments on Cloud Run',
      'Of the service account that deployed pipelines run as.',
      cloudRunRuntimeGrants(secrets),
    ),
    section(
      'Orchestrator (SkyPilot)',
      `${IDENTITY}, where SkyPilot is used, and of the service account \`skypilot-v1\`, as which the machines run.`,
      skypilotGrants(target, { role: 'SKYPILOT', machines: accountOf('skypilot-v1') }),
    ),
    section(
      'Key of a strict environment (Cloud KMS)',
      "Of Google's own service accounts of Cloud Storage and Artifact Registry, `service-NUMBER@gs-project-accounts.iam.gserviceaccount.com` " +
        'and `service-NUMBER@gcp-sa-artifactregistry.iam.gserviceaccount.com`. Made by `googleBetaProvider`, the latter also gets ' +
        '`roles/artifactregistry.serviceAgent`, which it has otherwise. Who reads and writes artifacts and images needs nothing of the key.',
      keyUseGrants({ id: 'KEY' }),
    ),
    section(
      'Access logs of a strict environment (Cloud Storage)',
      'Of `cloud-storage-analytics@google.com`, as which Google writes them.',
      accessLogGrants({ name: 'BUCKET-logs' }),
    ),
    section(
      'Artifact store of a project stack',
      'Of the identity of a project, instead of that of the artifact store. The rest is as above, with its own repository and service accounts, and without the image builder.',
      bucketGrants({ ...bucket, folder }),
    ),
    section(
      'Key of `GcpAuth.impersonation()`',
      'Of the service account whose key the connectors hold. It may do nothing else.',
      [
        {
          use: 'impersonate',
          role: 'roles/iam.serviceAccountTokenCreator',
          on: 'service account',
          serviceAccount: accountOf('PREFIX-client'),
        },
      ],
    ),
    section(
      'Workload of `GcpAuth.workloadIdentity()`',
      'Of what the server proves to be: one role of one AWS account, or one subject of an issuer.',
      [
        {
          use: 'federate',
          role: 'roles/iam.workloadIdentityUser',
          on: 'service account',
          serviceAccount: accountOf('PREFIX-client'),
        },
      ],
    ),
  ],
};

function section(title: string, holder: string, grants: readonly Grant[]): PermissionSection {
  return { title, holder, permissions: grants.map(permission) };
}

function permission(grant: Grant): Permission {
  const { use, role, condition, why } = grant;
  return {
    name: use,
    grants: CUSTOM_ROLES[role] ?? [role],
    resources: [targetText(grant)],
    condition: condition?.expression,
    why,
  };
}

function targetText(grant: Grant): string {
  switch (grant.on) {
    case 'bucket':
      return `gs://${grant.bucket.name}`;
    case 'folder':
      return `gs://${grant.bucket.name}/${grant.folder.managedFolder}`;
    case 'repository':
      return `REGION-docker.pkg.dev/PROJECT/${grant.repository.repositoryId}`;
    case 'service account':
      return grant.serviceAccount.name;
    case 'key':
      return grant.key.id;
    case 'project':
      return `projects/${grant.projectId}`;
  }
}
