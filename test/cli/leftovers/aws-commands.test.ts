import { AwsClients } from '../../../src/cli/leftovers/aws/aws-clients';
import type { AwsKind } from '../../../src/cli/leftovers/aws/aws-kind';
import { COMPUTE } from '../../../src/cli/leftovers/aws/kinds/compute';
import { IDENTITY } from '../../../src/cli/leftovers/aws/kinds/identity';
import { SERVICES } from '../../../src/cli/leftovers/aws/kinds/services';
import { KEYS, STORAGE } from '../../../src/cli/leftovers/aws/kinds/storage';
import { quoted } from '../../../src/cli/leftovers/leftover';

const aws = new AwsClients('eu-west-1');

test('a command has the fields of its request as options, quoted where a shell would take them apart', () => {
  const input = { RoleName: 'a role', InstanceIds: ['i-1', 'i-2'], force: true, PendingWindowInDays: 7 };
  expect(aws.command('iam some-command', input)).toBe(
    "aws iam some-command --role-name 'a role' --instance-ids i-1 i-2 --force --pending-window-in-days 7 --region eu-west-1",
  );
  expect(quoted("it's")).toBe(String.raw`'it'\''s'`);
});

test('a command and its request go together', async () => {
  const send = jest.fn(() => Promise.resolve());
  await aws.removal('ecr delete-repository', { repositoryName: 'a' }, send).run();
  expect(send).toHaveBeenCalledWith({ repositoryName: 'a' });
});

test('a client is made once', () => {
  class Client {
    readonly region: string;
    constructor({ region }: { readonly region: string }) {
      this.region = region;
    }
  }
  expect(aws.of(Client).region).toBe('eu-west-1');
  expect(aws.of(Client)).toBe(aws.of(Client));
});

const kinds: readonly AwsKind[] = [...SERVICES, ...COMPUTE, ...STORAGE, ...IDENTITY, ...KEYS];

test.each([
  ['s3:a.bucket', 'S3 bucket', 'a.bucket'],
  ['ecr:repository/team/images', 'ECR repository', 'team/images'],
  ['elasticloadbalancing:loadbalancer/app/web/62df30483fa1fc7a', 'load balancer', 'web'],
  ['elasticloadbalancing:loadbalancer/web', 'classic load balancer', 'web'],
  ['elasticloadbalancing:targetgroup/web/62df30483fa1fc7a', 'target group', 'web'],
  ['logs:log-group:/aws/codebuild/x:*', 'log group', '/aws/codebuild/x'],
  ['secretsmanager:secret:team/key-AbC123', 'secret of AWS', 'team/key'],
  ['dynamodb:table/locks', 'DynamoDB table', 'locks'],
  ['iam:role/service-role/builder', 'IAM role', 'builder'],
  ['iam:policy/access', 'IAM policy', 'access'],
  ['iam:instance-profile/skypilot', 'instance profile', 'skypilot'],
  ['kms:key/1234', 'KMS key', '1234'],
  ['eks:nodegroup/cluster/group/1234', 'EKS node group', 'cluster/group'],
  ['ec2:volume/vol-1', 'EBS volume', 'vol-1'],
  ['sagemaker:pipeline/training', 'SageMaker pipeline', 'training'],
  ['sagemaker:pipeline/training/execution/a1b2', 'record of a job', 'pipeline/training/execution/a1b2'],
  ['sagemaker:training-job/step-1', 'record of a job', 'training-job/step-1'],
  ['sagemaker:processing-job/step-1', 'record of a job', 'processing-job/step-1'],
  ['apprunner:service/web/8fe1e10304f84fd2b0df550fe98a71fa', 'App Runner service', 'web'],
])('%s is the %s %s', (resource, kind, name) => {
  const found = kinds.filter(({ pattern }) => pattern.test(resource));
  expect(found.map((each) => [each.kind, each.pattern.exec(resource)?.[1]])).toEqual([[kind, name]]);
});

test.each(SERVICES)('a $kind is nothing that is deleted from here', async ({ isGone, removals }) => {
  const resource = { arn: 'arn:aws:service:eu-west-1:123456789012:thing/a', name: 'a' };
  if ((await isGone?.(aws, resource)) === true) return;
  const [{ command, run } = { command: '' }, ...others] = await removals(aws, resource);
  expect(command).toMatch(/^aws (sagemaker|apprunner) delete-[a-z]+ --[a-z-]+ (a|arn:\S+) --region eu-west-1$/);
  expect({ run, others }).toEqual({ run: undefined, others: [] });
});

test.each(['s3:bucket/with/a/path', 'dynamodb:table/locks/index/by-name', 'sns:topic', 'ec2:vpc/vpc-1'])(
  '%s is of no kind that we could remove',
  (resource) => {
    expect(kinds.filter(({ pattern }) => pattern.test(resource))).toEqual([]);
  },
);
