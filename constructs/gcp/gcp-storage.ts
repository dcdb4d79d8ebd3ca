import type { Construct } from 'constructs';
import { forgetResources } from '../forget-resources';
import { keepsRule } from '../keeps-rule';
import { AccessLogBucket } from './access-log-bucket';
import { AuditLogs } from './audit-logs';
import { GarImageRepository, type IGarImageRepository } from './gar-image-repository';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import { GcsArtifactBucket, type IGcsArtifactBucket } from './gcs-artifact-bucket';
import { bucketPlace, repositoryPlace } from './places';
import { storageKeys, type GcpStorageContext, type StorageKeys } from './storage-keys';

/** What a base stack keeps things in. */
export interface GcpStorage {
  readonly bucket: IGcsArtifactBucket;
  readonly repository: IGarImageRepository;
}

/** Bucket and repository of a base stack: those that are given, or new ones as the environment asks, children of the scope. */
export function gcpStorage(scope: Construct, context: GcpStorageContext): GcpStorage {
  const { props, project } = context;
  const keys = storageKeys(scope, context);
  const bucket = props.bucket ?? makeBucket(scope, context, keys);
  const repository = props.repository ?? makeRepository(scope, context, keys);
  if (props.auditLogs === true) new AuditLogs(scope, 'audit-logs', project);
  return { bucket, repository };
}

function makeBucket(scope: Construct, context: GcpStorageContext, keys: StorageKeys): GcsArtifactBucket {
  const { props, project, labels } = context;
  const { environment, noncurrentVersionDays, secondRegion, encryptionKey } = props;
  const { development = false, backupEnabled = false } = environment;
  const strict = environment.complianceMode === 'strict';
  const { location, dataLocations } = bucketPlace(props);
  const preventDestroy = keepsRule(environment, 'prevent-destroy');
  const forceDestroy = !preventDestroy && (environment.forceDestroy ?? development);
  const common = {
    projectId: project.projectId,
    location,
    dataLocations,
    forceDestroy,
    preventDestroy,
    labels,
    dependsOn: project.apis.use('storage'),
  };
  const makeAccessLogs = (): AccessLogBucket =>
    new AccessLogBucket(scope, 'access-logs', {
      ...common,
      bucketName: `${project.names.prefix}-access-logs`,
      retentionDays: props.accessLogDays,
    });
  // An environment that was strict and keeps its key keeps its logs, too, rather than fail to delete a bucket that is not empty.
  if (!strict && encryptionKey !== undefined && !forceDestroy) forgetResources(scope, 'access-logs', makeAccessLogs);
  return new GcsArtifactBucket(scope, 'bucket', {
    ...common,
    bucketName: project.names.prefix,
    ...(secondRegion !== undefined && { turboReplication: props.turboReplication ?? false }),
    versioned: backupEnabled || strict,
    noncurrentVersionDays: noncurrentVersionDays ?? (strict ? 365 : undefined),
    softDeleteDays: props.softDeleteDays ?? softDeleteDefault(props),
    temporaryPrefixes: props.temporaryPrefixes,
    encryptionKey: keys.bucket,
    accessLogs: strict ? makeAccessLogs() : undefined,
  });
}

function makeRepository(scope: Construct, context: GcpStorageContext, keys: StorageKeys): GarImageRepository {
  const { props, project, labels } = context;
  const { environment, untaggedImageDays, keptImages, cleanUpDryRun } = props;
  const { apis } = project;
  const strict = environment.complianceMode === 'strict';
  return new GarImageRepository(scope, 'repository', {
    repositoryName: context.repositoryName ?? project.names.prefix,
    projectId: project.projectId,
    location: repositoryPlace(props),
    encryptionKey: keys.repository,
    immutableTags: keepsRule(environment, 'immutable-tags'),
    ...(strict && { scanned: true }),
    untaggedImageDays,
    keptImages,
    cleanUpDryRun,
    preventDestroy: keepsRule(environment, 'prevent-destroy'),
    labels,
    dependsOn: apis.use('artifactregistry', ...(strict ? (['containerscanning'] as const) : [])),
  });
}

function softDeleteDefault({ environment }: GcpBaseStackProps): number | undefined {
  if (environment.complianceMode === 'strict') return 90;
  return environment.backupEnabled === true ? 30 : undefined;
}
