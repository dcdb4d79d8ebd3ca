import type { IArtifactBucket } from './artifact-bucket';
import type { IImageRepository } from './image-repository';
import { partOf } from './part-of';
import type { PolicyStatement } from './policy';

/**
 * Reading and writing artifacts in one bucket.
 * ZenML's connector asks for the bucket itself each time it hands out a client, so listing has no prefix condition.
 */
export function bucketGrants({ arn }: IArtifactBucket): readonly PolicyStatement[] {
  return [
    {
      sid: 'ArtifactBucket',
      actions: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketVersioning'],
      resources: [arn],
    },
    {
      sid: 'Artifacts',
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:AbortMultipartUpload'],
      resources: [`${arn}/*`],
    },
  ];
}

/** Pulling images from one repository. */
export function imagePullGrants({ arn }: IImageRepository): readonly PolicyStatement[] {
  return [
    // AWS gives this action for the whole registry only.
    { sid: 'RegistryLogin', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
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
    {
      // ZenML lists the repositories of the account, without a filter, to verify a connector and before each push.
      sid: 'RepositoryNames',
      actions: ['ecr:DescribeRepositories'],
      resources: [`${partOf(repository.arn, '/', 0)}/*`],
    },
  ];
}

/** Where SageMaker works for a stack. */
export interface SagemakerScope {
  /** `aws`, `aws-cn`. */
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** ARN of the role that the jobs run as. */
  readonly executionRoleArn: string;
}

/**
 * Starting pipelines and jobs, and reading their logs. ZenML chooses their names, so they are those of the account and region.
 */
export function sagemakerClientGrants(scope: SagemakerScope): readonly PolicyStatement[] {
  return [
    {
      sid: 'SagemakerPipelines',
      actions: [
        'sagemaker:AddTags',
        'sagemaker:CreatePipeline',
        'sagemaker:DescribePipeline',
        'sagemaker:DescribePipelineExecution',
        'sagemaker:ListPipelineExecutionSteps',
        'sagemaker:ListTags',
        'sagemaker:StartPipelineExecution',
        'sagemaker:StopPipelineExecution',
        'sagemaker:UpdatePipeline',
      ],
      resources: sagemakerArns(scope, 'pipeline'),
    },
    runJobs(scope),
    passRole(scope),
    jobLogs(scope, 'logs:DescribeLogStreams', 'logs:GetLogEvents'),
  ];
}

/** What SageMaker does as the execution role: running the steps of pipelines as jobs, and writing their logs. */
export function sagemakerExecutionGrants(scope: SagemakerScope): readonly PolicyStatement[] {
  return [
    runJobs(scope),
    passRole(scope),
    jobLogs(scope, 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'),
  ];
}

function runJobs(scope: SagemakerScope): PolicyStatement {
  return {
    sid: 'SagemakerJobs',
    actions: [
      'sagemaker:AddTags',
      'sagemaker:CreateProcessingJob',
      'sagemaker:CreateTrainingJob',
      'sagemaker:DescribeProcessingJob',
      'sagemaker:DescribeTrainingJob',
      'sagemaker:StopProcessingJob',
      'sagemaker:StopTrainingJob',
    ],
    resources: sagemakerArns(scope, 'processing-job', 'training-job'),
  };
}

function jobLogs({ partition, region, accountId }: SagemakerScope, ...actions: readonly string[]): PolicyStatement {
  return {
    sid: 'JobLogs',
    actions,
    resources: [`arn:${partition}:logs:${region}:${accountId}:log-group:/aws/sagemaker/*`],
  };
}

function sagemakerArns({ partition, region, accountId }: SagemakerScope, ...kinds: readonly string[]): string[] {
  return kinds.map((kind) => `arn:${partition}:sagemaker:${region}:${accountId}:${kind}/*`);
}

function passRole({ executionRoleArn }: SagemakerScope): PolicyStatement {
  return {
    sid: 'ExecutionRole',
    actions: ['iam:PassRole'],
    resources: [executionRoleArn],
    conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  };
}
