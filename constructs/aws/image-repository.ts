import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import { dayCheck } from '../day-check';
import type { IEncryptionKey } from './encryption-key';
import { keepsRegistryKey } from './migrations';

/** What a stack needs of an ECR repository. `EcrRepository` and `DataAwsEcrRepository` of the AWS bindings have it. */
export interface IImageRepository {
  readonly name: string;
  readonly arn: string;
  /** Host and name: `123456789012.dkr.ecr.us-east-1.amazonaws.com/name`. */
  readonly repositoryUrl: string;
}

/** What an image repository is made from. */
export interface ImageRepositoryProps {
  /** Unique in its account and region. */
  readonly repositoryName: string;
  /**
   * Whether destroying the repository deletes the images in it.
   * @default false
   */
  readonly forceDestroy?: boolean;
  /**
   * Whether terraform refuses to destroy the repository, even an empty one.
   * @default false
   */
  readonly preventDestroy?: boolean;
  /**
   * Whether a tag stays with the image that got it first. ZenML gives the images of a pipeline the same tag with every build,
   * unless the pipeline sets `DockerSettings(image_tag=...)`: with immutable tags it must, or only its first build is pushed.
   * @default false
   */
  readonly immutableTags?: boolean;
  /**
   * The key that images are encrypted with. The plan fails where a repository that exists has one of the other kind.
   * @default one of AWS's own (AES-256)
   */
  readonly encryptionKey?: IEncryptionKey;
  /**
   * Days after which images that have no tag any more are deleted. Runs find the images of earlier builds by digest, so a
   * pipeline cannot be run again on a build that is older.
   * @default never
   */
  readonly untaggedImageDays?: number;
  /**
   * On the resource itself.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * An ECR repository for the images of pipelines, scanned on push. Its tags can be moved, as ZenML does with every build, and
 * nothing in it expires, since earlier builds are found by digest, unless it is told otherwise.
 */
export class ImageRepository extends Construct implements IImageRepository {
  readonly name: string;
  readonly arn: string;
  readonly repositoryUrl: string;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const { repositoryName, forceDestroy = false, preventDestroy = false, immutableTags = false } = props;
    const { encryptionKey, untaggedImageDays, tags } = props;
    addChecks(this, [
      {
        holds: !forceDestroy || !preventDestroy,
        message: 'forceDestroy and preventDestroy are both true; expected one of them at most: take one out',
      },
      dayCheck('untaggedImageDays', untaggedImageDays),
    ]);
    const resource = new EcrRepository(this, 'Resource', {
      name: repositoryName,
      forceDelete: forceDestroy,
      imageScanningConfiguration: { scanOnPush: true },
      imageTagMutability: immutableTags ? 'IMMUTABLE' : 'MUTABLE',
      ...(encryptionKey && {
        encryptionConfiguration: [{ encryptionType: 'KMS', kmsKey: encryptionKey.arn }],
      }),
      tags: tags && { ...tags },
      lifecycle: {
        ...(preventDestroy && { preventDestroy }),
        // A change of it would replace the repository; the condition says so instead.
        ignoreChanges: ['encryption_configuration'],
        postcondition: keepsRegistryKey(encryptionKey),
      },
    });
    if (untaggedImageDays !== undefined) {
      new EcrLifecyclePolicy(this, 'clean-up', {
        repository: resource.name,
        policy: untaggedImagesExpire(untaggedImageDays),
      });
    }
    this.name = resource.name;
    this.arn = resource.arn;
    this.repositoryUrl = resource.repositoryUrl;
  }
}

function untaggedImagesExpire(days: number): string {
  return JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `untagged for ${days} days`,
        selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: days },
        action: { type: 'expire' },
      },
    ],
  });
}
