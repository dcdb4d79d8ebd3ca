import type { PolicyStatement } from '../policy';
import { regionalArn, type CloudScope } from './cloud-scope';

/** Where SageMaker works for a stack. */
export interface SagemakerScope extends CloudScope {
  /** ARN of the role that the jobs run as. */
  readonly executionRoleArn: string;
}

const NAMED_BY_ZENML = 'ZenML names pipelines and jobs when they run, after the pipeline of the user.';

/** Starting pipelines and jobs, and reading their logs. */
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
      why: NAMED_BY_ZENML,
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

/** Running pipelines on a schedule: the client makes the schedules, EventBridge runs them as the scheduler role. */
export function sagemakerScheduleGrants(scope: CloudScope, schedulerRoleArn: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'SagemakerSchedules',
      actions: ['scheduler:CreateSchedule', 'scheduler:GetSchedule', 'scheduler:UpdateSchedule'],
      resources: [regionalArn(scope, 'scheduler', 'schedule/default/*')],
      why: 'ZenML names schedules after the pipeline of the user, in the default group.',
    },
    {
      sid: 'SchedulerRole',
      actions: ['iam:PassRole'],
      resources: [schedulerRoleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    },
  ];
}

/** What EventBridge does as the scheduler role. */
export function schedulerGrants(scope: CloudScope): readonly PolicyStatement[] {
  return [
    {
      sid: 'ScheduledPipelines',
      actions: ['sagemaker:StartPipelineExecution'],
      resources: sagemakerArns(scope, 'pipeline'),
      why: NAMED_BY_ZENML,
    },
  ];
}

function runJobs(scope: CloudScope): PolicyStatement {
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
    why: NAMED_BY_ZENML,
  };
}

function jobLogs(scope: CloudScope, ...actions: readonly string[]): PolicyStatement {
  return {
    sid: 'JobLogs',
    actions,
    resources: [regionalArn(scope, 'logs', 'log-group:/aws/sagemaker/*')],
    why: 'SageMaker keeps the logs of all jobs of a kind in one group, a stream for each job.',
  };
}

function sagemakerArns(scope: CloudScope, ...kinds: readonly string[]): string[] {
  return kinds.map((kind) => regionalArn(scope, 'sagemaker', `${kind}/*`));
}

function passRole({ executionRoleArn }: SagemakerScope): PolicyStatement {
  return {
    sid: 'ExecutionRole',
    actions: ['iam:PassRole'],
    resources: [executionRoleArn],
    conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  };
}
