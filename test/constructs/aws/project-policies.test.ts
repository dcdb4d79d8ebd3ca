import { ProjectStack, type ProjectStackProps } from '../../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../../constructs/aws';
import { isAllowed } from '../../support/iam-evaluation';
import { resourcesOf, stackWith, synthesize, type ResourceAttributes, type Synthesized } from '../synthesized';

const OBJECT_ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:AbortMultipartUpload',
];
const BUCKET_ACTIONS = ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketVersioning'];
const PUSH_ACTIONS = ['ecr:PutImage', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'];

const BASE_BUCKET = 'arn:aws:s3:::base-bucket';
const REPOSITORIES = 'arn:aws:ecr:us-east-1:123456789012:repository';

/** A project on a base stack with everything switched on, beside others of names that look like its own. */
function projectOn(props: Partial<AwsBaseStackProps>, project: Partial<ProjectStackProps<AwsAuth>> = {}): Synthesized {
  return synthesize(
    stackWith((scope) => {
      const environment = { name: 'dev', development: true, allowKeyInState: true };
      const base = new AwsBaseStack(scope, 'base', {
        environment,
        region: 'us-east-1',
        auth: AwsAuth.iamRole(),
        orchestrator: 'sagemaker',
        stepOperator: 'sagemaker',
        deployer: 'app-runner',
        services: ['skypilot'],
        ...props,
      });
      new ProjectStack(scope, 'fraud', { base, projectName: 'fraud', ...project });
      new ProjectStack(scope, 'fraud-detection', { base, projectName: 'fraud_detection', isolation: 'bucket' });
    }),
  );
}

/** The address of the resource that stands for a construct: `aws_s3_bucket.base_bucket_896CC8D5`. */
const references = (text: string): string =>
  text
    .replaceAll(/\$\{aws_s3_bucket\.base_bucket_\w+\.arn\}/g, BASE_BUCKET)
    .replaceAll(/\$\{aws_s3_bucket\.([a-z-]+)_bucket_\w+\.arn\}/g, 'arn:aws:s3:::$1-bucket')
    .replaceAll(/\$\{aws_ecr_repository\.([a-z-]+)_repository_\w+\.arn\}/g, `${REPOSITORIES}/$1`)
    .replaceAll(/\$\{element\(split\(\\*"\/\\*", aws_ecr_repository[^}]*\), 0\)\}/g, REPOSITORIES)
    .replaceAll(/\$\{element\(split\(\\*":\\*", data\.aws_caller_identity[^}]*\), 1\)\}/g, 'aws')
    .replaceAll(/\$\{substr\([^}]*\}/g, '9f8e7d6c')
    .replaceAll(/\$\{data\.aws_caller_identity[^}]*account_id\}/g, '123456789012')
    .replaceAll(/\$\{aws_iam_role\.([\w-]+)\.arn\}/g, 'arn:aws:iam::123456789012:role/$1')
    .replaceAll(/\$\{aws_codebuild_project\.([\w-]+)\.arn\}/g, 'arn:aws:codebuild:us-east-1:123456789012:project/$1');

/** The texts of all policies of the roles of a project. */
function policiesOf(synth: Synthesized, project: string): readonly string[] {
  const ofProject = ({ role }: ResourceAttributes) => String(role).startsWith(`\${aws_iam_role.${project}_`);
  const policies = resourcesOf(synth, 'aws_iam_role_policy')
    .filter(ofProject)
    .map(({ policy }) => references(String(policy)));
  expect(policies.length).toBeGreaterThan(3);
  for (const policy of policies) expect(policy).not.toContain('${');
  return policies;
}

/** The requests that the policies allow. */
async function allowed(
  policies: readonly string[],
  actions: readonly string[],
  resources: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const action of actions) {
    for (const resource of resources)
      if (await isAllowed(policies, { action, resource })) found.push(`${action} ${resource}`);
  }
  return found;
}

const all = (actions: readonly string[], resources: readonly string[]) =>
  actions.flatMap((action) => resources.map((resource) => `${action} ${resource}`));

describe('the policies of a project with a prefix of its own', () => {
  const policies = policiesOf(projectOn({}), 'fraud');

  it('allow everything that ZenML does with its objects', async () => {
    const own = [`${BASE_BUCKET}/projects/fraud/dev/model`, `${BASE_BUCKET}/projects/fraud/dev/a/b/c.json`];
    expect(await allowed(policies, OBJECT_ACTIONS, own)).toEqual(all(OBJECT_ACTIONS, own));
  });

  it('deny every object that is not below it, names that look like it among them', async () => {
    const others = [
      `${BASE_BUCKET}/projects/fraud_detection/dev/model`,
      `${BASE_BUCKET}/projects/fraud/development/model`,
      `${BASE_BUCKET}/projects/fraud/dev`,
      `${BASE_BUCKET}/projects/fraud/prod/model`,
      `${BASE_BUCKET}/projects/fraud`,
      `${BASE_BUCKET}/projects/model`,
      `${BASE_BUCKET}/model`,
      `${BASE_BUCKET}/code-build-contexts/context.zip`,
      'arn:aws:s3:::fraud-detection-bucket/model',
      'arn:aws:s3:::base-bucket-2/projects/fraud/dev/model',
    ];
    expect(await allowed(policies, [...OBJECT_ACTIONS, 's3:GetObjectVersion', 's3:PutObjectAcl'], others)).toEqual([]);
  });

  it("allow the calls on the bucket that ZenML's connector makes, and no change of it", async () => {
    expect(await allowed(policies, BUCKET_ACTIONS, [BASE_BUCKET])).toEqual(all(BUCKET_ACTIONS, [BASE_BUCKET]));
    const changes = ['s3:PutBucketPolicy', 's3:DeleteBucket', 's3:PutLifecycleConfiguration', 's3:PutBucketVersioning'];
    expect(await allowed(policies, changes, [BASE_BUCKET])).toEqual([]);
  });

  it('allow pushing to its own repository, and neither reading nor writing that of a neighbour or of the base', async () => {
    const own = `${REPOSITORIES}/fraud`;
    expect(await allowed(policies, PUSH_ACTIONS, [own])).toEqual(all(PUSH_ACTIONS, [own]));
    const others = [`${REPOSITORIES}/fraud-detection`, `${REPOSITORIES}/base`];
    const reads = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:DescribeImages', 'ecr:BatchDeleteImage'];
    expect(await allowed(policies, [...PUSH_ACTIONS, ...reads], others)).toEqual([]);
  });

  it('let it hand SageMaker and CodeBuild its own roles and project only', async () => {
    const roles = (synth: Synthesized, project: string) =>
      Object.keys(synth.configuration.resource?.aws_iam_role ?? {})
        .filter((id) => id.startsWith(`${project}_execution-role`))
        .map((id) => `arn:aws:iam::123456789012:role/${id}`);
    const synth = projectOn({});
    const passed = async (resource: string) =>
      isAllowed(policies, {
        action: 'iam:PassRole',
        resource,
        context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
      });
    const [own = ''] = roles(synth, 'fraud');
    const others = [...roles(synth, 'base'), ...roles(synth, 'fraud-detection')];
    expect(others).toHaveLength(2);
    expect([await passed(own), ...(await Promise.all(others.map(passed)))]).toEqual([true, false, false]);
  });
});

describe('the policies of a project with a bucket of its own', () => {
  const policies = policiesOf(projectOn({}), 'fraud-detection');
  const own = 'arn:aws:s3:::fraud-detection-bucket';

  it('allow everything that ZenML does in it', async () => {
    expect(await allowed(policies, OBJECT_ACTIONS, [`${own}/model`])).toEqual(all(OBJECT_ACTIONS, [`${own}/model`]));
    expect(await allowed(policies, BUCKET_ACTIONS, [own])).toEqual(all(BUCKET_ACTIONS, [own]));
  });

  it('deny everything in the bucket of the base, names of objects among it', async () => {
    const objects = [`${BASE_BUCKET}/model`, `${BASE_BUCKET}/projects/fraud/dev/model`];
    expect(await allowed(policies, OBJECT_ACTIONS, objects)).toEqual([]);
    expect(await allowed(policies, BUCKET_ACTIONS, [BASE_BUCKET])).toEqual([]);
  });
});

describe('a base stack that uses a part of its bucket', () => {
  it('has its projects below that part', async () => {
    const base = { configuration: { artifactStore: { path: 's3://base-bucket/ml/' } } };
    const policies = policiesOf(projectOn(base), 'fraud');
    const objects = [`${BASE_BUCKET}/ml/projects/fraud/dev/model`, `${BASE_BUCKET}/projects/fraud/dev/model`];
    expect(await allowed(policies, ['s3:GetObject'], objects)).toEqual([`s3:GetObject ${objects[0]}`]);
  });
});

describe('the evaluation', () => {
  it('fails for an action that does not exist', async () => {
    const policies = policiesOf(projectOn({}), 'fraud');
    await expect(isAllowed(policies, { action: 's3:ReadObject', resource: `${BASE_BUCKET}/a` })).rejects.toThrow(
      's3:ReadObject',
    );
  });
});
