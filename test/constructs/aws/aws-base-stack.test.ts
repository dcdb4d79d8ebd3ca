import { DataAwsEcrRepository } from '@cdktf/provider-aws/lib/data-aws-ecr-repository';
import { DataAwsS3Bucket } from '@cdktf/provider-aws/lib/data-aws-s3-bucket';
import { Testing } from 'cdktf';
import { ServiceConnector, type Environment } from '../../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../../constructs/aws';
import { onlyResource, resourcesOf, stackWith, statementsIn, synthesize, type Synthesized } from '../synthesized';

const dev: Environment = { name: 'dev', development: true, allowKeyInState: true, tags: { team: 'core' } };
const prod: Environment = { name: 'prod', projectName: 'fraud_detection' };

function baseStack(props: Partial<AwsBaseStackProps> = {}) {
  return stackWith((scope) => {
    new AwsBaseStack(scope, 'base', { environment: dev, region: 'us-east-1', auth: AwsAuth.iamRole(), ...props });
  }, 'dev');
}

const base = (props: Partial<AwsBaseStackProps> = {}): Synthesized => synthesize(baseStack(props));

describe('the bucket of an AWS base stack', () => {
  it('is encrypted and closed to the public', () => {
    const synth = base();
    expect(onlyResource(synth, 'aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(onlyResource(synth, 'aws_s3_bucket_server_side_encryption_configuration').rule).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } },
    ]);
  });

  it('refuses requests without TLS', () => {
    const [statement] = statementsIn(onlyResource(base(), 'aws_s3_bucket_policy'));
    expect(statement).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  it('accepts requests without TLS where the AWS endpoint has none, and says so', () => {
    const stack = baseStack({ endpointUrl: 'http://127.0.0.1:5000' });
    expect(resourcesOf(synthesize(stack), 'aws_s3_bucket_policy')).toEqual([]);
    const warnings = stack.node.findChild('base').node.metadata.map(({ data }) => String(data));
    expect(warnings).toEqual([expect.stringContaining('http://127.0.0.1:5000 is plain http')]);
  });

  it('refuses requests without TLS at an endpoint that has it', () => {
    expect(resourcesOf(base({ endpointUrl: 'https://aws.example.com' }), 'aws_s3_bucket_policy')).toHaveLength(1);
  });

  it('keeps no versions', () => {
    expect(resourcesOf(base(), 'aws_s3_bucket_versioning')).toEqual([]);
  });

  it('may be one that exists already', () => {
    const synth = synthesize(
      stackWith((scope) => {
        const bucket = new DataAwsS3Bucket(scope, 'bucket', { bucket: 'ours' });
        const repository = new DataAwsEcrRepository(scope, 'repository', { name: 'ours' });
        const auth = AwsAuth.implicit();
        new AwsBaseStack(scope, 'base', { environment: prod, region: 'us-east-1', auth, bucket, repository });
      }),
    );
    expect(resourcesOf(synth, 'aws_s3_bucket')).toEqual([]);
    expect(resourcesOf(synth, 'aws_ecr_repository')).toEqual([]);
    expect(synth.text).toContain('s3://${data.aws_s3_bucket.bucket.bucket}');
  });
});

describe('the repository of an AWS base stack', () => {
  it('scans images and lets tags move', () => {
    expect(onlyResource(base(), 'aws_ecr_repository')).toMatchObject({
      image_scanning_configuration: { scan_on_push: true },
      image_tag_mutability: 'MUTABLE',
    });
  });
});

describe('what users have put into bucket and repository', () => {
  const forced = (environment: Environment, auth = AwsAuth.implicit()) => {
    const synth = base({ environment, auth });
    return [onlyResource(synth, 'aws_s3_bucket').force_destroy, onlyResource(synth, 'aws_ecr_repository').force_delete];
  };

  it('goes with them in development, and nowhere else by default', () => {
    expect(forced(dev)).toEqual([true, true]);
    expect(forced(prod)).toEqual([false, false]);
  });

  it('goes with them where the environment says so', () => {
    expect(forced({ ...prod, forceDestroy: true })).toEqual([true, true]);
    expect(forced({ ...dev, forceDestroy: false })).toEqual([false, false]);
  });
});

describe('the registration of an AWS base stack', () => {
  it('has one verified connector for each resource', () => {
    const connectors = resourcesOf(base(), 'zenml_service_connector');
    expect(connectors.map(({ name, resource_type, verify }) => ({ name, resource_type, verify }))).toEqual([
      { name: 'dev-base-aws-connector', resource_type: 'aws-generic', verify: undefined },
      { name: 'dev-base-ecr-connector', resource_type: 'docker-registry', verify: undefined },
      { name: 'dev-base-s3-connector', resource_type: 's3-bucket', verify: undefined },
    ]);
    expect(connectors[2]?.resource_id).toMatch(/^s3:\/\/\$\{aws_s3_bucket\.\w+\.bucket\}$/);
  });

  it('makes the connectors after the policies that they need', () => {
    for (const connector of resourcesOf(base(), 'zenml_service_connector')) {
      expect(connector.depends_on).toEqual([
        expect.stringMatching(/^aws_iam_role_policy\./),
        expect.stringMatching(/^aws_iam_user_policy\./),
      ]);
    }
  });

  it('is named <environment>-base-stack and has an image builder and a local orchestrator', () => {
    const synth = base();
    expect(onlyResource(synth, 'zenml_stack').name).toBe('dev-base-stack');
    const components = resourcesOf(synth, 'zenml_stack_component').map(({ type, flavor }) => [type, flavor]);
    expect(components).toEqual([
      ['artifact_store', 's3'],
      ['container_registry', 'aws'],
      ['image_builder', 'aws'],
      ['orchestrator', 'local'],
    ]);
  });

  it('names everything after the stack', () => {
    const synth = base({ stackName: 'training' });
    const names = ['zenml_stack', 'zenml_stack_component', 'zenml_service_connector'].flatMap((type) =>
      resourcesOf(synth, type).map(({ name }) => String(name)),
    );
    expect(names).toHaveLength(8);
    expect(names.filter((name) => !name.startsWith('training'))).toEqual([]);
  });

  it('runs on SageMaker with a role and a connector of its own where asked to', () => {
    const synth = base({ orchestrator: 'sagemaker' });
    const orchestrator = resourcesOf(synth, 'zenml_stack_component').find(({ type }) => type === 'orchestrator');
    expect(orchestrator).toMatchObject({
      flavor: 'sagemaker',
      configuration: {
        execution_role: expect.stringMatching(/^\$\{aws_iam_role\.base_execution-role_\w+\.arn\}$/) as unknown,
      },
    });
    const types = resourcesOf(synth, 'zenml_service_connector').map(({ resource_type }) => resource_type);
    expect(types).toEqual(['docker-registry', 's3-bucket', 'aws-generic']);
  });
});

describe('names and tags of an AWS base stack', () => {
  it('begin with zenml-<environment>- and digits from account, region and environment', () => {
    const prefix =
      'zenml-dev-${substr(sha256(join("/", [data.aws_caller_identity.base_account_EC852A50.account_id, "us-east-1", "dev", ""])), 0, 8)}';
    const synth = base({ imageBuilder: 'none' });
    expect(onlyResource(synth, 'aws_s3_bucket').bucket).toBe(prefix);
    expect(onlyResource(synth, 'aws_ecr_repository').name).toBe(prefix);
    expect(onlyResource(synth, 'aws_iam_role').name).toBe(prefix);
    expect(onlyResource(synth, 'aws_iam_user').name).toBe(`${prefix}-connector`);
  });

  it('differ by nameSeed', () => {
    expect(onlyResource(base({ nameSeed: 'second' }), 'aws_s3_bucket').bucket).toContain(
      '"us-east-1", "dev", "second"',
    );
  });

  it('cannot be taken over by tags of the environment', () => {
    const synth = base({ environment: { ...dev, tags: { managed_by: 'hand' } } });
    expect(onlyResource(synth, 'aws_s3_bucket').tags).toMatchObject({ managed_by: 'terraform' });
  });
});

describe('an AWS base stack', () => {
  it('requires versions of the AWS provider that have all it uses', () => {
    expect(base().configuration.terraform?.required_providers?.aws).toEqual({
      source: 'aws',
      version: '>= 5.100.0, < 7.0.0',
    });
  });

  it('fails where a key would lie in the state of an environment that does not allow it, naming the alternative', () => {
    expect(() => base({ environment: prod })).toThrow(
      /auth is AwsAuth\.iamRole\(\), whose key .* environment "prod" does not allow that: use AwsAuth\.implicit\(\)/,
    );
    expect(() => base({ environment: { name: 'dev', development: true }, auth: AwsAuth.secretKey() })).toThrow(
      'auth is AwsAuth.secretKey()',
    );
  });

  it('fails where keys in state are allowed outside development', () => {
    expect(() => base({ environment: { ...prod, allowKeyInState: true } })).toThrow(
      'environment "prod" sets allowKeyInState, which only an environment with development: true may',
    );
  });

  it.each(['Dev', 'd', '1dev', 'dev_1', 'dev-', 'a-name-that-is-too-long'])(
    'fails for an environment named %j',
    (name) => {
      expect(() => base({ environment: { ...dev, name } })).toThrow(`environment is named "${name}"; expected 2 to 16`);
    },
  );

  it('fails straight under the app, with what to make', () => {
    const under = () =>
      new AwsBaseStack(Testing.app(), 'base', { environment: prod, region: 'us-east-1', auth: AwsAuth.implicit() });
    expect(under).toThrow('base is in no Terraform stack; expected it in one');
  });

  const two = (one: Partial<AwsBaseStackProps>, other: Partial<AwsBaseStackProps>) => () =>
    synthesize(
      stackWith((scope) => {
        const common = { environment: prod, region: 'us-east-1', auth: AwsAuth.implicit() };
        new AwsBaseStack(scope, 'base', { ...common, ...one });
        new AwsBaseStack(scope, 'second', { ...common, stackName: 'second', ...other });
      }),
    );

  it('fails where another one would give its AWS resources the same names', () => {
    expect(two({}, {})).toThrow(
      'its AWS resources would have the names of those of test/base, since both are of environment "prod" in us-east-1: give one of them a nameSeed, such as "second"',
    );
    expect(two({}, { nameSeed: 'second' })).not.toThrow();
    expect(two({}, { region: 'eu-west-1' })).not.toThrow();
    expect(two({ accountId: '111111111111' }, { accountId: '222222222222' })).not.toThrow();
  });

  it('fails without an identity for its connectors, and with one that nothing would use', () => {
    expect(() => base({ auth: undefined })).toThrow('has neither auth nor connectors; its connectors need an identity');
    const fault = () =>
      synthesize(
        stackWith((scope) => {
          const ours = ServiceConnector.fromName(scope, 'ours', 'aws');
          const connectors = { 's3-bucket': ours, 'docker-registry': ours, 'aws-generic': ours };
          new AwsBaseStack(scope, 'base', {
            environment: prod,
            region: 'us-east-1',
            auth: AwsAuth.implicit(),
            connectors,
          });
        }),
      );
    expect(fault).toThrow('auth is AwsAuth.implicit(), and the connectors exist already, so nothing would use it');
  });

  it('fails for parts and configuration that nothing would use', () => {
    const role = { name: 'jobs', arn: 'arn:aws:iam::123456789012:role/jobs' };
    expect(() => base({ executionRole: role })).toThrow('executionRole is given, and SageMaker is not used');
    expect(() => base({ buildProject: role, imageBuilder: 'none' })).toThrow(
      'buildProject is given, and CodeBuild is not used',
    );
    expect(() => base({ configuration: { sagemakerOrchestrator: {} } })).toThrow(
      'configuration.sagemakerOrchestrator is given, and orchestrator is "local": switch that',
    );
    expect(() => base({ configuration: { deployer: {} } })).toThrow(
      'configuration.deployer is given, and deployer is "none"',
    );
  });

  it('fails for an account that is none', () => {
    expect(() => base({ accountId: '1234' })).toThrow('accountId is "1234"; expected the 12 digits of an AWS account');
  });

  it('fails to say what services it does not use', () => {
    stackWith((scope) => {
      const stack = new AwsBaseStack(scope, 'base', {
        environment: prod,
        region: 'us-east-1',
        auth: AwsAuth.implicit(),
        imageBuilder: 'none',
      });
      expect(() => stack.executionRoleArn).toThrow('test/base does not use sagemaker; team stacks on it may');
      expect(() => stack.buildProject).toThrow('add "codebuild" to its services');
    });
  });

  it('fails with all its faults at once', () => {
    const environment = { name: 'X', allowKeyInState: true };
    const fault = () => base({ environment, region: 'virginia' });
    expect(fault).toThrow('environment is named "X"');
    expect(fault).toThrow('region is "virginia"; expected the id of an AWS region such as "eu-west-1"');
    expect(fault).toThrow('sets allowKeyInState');
  });
});
