import { appRunnerClientGrants, appRunnerInstanceGrants } from '../../constructs/aws/grants/app-runner-grants';
import { bucketGrants } from '../../constructs/aws/grants/bucket-grants';
import { codebuildClientGrants, codebuildServiceGrants } from '../../constructs/aws/grants/codebuild-grants';
import { federationGrants } from '../../constructs/aws/grants/federation-grants';
import { imagePullGrants, registryConnectorGrants } from '../../constructs/aws/grants/image-grants';
import { keyPolicy } from '../../constructs/aws/grants/key-policy';
import { logDeliveryStatement } from '../../constructs/aws/grants/log-delivery';
import { replicationGrants } from '../../constructs/aws/grants/replication-grants';
import {
  sagemakerClientGrants,
  sagemakerExecutionGrants,
  sagemakerScheduleGrants,
  schedulerGrants,
} from '../../constructs/aws/grants/sagemaker-grants';
import { skypilotGrants, skypilotInstanceGrants } from '../../constructs/aws/grants/skypilot-grants';
import type { PolicyStatement, ResourcePolicyStatement } from '../../constructs/aws/policy';
import type { CloudPermissions, Permission, PermissionSection } from './permission-section';

const scope = { partition: 'aws', region: 'REGION', accountId: 'ACCOUNT' };
const bucket = {
  bucket: 'BUCKET',
  arn: 'arn:aws:s3:::BUCKET',
  // Only a strict environment has one; everything else is the same without.
  encryptionKey: { arn: 'arn:aws:kms:REGION:ACCOUNT:key/KEY' },
};
const repository = {
  name: 'REPOSITORY',
  arn: 'arn:aws:ecr:REGION:ACCOUNT:repository/REPOSITORY',
  repositoryUrl: 'ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY',
};
const roleArn = (role: string) => `arn:aws:iam::ACCOUNT:role/${role}`;
const executionRoleArn = roleArn('PREFIX-sagemaker');
const accessRoleArn = roleArn('PREFIX-app-runner-access');
const instanceRoleArn = roleArn('PREFIX-app-runner');

const IDENTITY = 'Of the identity behind the service connectors';

/** What the constructs for AWS allow, from the functions that write their policies. */
export const awsPermissions: CloudPermissions = {
  cloud: 'AWS',
  introduction:
    'Names in capitals stand for those of the stack: its `BUCKET`, its `REPOSITORY`, its `KEY` where it has one, the `PREFIX` of its names. ' +
    'The identity behind the service connectors is a role (`AwsAuth.iamRole()`, `AwsAuth.implicit()`), a user ' +
    '(`AwsAuth.secretKey()`, `AwsAuth.sessionToken()`, `AwsAuth.federationToken()`), or what you name. It has the ' +
    'permissions of the parts that the base stack has, and of the `services` that it is told its team stacks use.',
  sections: [
    section('Artifact store (S3)', `${IDENTITY}.`, bucketGrants(bucket)),
    section('Container registry (ECR)', `${IDENTITY}.`, registryConnectorGrants(repository)),
    section(
      'Image builder (CodeBuild)',
      `${IDENTITY}, where the base stack has the image builder.`,
      codebuildClientGrants('arn:aws:codebuild:REGION:ACCOUNT:project/PREFIX-image-builder'),
    ),
    section(
      'Role of the CodeBuild project',
      'Assumed by `codebuild.amazonaws.com`.',
      codebuildServiceGrants({ ...scope, bucket, repository, projectName: 'PREFIX-image-builder' }),
    ),
    section('Orchestrator and step operator (SageMaker)', `${IDENTITY}, where SageMaker is used.`, [
      ...sagemakerClientGrants({ ...scope, executionRoleArn }),
      ...sagemakerScheduleGrants(scope, roleArn('PREFIX-scheduler')),
    ]),
    section('SageMaker execution role', 'Assumed by `sagemaker.amazonaws.com`; the steps of pipelines run as it.', [
      ...bucketGrants(bucket),
      ...imagePullGrants(repository),
      ...sagemakerExecutionGrants({ ...scope, executionRoleArn }),
    ]),
    section(
      'Scheduler role',
      'Assumed by `scheduler.amazonaws.com`, which starts scheduled pipelines as it.',
      schedulerGrants(scope),
    ),
    section('Orchestrator (SkyPilot)', `${IDENTITY}, where SkyPilot is used.`, skypilotGrants(scope)),
    section(
      'Role of `SkypilotInstanceRole`',
      'Assumed by `ec2.amazonaws.com`; the machines of SkyPilot have it, in all regions of the account.',
      skypilotInstanceGrants({ ...scope, region: '*' }),
    ),
    section(
      'Deployer (App Runner)',
      `${IDENTITY}, where App Runner is used.`,
      appRunnerClientGrants({ ...scope, accessRoleArn, instanceRoleArn }),
    ),
    section(
      'App Runner access role',
      'Assumed by `build.apprunner.amazonaws.com` to pull images.',
      imagePullGrants(repository),
    ),
    section('App Runner instance role', 'Assumed by `tasks.apprunner.amazonaws.com`; deployed pipelines run as it.', [
      ...bucketGrants(bucket),
      ...appRunnerInstanceGrants(scope),
    ]),
    section(
      'Role of the bucket replication',
      'Assumed by `s3.amazonaws.com`, where the environment has high availability.',
      replicationGrants(bucket, {
        bucket: 'BUCKET-replica',
        arn: 'arn:aws:s3:::BUCKET-replica',
        encryptionKey: { arn: 'arn:aws:kms:REPLICA-REGION:ACCOUNT:key/REPLICA-KEY' },
      }),
    ),
    section(
      'Policy of the key',
      'Of the account, in a strict environment. None of it is allowed to anybody whom IAM does not allow it, too.',
      keyPolicy(scope),
    ),
    section('Policy of the bucket for access logs', 'Of `logging.s3.amazonaws.com`, in a strict environment.', [
      logDeliveryStatement('arn:aws:s3:::BUCKET-access-logs', ['BUCKET'], scope),
    ]),
    section(
      'Artifact store of a project stack',
      'Of the identity of a project, instead of that of the artifact store. The rest is as above, with its own repository, roles and CodeBuild project.',
      bucketGrants({ ...bucket, prefix: 'projects/PROJECT/ENVIRONMENT' }),
    ),
    section('User of `AwsAuth.iamRole()`', 'Of the user whose key the connectors hold. It may do nothing else.', [
      { sid: 'AssumeRole', actions: ['sts:AssumeRole'], resources: [roleArn('PREFIX')] },
    ]),
    section(
      'User of `AwsAuth.federationToken()`',
      'Of the user whose key the connectors hold, besides the permissions of the stack. ' +
        'Session tokens (`AwsAuth.sessionToken()`) need no permission: AWS gives them to every user.',
      federationGrants(),
    ),
  ],
};

type Statement = Pick<PolicyStatement, 'sid' | 'actions' | 'resources' | 'why'> &
  Pick<ResourcePolicyStatement, 'conditions'>;

function section(title: string, holder: string, statements: readonly Statement[]): PermissionSection {
  return { title, holder, permissions: statements.map(permission) };
}

function permission({ sid, actions, resources, conditions = {}, why }: Statement): Permission {
  const tests = Object.values(conditions).flatMap((test) =>
    Object.entries(test).map(([key, value]) => `${key} = ${[value].flat().join(' or ')}`),
  );
  return { name: sid, grants: actions, resources, condition: tests.length > 0 ? tests.join(', ') : undefined, why };
}
