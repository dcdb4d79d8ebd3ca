import type { IImageRepository } from '../image-repository';
import { partOf } from '../part-of';
import type { PolicyStatement } from '../policy';

/** Pulling images from one repository. */
export function imagePullGrants({ arn }: IImageRepository): readonly PolicyStatement[] {
  return [
    {
      sid: 'RegistryLogin',
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      why: 'AWS gives this action for the whole registry only.',
    },
    {
      sid: 'ImagePull',
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: [arn],
    },
  ];
}

/** Pushing images to one repository and pulling them. */
export function imagePushGrants(repository: IImageRepository): readonly PolicyStatement[] {
  return [
    ...imagePullGrants(repository),
    {
      sid: 'ImagePush',
      actions: [
        'ecr:CompleteLayerUpload',
        'ecr:DescribeImages',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ],
      resources: [repository.arn],
    },
  ];
}

/** What a connector for the registry needs: the images of one repository, and the names of all. */
export function registryConnectorGrants(repository: IImageRepository): readonly PolicyStatement[] {
  return [
    ...imagePushGrants(repository),
    {
      sid: 'RepositoryNames',
      actions: ['ecr:DescribeRepositories'],
      resources: [`${partOf(repository.arn, '/', 0)}/*`],
      why: 'ZenML lists the repositories of the account, without a filter, to verify a connector and before each push.',
    },
  ];
}
