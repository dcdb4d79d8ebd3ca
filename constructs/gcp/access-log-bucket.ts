import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import { dayCheck } from '../day-check';
import { accessLogGrants } from './grants/access-log-grants';
import { grant } from './grants/grant';
import { makePrivateBucket, type PrivateBucketProps } from './private-bucket';

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

/** What a bucket for access logs is made from. It is where the buckets are whose requests are logged. */
export interface AccessLogBucketProps extends PrivateBucketProps {
  /**
   * Days for which a log is kept.
   * @default 365
   */
  readonly retentionDays?: number;
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
    const { retentionDays = 365 } = props;
    addChecks(this, [dayCheck('retentionDays', retentionDays)]);
    const resource = makePrivateBucket(this, props, {
      lifecycleRule: [{ action: { type: 'Delete' }, condition: { age: retentionDays } }],
    });
    this.name = resource.name;
    this.dependencies = accessLogGrants(this).map((each) => grant(this, LOG_WRITER, each));
  }
}
