import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { Check } from '../checks';
import { dayCheck } from '../day-check';

/** When a bucket deletes by itself what is in it. */
export interface BucketLifeCycleProps {
  /**
   * Days after which objects below a prefix are deleted: `{ 'scratch/': 7 }`. A prefix ends with a slash.
   * @default none
   */
  readonly temporaryPrefixes?: Readonly<Record<string, number>>;
  /**
   * Days for which an old version is kept after it was overwritten or deleted.
   * @default for ever
   */
  readonly noncurrentVersionDays?: number;
  /**
   * Days after which the parts of an upload that was never completed are deleted.
   * @default 7 where the bucket has another rule, otherwise never
   */
  readonly incompleteUploadDays?: number;
}

/** A life cycle for buckets of which all is temporary. */
export interface WholeBucketLifeCycleProps extends BucketLifeCycleProps {
  /** Days after which any object is deleted. */
  readonly expirationDays?: number;
}

const INCOMPLETE_UPLOAD_DAYS = 7;

/** The one life-cycle configuration of a bucket, as `life-cycle` in the scope, where there is a rule. */
export function addBucketLifeCycle(
  scope: Construct,
  bucket: string,
  props: WholeBucketLifeCycleProps,
  dependsOn: ITerraformDependable[],
): void {
  const rule = rulesOf(props);
  if (rule.length > 0) new S3BucketLifecycleConfiguration(scope, 'life-cycle', { bucket, rule, dependsOn });
}

/** That a bucket cannot be told to delete everything, or in no time. */
export function lifeCycleChecks(props: BucketLifeCycleProps): readonly Check[] {
  const { temporaryPrefixes = {}, noncurrentVersionDays, incompleteUploadDays } = props;
  const days = { ...temporaryPrefixes, noncurrentVersionDays, incompleteUploadDays };
  return [
    ...Object.keys(temporaryPrefixes).map((prefix) => ({
      holds: /^[^/].*\/$/.test(prefix),
      message: `temporaryPrefixes has "${prefix}"; expected a prefix such as "scratch/", which begins without a slash and ends with one, so that nothing else is deleted: correct it`,
    })),
    ...Object.entries(days).map(([name, value]) => dayCheck(name, value)),
  ];
}

function rulesOf(props: WholeBucketLifeCycleProps): S3BucketLifecycleConfigurationRule[] {
  const { temporaryPrefixes = {}, noncurrentVersionDays, expirationDays } = props;
  const rules = Object.entries(temporaryPrefixes).map(([prefix, days]) =>
    ruleFor(`temporary ${prefix}`, { expiration: [{ days }] }, prefix),
  );
  if (expirationDays !== undefined) rules.push(ruleFor('everything', { expiration: [{ days: expirationDays }] }));
  if (noncurrentVersionDays !== undefined) {
    rules.push(
      ruleFor('noncurrent-versions', {
        noncurrentVersionExpiration: [{ noncurrentDays: noncurrentVersionDays }],
        // What was deleted is gone with its last old version, and so should be the mark that it was deleted.
        expiration: [{ expiredObjectDeleteMarker: true }],
      }),
    );
  }
  const uploadDays = props.incompleteUploadDays ?? (rules.length > 0 ? INCOMPLETE_UPLOAD_DAYS : undefined);
  if (uploadDays !== undefined) {
    rules.push(
      ruleFor('incomplete-uploads', { abortIncompleteMultipartUpload: [{ daysAfterInitiation: uploadDays }] }),
    );
  }
  return rules;
}

function ruleFor(
  id: string,
  action: Omit<S3BucketLifecycleConfigurationRule, 'id' | 'status'>,
  prefix = '',
): S3BucketLifecycleConfigurationRule {
  return { id, status: 'Enabled', filter: [{ prefix }], ...action };
}
