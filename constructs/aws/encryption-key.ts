import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import type { CloudScope } from './grants/cloud-scope';
import { keyPolicy } from './grants/key-policy';
import { resourcePolicyText } from './policy';

/** What a bucket or repository needs of a KMS key. `KmsKey` and `DataAwsKmsKey` of the AWS bindings have it. */
export interface IEncryptionKey {
  readonly arn: string;
}

/** What an encryption key is made from. */
export interface EncryptionKeyProps {
  /** The name by which people find it, unique in its account and region, without `alias/`. */
  readonly keyName: string;
  /** Where it is. */
  readonly scope: CloudScope;
  /**
   * Days between the order to delete it and its end, 7 to 30. Until then it can be had back, and with it what it encrypts.
   * @default 30
   */
  readonly deletionWindowDays?: number;
  /**
   * Whether terraform refuses to destroy it.
   * @default false
   */
  readonly preventDestroy?: boolean;
  /**
   * On the key itself.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A KMS key of the account's own for artifacts and images, rotated each year. It works only through S3 and ECR, and only for
 * those whom IAM allows it.
 */
export class EncryptionKey extends Construct implements IEncryptionKey {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { keyName, deletionWindowDays = 30, preventDestroy = false, tags } = props;
    addChecks(this, [
      {
        holds: Number.isInteger(deletionWindowDays) && deletionWindowDays >= 7 && deletionWindowDays <= 30,
        message: `deletionWindowDays is ${deletionWindowDays}; AWS takes 7 to 30: correct it`,
      },
    ]);
    const resource = new KmsKey(this, 'Resource', {
      description: 'Artifacts and images of ZenML pipelines',
      enableKeyRotation: true,
      deletionWindowInDays: deletionWindowDays,
      policy: resourcePolicyText(keyPolicy(props.scope)),
      tags: tags && { ...tags },
      ...(preventDestroy && { lifecycle: { preventDestroy } }),
    });
    new KmsAlias(this, 'alias', { name: `alias/${keyName}`, targetKeyId: resource.keyId });
    this.arn = resource.arn;
  }
}
