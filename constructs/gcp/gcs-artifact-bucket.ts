import { Construct } from 'constructs';
import { addChecks, type Check } from '../checks';
import type { IAccessLogBucket } from './access-log-bucket';
import type { IEncryptionKey } from './encryption-key';
import { gcsLifeCycleChecks, gcsLifeCycleRules, type GcsLifeCycle } from './gcs-life-cycle-rules';
import { makePrivateBucket, type PrivateBucketProps } from './private-bucket';

const SECONDS_A_DAY = 86_400;

/** What Google does where it is told nothing. */
const SOFT_DELETE_DAYS = 7;

/** What a stack needs of a bucket. `StorageBucket` and `DataGoogleStorageBucket` of the Google bindings have it. */
export interface IGcsArtifactBucket {
  /** Its name. */
  readonly name: string;
  /**
   * The part of it that is used.
   * @default all of it
   */
  readonly folder?: IArtifactFolder;
}

/** A part of a bucket that access can be granted to: a managed folder. The bucket has uniform access. */
export interface IArtifactFolder {
  /** Without a slash at the end: `projects/fraud_detection/dev`. */
  readonly path: string;
  /** The managed folder, whose name has one: `projects/fraud_detection/dev/`. */
  readonly managedFolder: string;
}

/** What an artifact bucket is made from. */
export interface GcsArtifactBucketProps extends GcsLifeCycle, PrivateBucketProps {
  /**
   * Whether both places of a pair of regions have each object within 15 minutes, at a price of its own. For pairs alone.
   * @default false: nearly all within minutes, and all within 12 hours
   */
  readonly turboReplication?: boolean;
  /**
   * Whether overwritten and deleted artifacts are kept as old versions, for `noncurrentVersionDays`.
   * @default false
   */
  readonly versioned?: boolean;
  /**
   * Days for which Google keeps what is deleted for good, and the bucket itself, so that they can be had back: 7 to 90, or 0 for
   * not at all.
   * @default 7, which is Google's default
   */
  readonly softDeleteDays?: number;
  /**
   * A key in Cloud KMS by which new artifacts are encrypted. Where it is taken away again, the plan fails.
   * @default a key of Google's
   */
  readonly encryptionKey?: IEncryptionKey;
  /**
   * Where each request to the bucket is logged, once an hour: a bucket in the same location.
   * @default nowhere
   */
  readonly accessLogs?: IAccessLogBucket;
}

/**
 * A private bucket for the artifacts of pipelines: access by IAM alone, and never to the public. Google encrypts it. Uploads that
 * are not finished within a week are given up.
 */
export class GcsArtifactBucket extends Construct implements IGcsArtifactBucket {
  readonly name: string;

  constructor(scope: Construct, id: string, props: GcsArtifactBucketProps) {
    super(scope, id);
    const { versioned = false, softDeleteDays = SOFT_DELETE_DAYS, turboReplication, encryptionKey } = props;
    const { accessLogs, dependsOn = [] } = props;
    addChecks(this, [...gcsLifeCycleChecks(props), ...bucketChecks(props)]);
    const needs = [...dependsOn, ...(encryptionKey?.dependencies ?? []), ...(accessLogs?.dependencies ?? [])];
    const resource = makePrivateBucket(
      this,
      { ...props, dependsOn: needs },
      {
        ...(turboReplication !== undefined && { rpo: turboReplication ? 'ASYNC_TURBO' : 'DEFAULT' }),
        // Both stay as they are where they are left out, so what is off is said.
        versioning: { enabled: versioned },
        softDeletePolicy: { retentionDurationSeconds: softDeleteDays * SECONDS_A_DAY },
        lifecycleRule: gcsLifeCycleRules(props),
        encryption: encryptionKey && { defaultKmsKeyName: encryptionKey.id },
        logging: accessLogs && { logBucket: accessLogs.name },
      },
    );
    this.name = resource.name;
  }
}

function bucketChecks({
  softDeleteDays = SOFT_DELETE_DAYS,
  dataLocations,
  forceDestroy = false,
  preventDestroy = false,
}: GcsArtifactBucketProps): readonly Check[] {
  return [
    {
      holds: softDeleteDays === 0 || (Number.isInteger(softDeleteDays) && softDeleteDays >= 7 && softDeleteDays <= 90),
      message: `softDeleteDays is ${String(softDeleteDays)}; expected 7 to 90 days, or 0 for none: correct it, or leave it out`,
    },
    {
      holds: dataLocations === undefined || dataLocations.length === 2,
      message: `dataLocations has ${String(dataLocations?.length)} regions; expected the two of a pair: name two, or leave it out`,
    },
    {
      holds: !forceDestroy || !preventDestroy,
      message: `forceDestroy and preventDestroy are both true; expected one of them: the first has terraform destroy the artifacts, the second has it refuse`,
    },
  ];
}
