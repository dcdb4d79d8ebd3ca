import type { PolicyStatement } from '../policy';
import { iamArn, regionalArn, type CloudScope } from './cloud-scope';

/** Begins the names of what ZenML's deployer makes, services and secrets, unless it is configured otherwise. */
const NAME_PREFIX = 'zenml-';

const NAMED_BY_ZENML = 'ZenML names services after the deployment of the user.';

/** Where App Runner works for a stack. */
export interface AppRunnerScope extends CloudScope {
  /** ARN of the role that pulls the images. */
  readonly accessRoleArn: string;
  /** ARN of the role that the services run as. */
  readonly instanceRoleArn: string;
}

/** Deploying pipelines as App Runner services, with their secrets in Secrets Manager, and reading their logs. */
export function appRunnerClientGrants(scope: AppRunnerScope): readonly PolicyStatement[] {
  const service = regionalArn(scope, 'apprunner', `service/${NAME_PREFIX}*`);
  const scaling = regionalArn(scope, 'apprunner', 'autoscalingconfiguration/*');
  return [
    {
      sid: 'AppRunnerServices',
      actions: [
        'apprunner:CreateService',
        'apprunner:DeleteService',
        'apprunner:DescribeService',
        'apprunner:TagResource',
        'apprunner:UpdateService',
      ],
      resources: [service],
      why: NAMED_BY_ZENML,
    },
    {
      sid: 'AppRunnerScaling',
      actions: [
        'apprunner:CreateAutoScalingConfiguration',
        'apprunner:CreateService',
        'apprunner:DeleteAutoScalingConfiguration',
        'apprunner:DescribeAutoScalingConfiguration',
        'apprunner:TagResource',
        'apprunner:UpdateService',
      ],
      resources: [scaling],
      why: 'A service that has no scaling of its own uses the default one of the account, whose name is none of ours.',
    },
    {
      sid: 'DeploymentSecrets',
      actions: [
        'secretsmanager:CreateSecret',
        'secretsmanager:DeleteSecret',
        'secretsmanager:DescribeSecret',
        'secretsmanager:TagResource',
        'secretsmanager:UpdateSecret',
      ],
      resources: [deploymentSecrets(scope)],
      why: NAMED_BY_ZENML,
    },
    {
      sid: 'AppRunnerRoles',
      actions: ['iam:PassRole'],
      resources: [scope.accessRoleArn, scope.instanceRoleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'apprunner.amazonaws.com' } },
    },
    {
      sid: 'AppRunnerServiceRole',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [iamArn(scope, 'role/aws-service-role/apprunner.amazonaws.com/*')],
      conditions: { StringEquals: { 'iam:AWSServiceName': 'apprunner.amazonaws.com' } },
      why: 'AWS names the service-linked role of App Runner, and makes it with the first service.',
    },
    {
      sid: 'DeploymentLogs',
      actions: ['logs:DescribeLogStreams', 'logs:GetLogEvents'],
      resources: [regionalArn(scope, 'logs', `log-group:/aws/apprunner/${NAME_PREFIX}*`)],
      why: NAMED_BY_ZENML,
    },
  ];
}

/** What deployed pipelines do: reading the secrets that ZenML made for them. */
export function appRunnerInstanceGrants(scope: CloudScope): readonly PolicyStatement[] {
  return [
    {
      sid: 'DeploymentSecretValues',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [deploymentSecrets(scope)],
      why: 'ZenML names secrets after the deployment of the user.',
    },
  ];
}

function deploymentSecrets(scope: CloudScope): string {
  return regionalArn(scope, 'secretsmanager', `secret:${NAME_PREFIX}*`);
}
