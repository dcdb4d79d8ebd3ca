import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import { dayCheck } from '../day-check';
import { accessLogGrants } from './grants/access-log-grants';
import { grant } from './grants/grant';
import { bucketLifecycle } from './replacement-guards';
import { resourceLabels } from './resource-labels';

/** Whom Cloud Storage writes access logs as, in all projects. */
const LOG_WRITER = 'group:cloud-storage-analytics@google.com';

/** What a bucket needs of the one that its requests are logged in. */
export interface IAccessLogBucket {
  /** Its name. */
  readonly name: string;
  /**
   * What must be in place before Google may write to it.
   * @default nothing
   */
  readonly dependencies?: readonly ITerraformDependable[];
}

/** What a bucket for access logs is made from. */
export interface AccessLogBucketProps {
  /** Globally unique. */
  readonly bucketName: string;
  readonly projectId: string;
  /** That of the bucket whose requests are logged. */
  readonly location: string;
  /**
   * The two regions of a pair without a name, as those of the bucket whose requests are logged.
   * @default none
   */
  readonly dataLocations?: readonly string[];
  /**
   * Days for which a log is kept.
   * @default 365
   */
  readonly retentionDays?: number;
  /**
   * Whether destroying the bucket deletes the logs in it.
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

/**
 * A private bucket to which Google writes, once an hour, each request to other buckets: when, from where, for which object, with
 * which answer. Who it was is in the audit logs alone. It is encrypted by a key of Google's.
 */
export class AccessLogBucket extends Construct implements IAccessLogBucket {
  readonly name: string;
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    const { bucketName, projectId, location, dataLocations, retentionDays = 365, forceDestroy = false } = props;
    const { preventDestroy = false, labels, dependsOn } = props;
    addChecks(this, [dayCheck('retentionDays', retentionDays)]);
    const resource = new StorageBucket(this, 'Resource', {
      name: bucketName,
      project: projectId,
      location,
      ...(dataLocations && {
        customPlacementConfig: { dataLocations: dataLocations.map((each) => each.toUpperCase()) },
      }),
      uniformBucketLevelAccess: true,
      publicAccessPrevention: 'enforced',
      forceDestroy,
      lifecycleRule: [{ action: { type: 'Delete' }, condition: { age: retentionDays } }],
      labels: labels && resourceLabels(labels),
      dependsOn: dependsOn && [...dependsOn],
      lifecycle: bucketLifecycle({ location, dataLocations, preventDestroy }),
    });
    this.name = resource.name;
    this.dependencies = accessLogGrants(this).map((each) => grant(this, LOG_WRITER, each));
  }
}
