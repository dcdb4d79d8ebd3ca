import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../../constructs/aws';
import { onlyResource, resourcesOf, stackWith, statementsIn, synthesize, type StatementJson } from '../synthesized';

const dev = { name: 'dev', development: true, allowKeyInState: true };

function base(props: Partial<AwsBaseStackProps> = {}) {
  return synthesize(
    stackWith((scope) => {
      const auth = AwsAuth.iamRole();
      new AwsBaseStack(scope, 'base', { environment: dev, region: 'us-east-1', auth, imageBuilder: 'none', ...props });
    }, 'dev'),
  );
}

const bucket = '${aws_s3_bucket.base_bucket_896CC8D5.arn}';
const repository = '${aws_ecr_repository.base_repository_401BAFF4.arn}';

const storage: readonly Pick<StatementJson, 'Sid' | 'Resource'>[] = [
  { Sid: 'ArtifactBucket', Resource: [bucket] },
  { Sid: 'Artifacts', Resource: [`${bucket}/*`] },
];

const resourcesBySid = (statements: readonly StatementJson[]) =>
  statements.map(({ Sid, Resource }) => ({ Sid, Resource }));

describe('AwsAuth.iamRole()', () => {
  const synth = base();

  it('gives the role the bucket and the repository, and no more than AWS and ZenML make necessary', () => {
    expect(resourcesBySid(statementsIn(onlyResource(synth, 'aws_iam_role_policy')))).toEqual([
      ...storage,
      // AWS knows no narrower resource for it.
      { Sid: 'RegistryLogin', Resource: ['*'] },
      { Sid: 'ImagePull', Resource: [repository] },
      { Sid: 'ImagePush', Resource: [repository] },
      // ZenML lists repositories without a filter.
      {
        Sid: 'RepositoryNames',
        Resource: ["${element(split('/', aws_ecr_repository.base_repository_401BAFF4.arn), 0)}/*"],
      },
    ]);
  });

  it('allows named actions only', () => {
    const statements = statementsIn(onlyResource(synth, 'aws_iam_role_policy'));
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
    expect(statements.find(({ Sid }) => Sid === 'RegistryLogin')?.Action).toEqual(['ecr:GetAuthorizationToken']);
    expect(statements.find(({ Sid }) => Sid === 'RepositoryNames')?.Action).toEqual(['ecr:DescribeRepositories']);
  });
});

describe('a SageMaker orchestrator', () => {
  const synth = base({ orchestrator: 'sagemaker' });
  const roles = resourcesOf(synth, 'aws_iam_role');
  const policies = resourcesOf(synth, 'aws_iam_role_policy');
  const executionRole = '${aws_iam_role.base_execution-role_47822565.arn}';
  const execution = policies.find(({ role }) => String(role).includes('execution-role'));
  const connector = policies.find(({ role }) => String(role).includes('identity'));

  it('runs its jobs as a role that only SageMaker may assume', () => {
    const role = roles.find(({ description }) => String(description).includes('SageMaker'));
    const [trust] = statementsIn(role ?? {}, 'assume_role_policy');
    expect(trust?.Principal).toEqual({ Service: ['sagemaker.amazonaws.com'] });
  });

  it('lets the jobs reach the bucket, pull the images and write logs', () => {
    const statements = statementsIn(execution ?? {});
    expect(resourcesBySid(statements).slice(0, 4)).toEqual([
      ...storage,
      { Sid: 'RegistryLogin', Resource: ['*'] },
      { Sid: 'ImagePull', Resource: [repository] },
    ]);
    expect(statements.map(({ Sid }) => Sid)).toEqual(expect.arrayContaining(['SagemakerJobs', 'JobLogs']));
    expect(statements.map(({ Sid }) => Sid)).not.toContain('ImagePush');
  });

  it('lets clients read the logs and not write them', () => {
    const logs = statementsIn(connector ?? {}).find(({ Sid }) => Sid === 'JobLogs');
    expect(logs?.Action).toEqual(['logs:DescribeLogStreams', 'logs:GetLogEvents']);
    expect(logs?.Resource).toEqual([expect.stringMatching(/:log-group:\/aws\/sagemaker\/\*$/)]);
  });

  it.each([
    ['the connector', connector],
    ['the jobs', execution],
  ])('lets %s pass only the execution role, and only to SageMaker', (_, policy) => {
    const passes = statementsIn(policy ?? {}).filter(
      ({ Sid, Action }) => Action.includes('iam:PassRole') && Sid !== 'SchedulerRole',
    );
    expect(passes).toEqual([
      {
        Sid: 'ExecutionRole',
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: [executionRole],
        Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
      },
    ]);
  });

  it('stays within the account and region', () => {
    const sagemaker = [connector, execution].flatMap((policy) =>
      statementsIn(policy ?? {}).filter(({ Sid }) => Sid === 'SagemakerPipelines' || Sid === 'SagemakerJobs'),
    );
    expect(sagemaker.map(({ Sid }) => Sid)).toEqual(['SagemakerPipelines', 'SagemakerJobs', 'SagemakerJobs']);
    for (const arn of sagemaker.flatMap(({ Resource = [] }) => Resource)) {
      expect(arn).toMatch(/:sagemaker:us-east-1:\$\{data\.aws_caller_identity\.\w+\.account_id\}:[a-z-]+\/\*$/);
    }
  });
});
