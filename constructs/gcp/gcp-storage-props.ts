import type { IEncryptionKey } from './encryption-key';
import type { IGarImageRepository, ImageCleanUp } from './gar-image-repository';
import type { IGcsArtifactBucket } from './gcs-artifact-bucket';
import type { GcsLifeCycle } from './gcs-life-cycle-rules';

/** Bucket and repository of a base stack. Where it makes them, they are as its environment asks. */
export interface GcpStorageProps extends GcsLifeCycle, ImageCleanUp {
  /**
   * A bucket that exists already. It is used as it is: what the environment asks of a bucket is up to you.
   * @default a new one
   */
  readonly bucket?: IGcsArtifactBucket;
  /**
   * A repository in Artifact Registry that exists already, in this project. It is used as it is.
   * @default a new one
   */
  readonly repository?: IGarImageRepository;
  /**
   * With `highAvailability`: the region that the bucket is in beside `region`. Reads from either cost no transfer.
   * @default none: the bucket is in the multi-region around `region`, `EU`, `US` or `ASIA`
   */
  readonly secondRegion?: string;
  /**
   * With `secondRegion`: whether both regions have each artifact within 15 minutes, at a price of its own.
   * @default false
   */
  readonly turboReplication?: boolean;
  /**
   * Days for which Google keeps what is deleted for good, and the bucket itself, so that they can be had back: 7 to 90, or 0 for
   * not at all.
   * @default 7, which is Google's default; 30 with `backupEnabled`; 90 in the strict mode
   */
  readonly softDeleteDays?: number;
  /**
   * Days for which overwritten and deleted artifacts are kept, with `backupEnabled` and in the strict mode.
   * @default 30; 365 in the strict mode
   */
  readonly noncurrentVersionDays?: number;
  /**
   * A key in Cloud KMS for bucket and repository, which are made with it in any mode. It is where they are. The service agents of
   * Cloud Storage and Artifact Registry must be allowed to use it (`roles/cloudkms.cryptoKeyEncrypterDecrypter`).
   * @default a new one in the strict mode, otherwise keys of Google's
   */
  readonly encryptionKey?: IEncryptionKey;
  /**
   * In the strict mode: days for which the logs of accesses to the bucket are kept.
   * @default 365
   */
  readonly accessLogDays?: number;
  /**
   * Whether the audit logs of the project have who reads and writes in Cloud Storage, Artifact Registry and Cloud KMS. This is a
   * setting of the whole project for each of these: it replaces the one that is there, and costs by the amount of logs.
   * @default false
   */
  readonly auditLogs?: boolean;
}
