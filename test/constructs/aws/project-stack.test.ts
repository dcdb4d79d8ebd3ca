import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import {
  BaseStack,
  LocalOrchestrator,
  ProjectStack,
  SharedArtifactStore,
  StackComponent,
  type Environment,
  type IBaseStack,
  type ProjectStackProps,
} from '../../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../../constructs/aws';
import { resourcesOf, stackWith, synthesize, type ResourceAttributes, type Synthesized } from '../synthesized';

const environment: Environment = { name: 'dev', development: true, allowKeyInState: true, projectName: 'platform' };

type Props = Partial<Omit<ProjectStackProps<AwsAuth>, 'base'>>;

function makeBase(scope: Construct, props: Partial<AwsBaseStackProps> = {}): AwsBaseStack {
  return new AwsBaseStack(scope, 'base', {
    environment,
    region: 'us-east-1',
    auth: AwsAuth.iamRole(),
    imageBuilder: 'none',
    ...props,
  });
}

function project(props: Props = {}, base: Partial<AwsBaseStackProps> = {}): Synthesized {
  return synthesize(
    stackWith((scope) => {
      const made = new ProjectStack(scope, 'fraud', {
        base: makeBase(scope, base),
        projectName: 'fraud_detection',
        ...props,
      });
      made.addOutputs();
    }),
  );
}

function idsOf({ configuration }: Synthesized, type: string): readonly string[] {
  return Object.keys(configuration.resource?.[type] ?? {}).map((id) => id.replace(/_[0-9A-F]{8}$/, ''));
}

function named(synth: Synthesized, type: string, name: string): ResourceAttributes {
  const found = resourcesOf(synth, type).find((resource) => resource.name === name);
  if (found === undefined) throw new Error(`no ${type} is named ${name}`);
  return found;
}

/** The components of the project's ZenML stack by type, as constructs are named. */
function componentsIn(synth: Synthesized, stack = 'fraud_detection-dev-stack'): Readonly<Record<string, string>> {
  const { components } = named(synth, 'zenml_stack', stack) as { components: Record<string, string> };
  return Object.fromEntries(
    Object.entries(components).map(([type, id]) => [
      type,
      /zenml_stack_component\.(.+)_[0-9A-F]{8}\.id/.exec(id)?.[1] ?? id,
    ]),
  );
}

const refusal = (build: (scope: Construct) => void) => () => synthesize(stackWith(build));

describe('a project stack on an AWS base stack', () => {
  const synth = project();

  it('has an artifact store, a registry, an identity and connectors of its own, and shares the rest', () => {
    expect(componentsIn(synth)).toEqual({
      artifact_store: 'fraud_artifact-store',
      container_registry: 'fraud_container-registry',
      orchestrator: 'base_local-orchestrator',
    });
    expect(idsOf(synth, 'zenml_service_connector')).toEqual([
      'base_ecr-connector',
      'base_s3-connector',
      'fraud_ecr-connector',
      'fraud_s3-connector',
    ]);
    expect(idsOf(synth, 'aws_iam_role')).toEqual(['base_identity_role', 'fraud_identity_role']);
    expect(idsOf(synth, 'aws_s3_bucket')).toEqual(['base_bucket']);
  });

  it('keeps its artifacts below a prefix of project and environment', () => {
    const { configuration } = named(synth, 'zenml_stack_component', 'fraud_detection-dev-artifact-store');
    expect(configuration).toEqual({
      path: expect.stringMatching(
        /^s3:\/\/\$\{aws_s3_bucket\.base_bucket_\w+\.bucket\}\/projects\/fraud_detection\/dev$/,
      ) as string,
    });
  });

  it('keeps its images in a repository named for project and environment', () => {
    expect(resourcesOf(synth, 'aws_ecr_repository').map(({ name }) => name)).toContain('fraud_detection-dev');
    const { configuration } = named(synth, 'zenml_stack_component', 'fraud_detection-dev-container-registry');
    expect(configuration).toMatchObject({
      default_repository: expect.stringContaining('aws_ecr_repository.fraud_repository') as string,
    });
  });

  it('carries its name in the labels of all that is its own', () => {
    const own = (type: string) =>
      Object.entries(synth.configuration.resource?.[type] ?? {}).flatMap(([id, attributes]) =>
        id.startsWith('fraud_') ? [attributes] : [],
      );
    const labels = { managed_by: 'terraform', environment: 'dev', project: 'fraud_detection' };
    for (const type of ['aws_ecr_repository', 'aws_iam_role', 'aws_iam_user']) {
      for (const { tags } of own(type)) expect(tags).toMatchObject(labels);
    }
    for (const type of ['zenml_stack', 'zenml_stack_component', 'zenml_service_connector']) {
      for (const resource of own(type)) {
        expect(resource.labels).toMatchObject({ ...labels, stack: 'fraud_detection-dev-stack' });
      }
    }
  });

  it('tells its users what to set, and what is its own', () => {
    expect(Object.keys(synth.configuration.output ?? {})).toEqual(
      expect.arrayContaining([
        'fraud_set_command',
        'fraud_artifact_store_path',
        'fraud_identity_name',
        'fraud_registry_url',
      ]),
    );
  });
});

describe('what runs on services of AWS', () => {
  const everything: Partial<AwsBaseStackProps> = {
    orchestrator: 'sagemaker',
    stepOperator: 'sagemaker',
    imageBuilder: 'codebuild',
    deployer: 'app-runner',
  };
  const synth = project({}, everything);

  it('is there once more with roles of the project, so that nothing runs with the rights of the base', () => {
    expect(componentsIn(synth)).toEqual({
      artifact_store: 'fraud_artifact-store',
      container_registry: 'fraud_container-registry',
      deployer: 'fraud_app-runner-deployer',
      image_builder: 'fraud_image-builder',
      orchestrator: 'fraud_sagemaker-orchestrator',
      step_operator: 'fraud_sagemaker-step-operator',
    });
    const text = JSON.stringify(
      resourcesOf(synth, 'zenml_stack_component').filter(({ name }) => String(name).startsWith('fraud_detection-dev-')),
    );
    expect(text).not.toMatch(/base_(identity|execution-role|build-project|scheduler-role|app-runner|\w+-connector)/);
  });

  it('writes the outputs of jobs below the prefix, where its role may write', () => {
    const orchestrator = named(synth, 'zenml_stack_component', 'fraud_detection-dev-sagemaker-orchestrator');
    expect(JSON.stringify(orchestrator.configuration)).toMatch(/projects\/fraud_detection\/dev\/sagemaker/);
    const stepOperator = named(synth, 'zenml_stack_component', 'fraud_detection-dev-sagemaker-step-operator');
    expect(JSON.stringify(stepOperator.configuration)).toMatch(
      /output_path.*projects\/fraud_detection\/dev\/sagemaker/,
    );
  });

  it('takes the configuration of the base, but for what names things of the base', () => {
    const base = project(
      {},
      {
        ...everything,
        configuration: {
          sagemakerOrchestrator: { instanceType: 'ml.m5.large', executionRole: 'arn:aws:iam::123456789012:role/base' },
        },
      },
    );
    const { configuration } = named(base, 'zenml_stack_component', 'fraud_detection-dev-sagemaker-orchestrator');
    expect(configuration).toMatchObject({
      instance_type: 'ml.m5.large',
      execution_role: expect.stringContaining('aws_iam_role.fraud_execution-role') as string,
    });
  });

  it('is not made for what the project leaves out or replaces', () => {
    const own = synthesize(
      stackWith((scope) => {
        const base = makeBase(scope, everything);
        const components = [new LocalOrchestrator(scope, 'own')];
        const without = ['image_builder', 'step_operator', 'deployer'] as const;
        new ProjectStack(scope, 'fraud', { base, projectName: 'fraud_detection', components, without });
      }),
    );
    expect(componentsIn(own)).toEqual({
      artifact_store: 'fraud_artifact-store',
      container_registry: 'fraud_container-registry',
      orchestrator: 'own',
    });
    expect(idsOf(own, 'aws_codebuild_project')).toEqual(['base_build-project']);
    expect(idsOf(own, 'aws_iam_role').filter((id) => id.startsWith('fraud'))).toEqual(['fraud_identity_role']);
  });

  it('stays the default beside additional components', () => {
    const beside = synthesize(
      stackWith((scope) => {
        const base = makeBase(scope, everything);
        const further = new StackComponent(scope, 'further', { type: 'step_operator', flavor: 'sample' });
        new ProjectStack(scope, 'fraud', { base, projectName: 'fraud_detection', additionalComponents: [further] });
      }),
    );
    expect(componentsIn(beside).step_operator).toBe('fraud_sagemaker-step-operator');
  });
});

describe('a project with a bucket of its own', () => {
  it('has one like that of the base, named for the project', () => {
    const synth = project({ isolation: 'bucket' });
    expect(idsOf(synth, 'aws_s3_bucket')).toEqual(['base_bucket', 'fraud_bucket']);
    expect(idsOf(synth, 'aws_s3_bucket_public_access_block')).toHaveLength(2);
    const [, own] = resourcesOf(synth, 'aws_s3_bucket');
    expect(own).toMatchObject({
      bucket: expect.stringMatching(/^zenml-dev-\$\{.*\}-fraud-detection$/) as string,
      force_destroy: true,
    });
  });
});

describe('the authentication of a project', () => {
  it('is by the pattern of the base, or by one of its own', () => {
    const methods = (synth: Synthesized) =>
      resourcesOf(synth, 'zenml_service_connector')
        .filter(({ name }) => String(name).startsWith('fraud_detection-dev-'))
        .map(({ auth_method }) => auth_method);
    expect(methods(project())).toEqual(['iam-role', 'iam-role']);
    expect(methods(project({ auth: AwsAuth.implicit() }))).toEqual(['implicit', 'implicit']);
  });

  it('fails where the pattern of the base would give it the identity of the base', () => {
    const auth = AwsAuth.implicit({ assumeRole: false });
    expect(() => project({}, { auth })).toThrow(
      'the auth of the base is AwsAuth.implicit() with an identity that exists already',
    );
    expect(() => project({ auth }, { auth })).toThrow('give the project auth with an identity of its own');
    expect(() => project({ auth: AwsAuth.implicit() }, { auth })).not.toThrow();
  });

  it('fails where its environment does not allow the pattern', () => {
    const prod = { name: 'prod' };
    expect(() => project({ auth: AwsAuth.secretKey() }, { environment: prod, auth: AwsAuth.implicit() })).toThrow(
      'auth is AwsAuth.secretKey(), whose key terraform would keep readable in its state',
    );
  });
});

describe('names of projects', () => {
  it.each(['Fraud', 'fraud-detection', 'fraud__detection', 'f', 'fraud_', '1fraud', 'fraud.detection', 'x'.repeat(31)])(
    'fails for "%s"',
    (projectName) => {
      expect(() => project({ projectName })).toThrow(
        `projectName is "${projectName}"; expected 2 to 30 lower-case letters`,
      );
    },
  );

  it('are cut in the names of roles, where these would be too long', () => {
    const long = { environment: { ...environment, name: 'a-long-environme' } };
    const synth = project({ projectName: 'the_longest_name_of_a_project0' }, { ...long, deployer: 'app-runner' });
    const lengths = resourcesOf(synth, 'aws_iam_role').map(
      ({ name }) => String(name).replaceAll(/\$\{.*\}/g, '01234567').length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(64);
  });

  it('fails for two of one name', () => {
    const build = (scope: Construct) => {
      const base = makeBase(scope);
      new ProjectStack(scope, 'one', { base, projectName: 'fraud_detection' });
      new ProjectStack(scope, 'two', { base, projectName: 'fraud_detection' });
    };
    expect(refusal(build)).toThrow(
      'projectName is "fraud_detection", in names of cloud resources "fraud-detection", and test/two has that name',
    );
  });

  it('are those of ZenML stacks too, so that two projects never have one name on a server', () => {
    const build = (scope: Construct) => {
      const base = makeBase(scope);
      new ProjectStack(scope, 'one', { base, projectName: 'fraud' });
      new ProjectStack(scope, 'two', { base, projectName: 'credit', stackName: 'fraud-dev-stack' });
    };
    expect(refusal(build)).toThrow('the stack is named "fraud-dev-stack" like test/one/stack');
  });
});

describe('a shared artifact store', () => {
  const shared = (projectPaths: Record<string, string>) => (scope: Construct) => {
    const base = makeBase(scope);
    const artifactStore = new SharedArtifactStore(scope, 'shared', { base, projectPaths });
    new ProjectStack(scope, 'fraud', { base, projectName: 'fraud_detection', artifactStore });
  };

  it('says where the artifacts of each project lie', () => {
    const synth = synthesize(stackWith(shared({ fraud_detection: 'ml/fraud', recommendation: 'ml/recommendation' })));
    const { configuration } = named(synth, 'zenml_stack_component', 'fraud_detection-dev-artifact-store');
    expect(JSON.stringify(configuration)).toMatch(/s3:\/\/\$\{aws_s3_bucket[^}]+\}\/ml\/fraud"/);
    expect(synth.text).toMatch(/arn\}\/ml\/fraud\/\*/);
  });

  it('fails where the path of one project lies within that of another', () => {
    expect(refusal(shared({ fraud_detection: 'projects/fraud', credit: 'projects/fraud/credit' }))).toThrow(
      'projectPaths.fraud_detection is "projects/fraud" and projectPaths.credit is "projects/fraud/credit", of which one lies within the other',
    );
    expect(refusal(shared({ fraud_detection: 'projects/fraud', credit: 'projects/fraud' }))).toThrow(
      'lies within the other',
    );
    expect(refusal(shared({ fraud_detection: 'projects/fraud', credit: 'projects/fraud_credit' }))).not.toThrow();
  });

  it('fails where its path holds that of a project without it, on the same base made here or looked up', () => {
    const beside =
      (path: string, isolation: 'bucket' | 'prefix', find: (scope: Construct) => readonly IBaseStack<AwsAuth>[]) =>
      (scope: Construct) => {
        const [base, again = base] = find(scope);
        if (base === undefined || again === undefined) throw new Error('no base');
        const artifactStore = new SharedArtifactStore(scope, 'shared', { base, projectPaths: { fraud: path } });
        new ProjectStack(scope, 'fraud', { base, projectName: 'fraud', artifactStore });
        new ProjectStack(scope, 'credit', { base: again, projectName: 'credit', isolation });
      };
    const lookUp = (scope: Construct) =>
      ['base', 'again'].map((id) =>
        AwsBaseStack.fromName(scope, id, { environment, region: 'us-east-1', auth: AwsAuth.iamRole() }),
      );
    for (const find of [lookUp, (scope: Construct) => [makeBase(scope)]]) {
      expect(refusal(beside('projects', 'prefix', find))).toThrow(
        `its artifacts lie in "projects", and those of test/credit in "projects/credit/dev" of the same bucket`,
      );
      expect(refusal(beside('projects', 'bucket', find))).not.toThrow();
      expect(refusal(beside('projects/fraud', 'prefix', find))).not.toThrow();
    }
  });

  it.each(['/projects/fraud', 'projects/fraud/', 'projects//fraud', '../fraud', 'projects/*', 's3://bucket/fraud'])(
    'fails for the path "%s"',
    (path) => {
      expect(refusal(shared({ fraud_detection: path }))).toThrow(`projectPaths.fraud_detection is "${path}"`);
    },
  );

  it('fails for a project that has no part of it', () => {
    expect(refusal(shared({ recommendation: 'projects/recommendation' }))).toThrow(
      'test/shared has no path for the project "fraud_detection"; it has recommendation: add it to projectPaths',
    );
  });

  it('fails where it shares the bucket of another base stack', () => {
    const build = (scope: Construct) => {
      const base = makeBase(scope);
      const other = new AwsBaseStack(scope, 'other', {
        environment: { ...environment, name: 'other' },
        region: 'us-east-1',
        auth: AwsAuth.iamRole(),
      });
      const artifactStore = new SharedArtifactStore(scope, 'shared', { base: other, projectPaths: { fraud: 'fraud' } });
      new ProjectStack(scope, 'fraud', { base, projectName: 'fraud', artifactStore });
    };
    expect(refusal(build)).toThrow(
      'artifactStore is test/shared, which shares the bucket of test/other; the base is test/base',
    );
  });
});

describe('a base stack that is looked up without its cloud', () => {
  it('fails, and says which look-up knows the cloud', () => {
    const build = (scope: Construct) => {
      const base = BaseStack.fromName(scope, 'base', { environment, region: 'us-east-1' });
      new ProjectStack(TerraformStack.of(scope), 'fraud', { base, projectName: 'fraud' });
    };
    expect(refusal(build)).toThrow(
      'test/fraud stands on test/base, which does not say what cloud it is in; a project stack makes an identity and a repository there: look the base up by AwsBaseStack.fromName',
    );
  });
});
