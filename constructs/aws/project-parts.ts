import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { pathBelow } from '../artifact-address';
import { addChecks } from '../checks';
import type { ProjectParts, ProjectRequest } from '../project-cloud';
import { useProvider } from '../use-provider';
import type { IArtifactBucket } from './artifact-bucket';
import type { AwsAuth } from './auth/aws-auth';
import { AWS_PROVIDER_VERSIONS } from './aws-provider-versions';
import { ConnectorSet } from './base/connector-set';
import { makeServiceComponents, makeStorageComponents } from './base/make-components';
import { makeServiceParts } from './base/service-parts';
import { servicesOf } from './base/services-of';
import { makeStorage } from './base/storage';
import { bucketGrants } from './grants/bucket-grants';
import { registryConnectorGrants } from './grants/image-grants';
import { partOf } from './part-of';
import { projectChecks } from './project-checks';
import type { AwsProjectBase } from './project-base';
import { projectSettings } from './project-settings';
import { projectReplicaName, projectResourcePrefix } from './resource-prefix';

/** Makes what a project on an AWS base stack has of its own, as children of the scope. */
export function makeAwsProject(scope: Construct, request: ProjectRequest<AwsAuth>, base: AwsProjectBase): ProjectParts {
  const { environment, labels, namePrefix, without } = request;
  const settings = projectSettings(base.settings, request);
  const { region, auth, provider } = settings;
  addChecks(scope, projectChecks(request, base.settings.auth));
  TerraformStack.of(scope).addOverride('terraform.required_providers.aws.version', AWS_PROVIDER_VERSIONS);
  if (provider) useProvider(scope, 'aws', provider);
  const { basePrefix, accountId, partition } = base;
  const names = { basePrefix, environment: environment.name, slug: request.slug };
  const resourcePrefix = projectResourcePrefix(names);
  const place = { partition, region, accountId };
  const shared = request.isolation === 'bucket' ? undefined : part(base.bucket, request.artifactPath);
  const { repositoryName } = request;
  const { bucket, repository } = makeStorage(scope, {
    props: { ...settings, bucket: shared, repository: undefined },
    bucketName: resourcePrefix,
    repositoryName,
    scope: place,
    // What lies in the bucket of the base has the key of that, and its images, too.
    encryptionKey: shared === undefined ? settings.encryptionKey : shared.encryptionKey,
    tlsOnly: settings.endpointUrl === undefined || !/^http:/i.test(settings.endpointUrl),
    tags: labels,
    replica: {
      bucketName: projectReplicaName(names),
      roleName: `${resourcePrefix}-replication`,
      // By the name that is known: a reference would have the base wait for its projects.
      replicateImages: base.replicateImages && (() => base.replicateImages?.({ name: repositoryName })),
    },
  });
  const registryHost = partOf(repository.repositoryUrl, '/', 0);
  const roles = { resourcePrefix, scope: place, bucket, repository, tags: labels };
  const services = makeServiceParts(scope, servicesOf(settings), roles, {});
  const identity = auth?.provision(new Construct(scope, 'identity'), {
    resourcePrefix,
    accountId,
    region,
    statements: [...bucketGrants(bucket), ...registryConnectorGrants(repository), ...services.statements],
    tags: labels,
  });
  const named = (use: string) => ({ name: `${namePrefix}-${use}`, labels });
  const artifactAddress = addressOf(bucket);
  const connectors = new ConnectorSet(scope, {
    connectors: settings.connectors === 'single' ? 'single' : 'per-resource',
    identity,
    artifactAddress: `s3://${bucket.bucket}`,
    registryHost,
    sagemaker: settings.orchestrator === 'sagemaker' || settings.stepOperator === 'sagemaker',
    named,
  });
  const parts = {
    props: settings,
    region,
    bucket,
    repository,
    services,
    connectors,
    artifactAddress,
    registryHost,
    named,
    tags: labels,
  };
  const storage = makeStorageComponents(scope, parts, without);
  const components = [...storage, ...makeServiceComponents(scope, parts)];
  if (servicesOf(settings).size > 0) connectors.of('aws-generic');
  return {
    components,
    connectors: () => connectors.all,
    connectorFor: (resourceType) => connectors.of(resourceType),
    genericResourceType: 'aws-generic',
    resourcePrefix,
    artifactStorePath: artifactAddress,
    containerRegistryUri: registryHost,
    identityName: identity?.identityName,
    resources: {
      bucket_name: bucket.bucket,
      registry_url: repository.repositoryUrl,
      build_project_name: services.buildProject?.name,
      execution_role_arn: services.sagemaker?.executionRoleArn,
    },
  };
}

function part({ bucket, arn, prefix, encryptionKey }: IArtifactBucket, path: string): IArtifactBucket {
  return { bucket, arn, encryptionKey, prefix: pathBelow(prefix, path) };
}

function addressOf({ bucket, prefix }: IArtifactBucket): string {
  return prefix === undefined ? `s3://${bucket}` : `s3://${bucket}/${prefix}`;
}
