import type { StorageBucketLifecycleRule } from '@cdktf/provider-google/lib/storage-bucket';
import type { Check } from '../checks';
import { dayCheck } from '../day-check';

/** An upload in parts that has not come to its end by then is given up. */
const INCOMPLETE_UPLOAD_DAYS = 7;

/** What a bucket deletes by itself. */
export interface GcsLifeCycle {
  /**
   * Days for which overwritten and deleted artifacts are kept.
   * @default 30
   */
  readonly noncurrentVersionDays?: number;
  /**
   * Days after which objects below a prefix are deleted: `{ 'scratch/': 7 }`. A prefix ends with a slash.
   * @default none
   */
  readonly temporaryPrefixes?: Readonly<Record<string, number>>;
}

/** Versions are deleted in time also where none are made any more, so that old ones are not kept for ever. */
export function gcsLifeCycleRules({
  noncurrentVersionDays = 30,
  temporaryPrefixes = {},
}: GcsLifeCycle): StorageBucketLifecycleRule[] {
  return [
    {
      action: { type: 'AbortIncompleteMultipartUpload' },
      condition: { age: INCOMPLETE_UPLOAD_DAYS },
    },
    {
      action: { type: 'Delete' },
      condition: { daysSinceNoncurrentTime: noncurrentVersionDays, withState: 'ARCHIVED' },
    },
    ...Object.entries(temporaryPrefixes).map(([prefix, age]) => ({
      action: { type: 'Delete' },
      condition: { age, matchesPrefix: [prefix] },
    })),
  ];
}

/** That the days are days, and the prefixes name objects. */
export function gcsLifeCycleChecks({ noncurrentVersionDays, temporaryPrefixes = {} }: GcsLifeCycle): readonly Check[] {
  return [
    dayCheck('noncurrentVersionDays', noncurrentVersionDays),
    ...Object.entries(temporaryPrefixes).flatMap(([prefix, days]) => [
      dayCheck(`temporaryPrefixes["${prefix}"]`, days),
      {
        holds: /^[^/].*\/$/.test(prefix),
        message: `temporaryPrefixes has "${prefix}"; expected a prefix such as "scratch/", which begins without a slash and ends with one, so that nothing else is deleted: correct it`,
      },
    ]),
  ];
}
