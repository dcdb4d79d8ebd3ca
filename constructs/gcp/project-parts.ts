import { StorageManagedFolder } from '@cdktf/provider-google/lib/storage-managed-folder';
import { Construct } from 'constructs';
import { pathBelow } from '../artifact-address';
import { addChecks } from '../checks';
import type { ProjectParts, ProjectRequest } from '../project-cloud';
import { useProvider } from '../use-provider';
import type { GcpAuth } from './auth/gcp-auth';
import { ConnectorSet } from './connector-set';
import { repositoryUri } from './gar-image-repository';
import { gcpComponents } from './gcp-components';
import { GcpProject } from './gcp-project';
import { GcpServices, servicesOf } from './gcp-services';
import { gcpStorage } from './gcp-storage';
import type { IGcsArtifactBucket } from './gcs-artifact-bucket';
import { bucketGrants } from './grants/bucket-grants';
import { imagePushGrants } from './grants/image-grants';
import { projectChecks } from './project-checks';
import type { GcpProjectBase } from './project-base';
import { projectSettings, typesNotMade } from './project-settings';
import { ResourceNames } from './resource-names';

/** Makes what an ML project on a GCP base stack has of its own, as children of the scope. */
export function makeGcpProject(scope: Construct, request: ProjectRequest<GcpAuth>, base: GcpProjectBase): ProjectParts {
  const { environment, labels, namePrefix, slug } = request;
  const settings = projectSettings(base.settings, request);
  const { projectId, region, auth, provider, verify } = settings;
  addChecks(scope, projectChecks(request, base.settings.auth));
  if (provider) useProvider(scope, 'google', provider);
  const project = new GcpProject(scope, 'project', {
    projectId,
    region,
    names: ResourceNames.ofProject({ basePrefix: base.basePrefix, environment: environment.name, slug }),
    apis: base.apis,
    enableApis: settings.enableApis,
  });
  const { bucket, repository } = gcpStorage(scope, {
    props: {
      ...settings,
      auditLogs: false,
      bucket: request.isolation === 'bucket' ? undefined : makeFolder(scope, base, request),
      repository: undefined,
    },
    project,
    labels,
    // Google allows no underscores in it.
    repositoryName: request.repositoryName.replaceAll('_', '-'),
  });
  const used = servicesOf({ ...settings, imageBuilder: 'none' });
  const services = new GcpServices(scope, 'services', {
    project,
    bucket,
    repository,
    services: used,
    googleBetaProvider: settings.googleBetaProvider,
    skypilotServiceAccount: base.skypilotServiceAccount,
  });
  const identity = auth?.provision(new Construct(scope, 'identity'), {
    project,
    grants: [...bucketGrants(bucket), ...imagePushGrants(repository), ...services.clientGrants],
  });
  const artifactStorePath = addressOf(bucket);
  const containerRegistryUri = repositoryUri(repository);
  const connectors = new ConnectorSet(scope, {
    connectors: settings.connectors === 'single' ? 'single' : 'per-resource',
    identity,
    namePrefix,
    labels,
    artifactStorePath: `gs://${bucket.name}`,
    containerRegistryUri,
    verify,
    dependsOn: services.dependencies,
  });
  if (used.size > 0) connectors.of('gcp-generic');
  const context = { props: settings, region, labels, namePrefix, services, connectors, artifactStorePath };
  return {
    components: gcpComponents(scope, { ...context, containerRegistryUri }, typesNotMade(settings, request.without)),
    // Google runs the builds of all as one service account, which would reach the artifacts of the neighbours.
    dropped: ['image_builder'],
    connectors: () => connectors.all,
    connectorFor: (resourceType) => connectors.of(resourceType),
    genericResourceType: 'gcp-generic',
    resourcePrefix: project.names.prefix,
    artifactStorePath,
    containerRegistryUri,
    identityName: identity?.identityName,
    resources: {
      bucket_name: bucket.name,
      registry_url: containerRegistryUri,
      vertex_service_account: services.vertex?.serviceAccount.email,
      cloud_run_service_account: services.cloudRun?.serviceAccount.email,
    },
  };
}

/** A part of the bucket of the base that access is granted to. Destroying it leaves the artifacts where they are. */
function makeFolder(
  scope: Construct,
  { bucket, prefix }: GcpProjectBase,
  { artifactPath }: ProjectRequest<GcpAuth>,
): IGcsArtifactBucket {
  const folder = new StorageManagedFolder(scope, 'folder', {
    bucket: bucket.name,
    name: `${pathBelow(prefix, artifactPath)}/`,
    forceDestroy: true,
  });
  return { name: bucket.name, folder: { path: pathBelow(prefix, artifactPath), managedFolder: folder.name } };
}

function addressOf({ name, folder }: IGcsArtifactBucket): string {
  return folder === undefined ? `gs://${name}` : `gs://${name}/${folder.path}`;
}
