import { StorageBucket, type StorageBucketConfig } from '@cdktf/provider-google/lib/storage-bucket';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { bucketLifecycle } from './replacement-guards';
import { resourceLabels } from './resource-labels';

/** What any bucket here is made from. */
export interface PrivateBucketProps {
  /** Globally unique: 3 to 63 lower-case letters, digits, hyphens and underscores. ZenML takes no dots. */
  readonly bucketName: string;
  readonly projectId: string;
  /**
   * A region, `europe-west1`, a multi-region, `EU`, or a pair of regions that has a name, `EUR4`. Google moves no bucket: on a
   * change the plan fails.
   */
  readonly location: string;
  /**
   * The two regions of a pair without a name, whose `location` is the area that they are in: `EU`, `US`, `ASIA`. On a change the
   * plan fails.
   * @default none
   */
  readonly dataLocations?: readonly string[];
  /**
   * Whether destroying the bucket deletes what is in it.
   * @default false
   */
  readonly forceDestroy?: boolean;
  /**
   * Whether terraform refuses to destroy it.
   * @default false
   */
  readonly preventDestroy?: boolean;
  /**
   * On the resource itself.
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What must exist before it.
   * @default nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** What tells one kind of bucket from another. */
export type BucketSettings = Pick<
  StorageBucketConfig,
  'encryption' | 'lifecycleRule' | 'logging' | 'rpo' | 'softDeletePolicy' | 'versioning'
>;

/** Makes a bucket that IAM alone gives access to, and never to the public. On a change that would replace it the plan fails. */
export function makePrivateBucket(
  scope: Construct,
  props: PrivateBucketProps,
  settings: BucketSettings,
): StorageBucket {
  const { bucketName, projectId, location, dataLocations, forceDestroy = false, preventDestroy = false } = props;
  const { labels, dependsOn } = props;
  return new StorageBucket(scope, 'Resource', {
    name: bucketName,
    project: projectId,
    location,
    // The provider sends those that are in capitals and leaves out others.
    ...(dataLocations && { customPlacementConfig: { dataLocations: dataLocations.map((each) => each.toUpperCase()) } }),
    uniformBucketLevelAccess: true,
    publicAccessPrevention: 'enforced',
    forceDestroy,
    ...settings,
    labels: labels && resourceLabels(labels),
    dependsOn: dependsOn && [...dependsOn],
    lifecycle: bucketLifecycle({
      location,
      dataLocations,
      encryptionKeyName: settings.encryption?.defaultKmsKeyName,
      preventDestroy,
    }),
  });
}
