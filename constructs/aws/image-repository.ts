import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { Construct } from 'constructs';

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
   * On the resource itself.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * An ECR repository for the images of pipelines, scanned on push. Its tags can be moved, as ZenML does with every build, and
 * nothing in it expires, since earlier builds are found by digest.
 */
export class ImageRepository extends Construct implements IImageRepository {
  readonly name: string;
  readonly arn: string;
  readonly repositoryUrl: string;

  constructor(scope: Construct, id: string, { repositoryName, forceDestroy = false, tags }: ImageRepositoryProps) {
    super(scope, id);
    const resource = new EcrRepository(this, 'Resource', {
      name: repositoryName,
      forceDelete: forceDestroy,
      imageScanningConfiguration: { scanOnPush: true },
      imageTagMutability: 'MUTABLE',
      tags: tags && { ...tags },
    });
    this.name = resource.name;
    this.arn = resource.arn;
    this.repositoryUrl = resource.repositoryUrl;
  }
}
