import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role';
import type { Construct } from 'constructs';
import { ServiceConnector } from '../../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../../constructs/aws';
import {
  onlyResource,
  resourcesOf,
  stackWith,
  statementsIn,
  synthesize,
  type ResourceAttributes,
  type Synthesized,
} from '../synthesized';

const dev = { name: 'dev', development: true, allowKeyInState: true, projectName: 'fraud', tags: { team: 'core' } };

type Props = Partial<AwsBaseStackProps>;

function baseIn(scope: Construct, props: Props = {}): AwsBaseStack {
  const auth = props.connectors !== undefined && typeof props.connectors === 'object' ? undefined : AwsAuth.implicit();
  return new AwsBaseStack(scope, 'base', { environment: dev, region: 'us-east-1', auth, ...props });
}

const base = (props: Props | ((scope: Construct) => Props) = {}): Synthesized =>
  synthesize(
    stackWith((scope) => {
      baseIn(scope, typeof props === 'function' ? props(scope) : props);
    }, 'dev'),
  );

const EVERYTHING: Props = {
  orchestrator: 'sagemaker',
  stepOperator: 'sagemaker',
  deployer: 'app-runner',
  services: ['skypilot'],
};

const componentOf = (
  synth: Synthesized,
  type: string,
): ResourceAttributes & { configuration: Record<string, string> } =>
  resourcesOf(synth, 'zenml_stack_component').find((component) => component.type === type) as never;

const namesOf = (synth: Synthesized, type: string) => resourcesOf(synth, type).map(({ name }) => String(name));

/** The policy of the role with a description. */
function policyOf(synth: Synthesized, description: RegExp) {
  const [id] =
    Object.entries(synth.configuration.resource?.aws_iam_role ?? {}).find(([, role]) =>
      description.test(String(role.description)),
    ) ?? [];
  return resourcesOf(synth, 'aws_iam_role_policy').find(({ role }) => role === `\${aws_iam_role.${id}.name}`) ?? {};
}

const sidsOf = (policy: ResourceAttributes) => statementsIn(policy).map(({ Sid }) => Sid);
const IDENTITY = /assumed by the ZenML server/;

describe('the image builder of an AWS base stack', () => {
  const synth = base();

  it('is a CodeBuild project that takes build contexts from the bucket', () => {
    const project = onlyResource(synth, 'aws_codebuild_project');
    expect(project).toMatchObject({
      service_role: expect.stringMatching(/aws_iam_role\.base_build-project_role_\w+\.arn/) as unknown,
      source: { type: 'S3', location: '${aws_s3_bucket.base_bucket_896CC8D5.bucket}/code-build-contexts/' },
      artifacts: { type: 'NO_ARTIFACTS' },
    });
    expect(componentOf(synth, 'image_builder')).toMatchObject({
      flavor: 'aws',
      configuration: {
        code_build_project: expect.stringMatching(/aws_codebuild_project\.base_build-project_\w+\.name/) as unknown,
      },
    });
  });

  it('reads contexts, pushes images and writes logs as a role that only CodeBuild may assume', () => {
    const role = resourcesOf(synth, 'aws_iam_role').find(({ description }) =>
      String(description).includes('CodeBuild'),
    );
    const [trust] = statementsIn(role ?? {}, 'assume_role_policy');
    expect(trust?.Principal).toEqual({ Service: ['codebuild.amazonaws.com'] });
    const statements = statementsIn(policyOf(synth, /CodeBuild/));
    expect(statements.find(({ Sid }) => Sid === 'BuildContexts')).toMatchObject({
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: ['${aws_s3_bucket.base_bucket_896CC8D5.arn}/code-build-contexts/*'],
    });
    expect(statements.map(({ Sid }) => Sid)).toEqual(expect.arrayContaining(['ImagePush', 'BuildLogs']));
  });

  it('may be used by the identity, and nothing else of CodeBuild', () => {
    const builds = statementsIn(policyOf(synth, IDENTITY)).filter(({ Action }) => String(Action).includes('codebuild'));
    expect(builds.map(({ Resource }) => Resource)).toEqual([
      [expect.stringMatching(/^\$\{aws_codebuild_project\.base_build-project_\w+\.arn\}$/)],
    ]);
  });

  it('is not there where switched off', () => {
    const without = base({ imageBuilder: 'none' });
    expect(resourcesOf(without, 'aws_codebuild_project')).toEqual([]);
    expect(componentOf(without, 'image_builder')).toBeUndefined();
    expect(sidsOf(policyOf(without, IDENTITY))).not.toContain('ImageBuilds');
    expect(namesOf(without, 'zenml_service_connector')).toEqual(['dev-base-ecr-connector', 'dev-base-s3-connector']);
  });

  it('may be a project that exists already', () => {
    const arn = 'arn:aws:codebuild:us-east-1:123456789012:project/ours';
    const ours = base({ buildProject: { name: 'ours', arn } });
    expect(resourcesOf(ours, 'aws_codebuild_project')).toEqual([]);
    expect(componentOf(ours, 'image_builder').configuration).toEqual({ code_build_project: 'ours' });
    expect(statementsIn(policyOf(ours, IDENTITY)).find(({ Sid }) => Sid === 'ImageBuilds')?.Resource).toEqual([arn]);
  });
});

describe('SageMaker in an AWS base stack', () => {
  const synth = base({ orchestrator: 'sagemaker', stepOperator: 'sagemaker' });

  it('runs pipelines, steps and schedules, through one connector', () => {
    expect(componentOf(synth, 'orchestrator')).toMatchObject({
      flavor: 'sagemaker',
      configuration: {
        execution_role: '${aws_iam_role.base_execution-role_47822565.arn}',
        scheduler_role: expect.stringMatching(/base_scheduler-role_\w+\.arn/) as unknown,
        bucket: '${aws_s3_bucket.base_bucket_896CC8D5.bucket}',
      },
    });
    expect(componentOf(synth, 'step_operator')).toMatchObject({
      flavor: 'sagemaker',
      configuration: { role: '${aws_iam_role.base_execution-role_47822565.arn}' },
    });
    expect(componentOf(synth, 'step_operator').connector_id).toBe(componentOf(synth, 'orchestrator').connector_id);
    expect(namesOf(synth, 'zenml_service_connector')).toContain('dev-base-sagemaker-connector');
    expect(namesOf(synth, 'zenml_service_connector')).not.toContain('dev-base-aws-connector');
  });

  it('tags what it makes', () => {
    const tags = {
      team: 'core',
      managed_by: 'terraform',
      environment: 'dev',
      project: 'fraud',
      stack: 'dev-base-stack',
    };
    const { configuration } = componentOf(synth, 'orchestrator');
    expect(JSON.parse(configuration.tags ?? '')).toEqual(tags);
    expect(JSON.parse(configuration.pipeline_tags ?? '')).toEqual(tags);
    const { estimator_args = '' } = componentOf(synth, 'step_operator').configuration;
    const { tags: listed } = JSON.parse(estimator_args) as { tags: { Key: string; Value: string }[] };
    expect(Object.fromEntries(listed.map(({ Key, Value }) => [Key, Value]))).toEqual(tags);
  });

  it('runs jobs as a role that exists already where one is given', () => {
    const ours = base((scope) => ({
      orchestrator: 'sagemaker',
      executionRole: new DataAwsIamRole(scope, 'jobs', { name: 'ml-jobs' }),
    }));
    expect(namesOf(ours, 'aws_iam_role').some((name) => name.endsWith('-sagemaker'))).toBe(false);
    expect(componentOf(ours, 'orchestrator').configuration.execution_role).toBe('${data.aws_iam_role.jobs.arn}');
    const pass = statementsIn(policyOf(ours, IDENTITY)).find(({ Sid }) => Sid === 'ExecutionRole');
    expect(pass?.Resource).toEqual(['${data.aws_iam_role.jobs.arn}']);
  });

  it('is there for team stacks without a component of the base stack', () => {
    const synthForTeams = base({ services: ['sagemaker'] });
    expect(componentOf(synthForTeams, 'orchestrator').flavor).toBe('local');
    expect(sidsOf(policyOf(synthForTeams, IDENTITY))).toContain('SagemakerPipelines');
    expect(namesOf(synthForTeams, 'zenml_service_connector')).toContain('dev-base-aws-connector');
  });
});

describe('SkyPilot in an AWS base stack', () => {
  const synth = base({ orchestrator: 'skypilot' });

  it('runs pipelines on machines with the labels of the stack', () => {
    const orchestrator = componentOf(synth, 'orchestrator');
    expect(orchestrator).toMatchObject({ flavor: 'vm_aws', configuration: { region: 'us-east-1' } });
    expect(JSON.parse(orchestrator.configuration.labels ?? '')).toMatchObject({ stack: 'dev-base-stack' });
  });

  it('may start machines of the account and region, as the one role that SkyPilot knows', () => {
    const statements = statementsIn(policyOf(synth, IDENTITY)).filter(({ Sid }) => Sid?.startsWith('Skypilot'));
    const wide = statements.filter(({ Resource }) => Resource?.includes('*')).map(({ Action }) => Action);
    expect(wide.flat().filter((action) => !action.startsWith('ec2:Describe'))).toEqual([]);
    const roles = statements.flatMap(({ Action, Resource = [] }) => (Action.includes('iam:PassRole') ? Resource : []));
    expect(roles.map((arn) => arn.split(':').at(-1))).toEqual(['role/skypilot-v1', 'instance-profile/skypilot-v1']);
    const actions = statements.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /iam:(Create|Attach|Put|Add)(?!ServiceLinkedRole)/.test(action))).toEqual([]);
  });
});

describe('App Runner in an AWS base stack', () => {
  it('is off, and warns when switched on that it is closed to new customers', () => {
    expect(componentOf(base(), 'deployer')).toBeUndefined();
    const stack = stackWith((scope) => {
      baseIn(scope, { deployer: 'app-runner' });
    });
    const warnings = stack.node.findChild('base').node.metadata.map(({ data }) => String(data));
    expect(warnings).toEqual([expect.stringContaining('closed to new customers')]);
  });

  it('pulls images as one role and runs pipelines as another', () => {
    const synth = base({ deployer: 'app-runner' });
    expect(componentOf(synth, 'deployer')).toMatchObject({
      flavor: 'aws',
      configuration: {
        region: 'us-east-1',
        access_role_arn: expect.stringMatching(/base_app-runner-access-role_\w+\.arn/) as unknown,
        instance_role_arn: expect.stringMatching(/base_app-runner-instance-role_\w+\.arn/) as unknown,
      },
    });
    expect(sidsOf(policyOf(synth, /App Runner may do/))).toEqual(['RegistryLogin', 'ImagePull']);
    expect(sidsOf(policyOf(synth, /deployed ZenML pipelines/))).toEqual([
      'ArtifactBucket',
      'Artifacts',
      'DeploymentSecretValues',
    ]);
  });
});

describe('the connectors of an AWS base stack', () => {
  it('are a single one for all resource types where asked for', () => {
    const synth = base({ ...EVERYTHING, connectors: 'single' });
    const connector = onlyResource(synth, 'zenml_service_connector');
    expect(connector).toMatchObject({ name: 'dev-base-connector' });
    expect([connector.resource_type, connector.resource_id]).toEqual([undefined, undefined]);
    const used = resourcesOf(synth, 'zenml_stack_component').map(({ connector_id }) => connector_id);
    expect(new Set(used).size).toBe(1);
  });

  it('may exist already, and nothing is then made in IAM for them', () => {
    const synth = base((scope) => {
      const admin = ServiceConnector.fromName(scope, 'admin', 'aws-dev');
      return { connectors: { 's3-bucket': admin, 'docker-registry': admin, 'aws-generic': admin } };
    });
    expect(resourcesOf(synth, 'zenml_service_connector')).toEqual([]);
    expect(policyOf(synth, IDENTITY)).toEqual({});
    for (const { connector_id } of resourcesOf(synth, 'zenml_stack_component').filter(
      ({ flavor }) => flavor !== 'local',
    )) {
      expect(connector_id).toMatch(/^\$\{data\.zenml_service_connector\.admin_\w+\.id\}$/);
    }
  });

  it('are found by resource type', () => {
    stackWith((scope) => {
      const stack = baseIn(scope, { imageBuilder: 'none' });
      expect(stack.connectors.map(({ node }) => node.id)).toEqual(['s3-connector', 'ecr-connector']);
      expect(stack.connectorFor('s3-bucket')).toBe(stack.connectors[0]);
      expect(stack.connectorFor('docker-registry')).toBe(stack.connectors[1]);
      expect(stack.connector).toBe(stack.connectorFor('aws-generic'));
      expect(stack.connectors.map(({ node }) => node.id)).toEqual(['s3-connector', 'ecr-connector', 'aws-connector']);
      expect(() => stack.connectorFor('kubernetes-cluster')).toThrow(
        'has no connector for "kubernetes-cluster"; it has those for s3-bucket, docker-registry, aws-generic',
      );
    });
  });
});

describe('the components of an AWS base stack', () => {
  it('take more configuration, which wins over what the base stack sets', () => {
    const synth = base({
      orchestrator: 'sagemaker',
      configuration: {
        artifactStore: { path: 's3://ours/ml', labels: { tier: 'gold' } },
        sagemakerOrchestrator: { instanceType: 'ml.m5.2xlarge', extra: { future_key: 'on' } },
        imageBuilder: { computeType: 'BUILD_GENERAL1_LARGE', environmentVariables: { PIP_INDEX_URL: 'https://pypi' } },
      },
    });
    expect(componentOf(synth, 'artifact_store')).toMatchObject({
      configuration: { path: 's3://ours/ml' },
      labels: { tier: 'gold', stack: 'dev-base-stack' },
    });
    expect(componentOf(synth, 'orchestrator').configuration).toMatchObject({
      instance_type: 'ml.m5.2xlarge',
      future_key: 'on',
      execution_role: '${aws_iam_role.base_execution-role_47822565.arn}',
    });
    expect(componentOf(synth, 'image_builder')).toMatchObject({
      configuration: { compute_type: 'BUILD_GENERAL1_LARGE' },
      environment: { PIP_INDEX_URL: 'https://pypi' },
    });
  });

  it('are as the base stack has them where their configuration is undefined', () => {
    const configuration = {
      artifactStore: { name: undefined, path: undefined, connector: undefined },
      containerRegistry: { uri: undefined, defaultRepository: undefined },
      imageBuilder: { codeBuildProject: undefined, connector: undefined },
      localOrchestrator: undefined,
      sagemakerOrchestrator: { name: undefined, tags: undefined, schedulerRole: undefined, bucket: undefined },
      stepOperator: { connector: undefined, estimatorArgs: { tags: undefined } },
      deployer: { region: undefined, tags: undefined },
    };
    expect(base({ ...EVERYTHING, configuration }).text).toBe(base(EVERYTHING).text);
  });
});

describe('an AWS base stack with everything switched on', () => {
  const synth = base(EVERYTHING);

  it('has all of its resources and objects tagged that can be', () => {
    const expected = {
      team: 'core',
      managed_by: 'terraform',
      environment: 'dev',
      project: 'fraud',
      stack: 'dev-base-stack',
    };
    for (const type of ['aws_s3_bucket', 'aws_ecr_repository', 'aws_iam_role', 'aws_codebuild_project']) {
      expect(resourcesOf(synth, type).length).toBeGreaterThan(0);
      for (const { tags } of resourcesOf(synth, type)) expect(tags).toEqual(expected);
    }
    for (const type of ['zenml_service_connector', 'zenml_stack_component', 'zenml_stack']) {
      for (const { labels } of resourcesOf(synth, type)) expect(labels).toMatchObject(expected);
    }
    const users = base({ ...EVERYTHING, auth: AwsAuth.federationToken() });
    for (const type of ['aws_iam_user', 'aws_iam_policy']) {
      for (const { tags } of resourcesOf(users, type)) expect(tags).toEqual(expected);
    }
  });

  it('uses the provider it is given for all that is in AWS', () => {
    const aliased = base((scope) => ({
      ...EVERYTHING,
      auth: AwsAuth.iamRole(),
      provider: new AwsProvider(scope, 'frankfurt', { region: 'us-east-1', alias: 'frankfurt' }),
    }));
    const { resource = {}, data = {} } = aliased.configuration;
    const ofAws = [...Object.entries(resource), ...Object.entries(data)].filter(([type]) => type.startsWith('aws_'));
    expect(ofAws.map(([type]) => type)).toEqual(expect.arrayContaining(['aws_s3_bucket', 'aws_caller_identity']));
    for (const { provider } of ofAws.flatMap(([, found]) => Object.values(found)))
      expect(provider).toBe('aws.frankfurt');
    expect(onlyResource(aliased, 'zenml_stack').provider).toBeUndefined();
  });

  it('has policies that AWS has room for', () => {
    const sizeOf = (policy: ResourceAttributes) =>
      JSON.stringify({ Version: '2012-10-17', Statement: statementsIn(policy) })
        // Terraform puts values there; the longest are ARNs of roles with names of 64 characters.
        .replaceAll(/\$\{[^}]*arn\}/g, `arn:aws-us-gov:iam::123456789012:role/${'n'.repeat(64)}`)
        .replaceAll(/\$\{[^}]*\}/g, '123456789012').length;
    for (const policy of resourcesOf(synth, 'aws_iam_role_policy')) expect(sizeOf(policy)).toBeLessThan(10_240);
    const users = base({ ...EVERYTHING, auth: AwsAuth.federationToken() });
    const [first = {}, second = {}] = resourcesOf(users, 'aws_iam_policy');
    expect([sizeOf(first), sizeOf(second)].filter((size) => size > 6_144)).toEqual([]);
    expect([...sidsOf(first), ...sidsOf(second)].sort()).toEqual(sidsOf(policyOf(synth, IDENTITY)).sort());
    for (const { depends_on } of resourcesOf(users, 'zenml_service_connector')) expect(depends_on).toHaveLength(3);
    expect(sizeOf(onlyResource(users, 'aws_iam_user_policy'))).toBeLessThan(2_048);
  });
});

describe('the outputs of an AWS base stack', () => {
  it('name what it made, and the commands that its users start with', () => {
    const { output = {} } = synthesize(
      stackWith((scope) => {
        baseIn(scope, EVERYTHING).addOutputs();
      }),
    ).configuration;
    expect(output.install_command?.value).toBe('zenml integration install -y aws s3');
    expect(output.set_command?.value).toMatch(/^zenml stack set \$\{zenml_stack\.base_stack_\w+\.name\}$/);
    expect(Object.keys(output)).toEqual(
      expect.arrayContaining([
        'bucket_name',
        'registry_url',
        'identity_name',
        'build_project_name',
        'execution_role_arn',
        'stack_id',
        'stack_name',
      ]),
    );
  });
});

describe('the account and the region of an AWS base stack', () => {
  const conditions = (synth: Synthesized, type: string) =>
    Object.values(synth.configuration.data?.[type] ?? {}).flatMap(
      ({ lifecycle }) => (lifecycle as { postcondition?: { condition: string }[] } | undefined)?.postcondition ?? [],
    );

  it('are checked during plan', () => {
    const synth = base({ accountId: '210987654321' });
    expect(conditions(synth, 'aws_region')).toEqual([
      {
        condition: '${self.id == "us-east-1"}',
        error_message: expect.stringContaining('The AWS provider is for the region ${self.id}') as unknown,
      },
    ]);
    expect(conditions(synth, 'aws_caller_identity')).toEqual([
      {
        condition: '${self.account_id == "210987654321"}',
        error_message: expect.stringContaining('are of the account ${self.account_id}') as unknown,
      },
    ]);
  });

  it('may be any account where none is named', () => {
    expect(conditions(base(), 'aws_caller_identity')).toEqual([]);
  });
});
