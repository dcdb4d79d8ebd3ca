import type { AwsKind } from '../aws-kind';

/** What services make when pipelines run on them. Their clients are not part of this package: the command is for people to run. */
export const SERVICES: readonly AwsKind[] = [
  {
    // Those of jobs that have ended, which AWS keeps for ever, and of those that will. No request deletes one.
    kind: 'record of a job',
    pattern: /^sagemaker:((?:[a-z-]+-job|pipeline\/[^/]+\/execution)\/.+)$/,
    isGone: () => Promise.resolve(true),
    removals: () => [],
  },
  {
    kind: 'SageMaker pipeline',
    pattern: /^sagemaker:pipeline\/([^/]+)$/,
    removals: (aws, { name }) => [{ command: aws.command('sagemaker delete-pipeline', { PipelineName: name }) }],
  },
  {
    kind: 'SageMaker endpoint',
    pattern: /^sagemaker:endpoint\/([^/]+)$/,
    removals: (aws, { name }) => [{ command: aws.command('sagemaker delete-endpoint', { EndpointName: name }) }],
  },
  {
    kind: 'App Runner service',
    pattern: /^apprunner:service\/([^/]+)\/[^/]+$/,
    removals: (aws, { arn }) => [{ command: aws.command('apprunner delete-service', { ServiceArn: arn }) }],
  },
];
