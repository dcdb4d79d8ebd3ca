import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import {
  BaseStack,
  LocalArtifactStore,
  LocalDockerOrchestrator,
  LocalOrchestrator,
  MlflowExperimentTracker,
  RestApiRegistration,
  ServiceConnector,
  StackComponent,
  TeamStack,
  VersionedStack,
  type ComponentMaker,
  type Environment,
} from '../../constructs';
import { SampleBaseStack } from './sample-base-stack';
import {
  resourcesOf,
  stackWith,
  synthesize,
  synthesized,
  type ResourceAttributes,
  type Synthesized,
} from './synthesized';

const environment: Environment = { name: 'dev', projectName: 'fraud' };

const store: ComponentMaker = (scope, id) => new LocalArtifactStore(scope, id);
const runner: ComponentMaker = (scope, id) => new LocalOrchestrator(scope, id);
const docker: ComponentMaker = (scope, id) => new LocalDockerOrchestrator(scope, id);
const alerter: ComponentMaker = (scope, id) => new StackComponent(scope, id, { type: 'alerter', flavor: 'sample' });

const components = { store: { '1.0.0': store }, runner: { '1.0.0': runner, '2.0.0': docker } };
const versions = {
  '1.0.0': { components: { store: '1.0.0', runner: '1.0.0' }, description: 'The first' },
  '2.0.0': { components: { store: '1.0.0', runner: '2.0.0' }, description: 'With Docker' },
} as const;

/** The two versions of a stack without a base. */
const twoVersions = (scope: Construct, props: Partial<{ ignoreMetadataChanges: boolean; aliasName: string }> = {}) =>
  new VersionedStack(scope, 'training', { environment, components, versions, current: '2.0.0', ...props });

/** The resources of a type by their name on the server. */
function byName(synth: Synthesized, type: 'zenml_stack' | 'zenml_stack_component'): Record<string, ResourceAttributes> {
  return Object.fromEntries(resourcesOf(synth, type).map((resource) => [String(resource.name), resource]));
}

const idOf = (construct: string): unknown =>
  expect.stringMatching(new RegExp(`^\\$\\{zenml_stack_component\\.${construct}_\\w+\\.id\\}$`));

describe('a versioned stack', () => {
  it('has a stack for each version, and an alias with the components of the current one', () => {
    const stacks = byName(synthesized(twoVersions), 'zenml_stack');
    const docker = {
      artifact_store: idOf('training_components_store-v100'),
      orchestrator: idOf('training_components_runner-v200'),
    };
    expect(stacks).toMatchObject({
      'zenml-dev-v1.0.0': {
        components: { ...docker, orchestrator: idOf('training_components_runner-v100') },
        description: 'The first',
        labels: { stack: 'zenml-dev-v1.0.0', version: '1.0.0', project: 'fraud', managed_by: 'terraform' },
        lifecycle: { create_before_destroy: true },
      },
      'zenml-dev-v2.0.0': { components: docker, labels: { version: '2.0.0' } },
      'zenml-dev': {
        components: docker,
        description: 'With Docker',
        labels: { stack: 'zenml-dev', version: '2.0.0', environment: 'dev' },
        depends_on: [expect.stringMatching(/^zenml_stack\.training_versions_v200_/)],
      },
    });
    expect(Object.keys(stacks)).toHaveLength(3);
    expect(stacks['zenml-dev']).not.toHaveProperty('lifecycle');
  });

  it('makes each version of a component once, and those that nobody lists not at all', () => {
    const synth = synthesized((scope) => {
      new VersionedStack(scope, 'training', {
        environment,
        components: { ...components, alerter: { '1.0.0': alerter } },
        versions,
        current: '1.0.0',
      });
    });
    const made = byName(synth, 'zenml_stack_component');
    expect(Object.keys(made).sort()).toEqual([
      'zenml-dev-runner-v1.0.0',
      'zenml-dev-runner-v2.0.0',
      'zenml-dev-store-v1.0.0',
    ]);
    expect(made['zenml-dev-runner-v2.0.0']).toMatchObject({
      flavor: 'local_docker',
      labels: { version: '2.0.0', stack: 'zenml-dev', environment: 'dev', managed_by: 'terraform', project: 'fraud' },
      lifecycle: { create_before_destroy: true },
    });
    expect(made['zenml-dev-runner-v2.0.0']?.lifecycle).not.toHaveProperty('ignore_changes');
  });

  it('takes other names for itself, its alias and its components', () => {
    const synth = synthesized((scope) => {
      new VersionedStack(scope, 'training', {
        environment,
        components: {
          store: { '1.0.0': store },
          runner: {
            '1.0.0': (inner, id) => new LocalOrchestrator(inner, id, { name: 'gpu', labels: { team: 'vision' } }),
          },
        },
        versions: { '1.0.0': { components: { store: '1.0.0', runner: '1.0.0' } } },
        current: '1.0.0',
        stackName: 'vision',
        aliasName: 'vision-latest',
        labels: { tier: 'gold' },
      });
    });
    expect(Object.keys(byName(synth, 'zenml_stack')).sort()).toEqual(['vision-latest', 'vision-v1.0.0']);
    const made = byName(synth, 'zenml_stack_component');
    expect(Object.keys(made).sort()).toEqual(['gpu-v1.0.0', 'vision-store-v1.0.0']);
    expect(made['gpu-v1.0.0']?.labels).toMatchObject({ team: 'vision', tier: 'gold', version: '1.0.0' });
  });

  it('starts with what a base stack has', () => {
    const synth = synthesized((scope) => {
      new VersionedStack(scope, 'training', {
        base: new SampleBaseStack(scope, 'base', { image_builder: 1, alerter: 1 }),
        components: { runner: { '1.0.0': runner }, pager: { '1.0.0': alerter } },
        versions: {
          '1.0.0': {},
          '2.0.0': {
            components: { runner: '1.0.0' },
            additionalComponents: { pager: '1.0.0' },
            without: ['image_builder'],
            defaults: ['pager'],
          },
        },
        current: '2.0.0',
      });
    });
    const stacks = byName(synth, 'zenml_stack');
    expect(stacks['zenml-dev-v1.0.0']?.components).toEqual({
      artifact_store: idOf('base_artifact-store'),
      orchestrator: idOf('base_orchestrator'),
      image_builder: idOf('base_image_builder-0'),
      alerter: idOf('base_alerter-0'),
    });
    expect(stacks['zenml-dev']).toMatchObject({
      components: {
        artifact_store: idOf('base_artifact-store'),
        orchestrator: idOf('training_components_runner-v100'),
        alerter: idOf('training_components_pager-v100'),
      },
      additional_components: { alerter: [idOf('base_alerter-0')] },
      labels: { version: '2.0.0', base_stack: expect.stringContaining('zenml_stack.base') as unknown },
    });
    expect(stacks['zenml-dev']?.components).not.toHaveProperty('image_builder');
  });

  it('starts with what a base stack has that is looked up', () => {
    const synth = synthesized((scope) => {
      new VersionedStack(scope, 'training', {
        base: BaseStack.fromName(scope, 'base', { environment, region: 'here' }),
        components: { runner: { '1.0.0': runner } },
        versions: { '1.0.0': { components: { runner: '1.0.0' } } },
        current: '1.0.0',
      });
    });
    const alias = byName(synth, 'zenml_stack')['zenml-dev'];
    expect(alias?.components).toMatch(/^\$\{merge\(.*zenml_stack_component\.training_components_runner-v100_\w+\.id/);
    expect(alias?.depends_on).toHaveLength(1);
  });

  it('takes components that exist as they are', () => {
    const synth = synthesized((scope) => {
      const shared = new LocalArtifactStore(scope, 'shared');
      new VersionedStack(scope, 'training', {
        environment,
        components: { ...components, store: { '1.0.0': () => shared } },
        versions,
        current: '2.0.0',
      });
    });
    const shared = byName(synth, 'zenml_stack_component')['test-shared'];
    expect(shared).toEqual({ name: 'test-shared', type: 'artifact_store', flavor: 'local' });
  });

  it('labels the connectors of a version, too', () => {
    const synth = synthesized((scope) => {
      new VersionedStack(scope, 'training', {
        environment,
        components: {
          ...components,
          store: {
            '1.0.0': (inner, id) => {
              const auth = { connectorType: 'aws', authMethod: 'implicit', configuration: { region: 'here' } };
              const connector = new ServiceConnector(inner, 'connector', { auth });
              return new LocalArtifactStore(inner, id, { connector });
            },
          },
        },
        versions,
        current: '1.0.0',
      });
    });
    const [connector] = resourcesOf(synth, 'zenml_service_connector');
    expect(connector).toMatchObject({
      name: 'test-training-components-store-v1.0.0-connector',
      labels: { version: '1.0.0', environment: 'dev' },
    });
  });

  it('leaves labels and descriptions on the server alone where it is told to, and has no version there that grows old', () => {
    const synth = synthesized((scope) => twoVersions(scope, { ignoreMetadataChanges: true }));
    const stacks = byName(synth, 'zenml_stack');
    expect(stacks['zenml-dev']?.lifecycle).toEqual({ ignore_changes: ['labels', 'description'] });
    expect(stacks['zenml-dev']?.labels).not.toHaveProperty('version');
    expect(stacks['zenml-dev-v1.0.0']).toMatchObject({
      labels: { version: '1.0.0' },
      lifecycle: { create_before_destroy: true, ignore_changes: ['labels', 'description'] },
    });
    for (const component of resourcesOf(synth, 'zenml_stack_component')) {
      expect(component.lifecycle).toEqual({ create_before_destroy: true, ignore_changes: ['labels'] });
    }
  });

  it('is registered by the REST interface all the same', () => {
    const synth = synthesized((scope) => {
      const accessToken = new TerraformVariable(scope, 'token', { sensitive: true }).stringValue;
      const serverUrl = 'https://zenml.example.com';
      new RestApiRegistration(scope, 'registration', { serverUrl, accessToken, ignoreChangesTo: ['environment'] });
      twoVersions(scope, { ignoreMetadataChanges: true });
    });
    const objects = resourcesOf(synth, 'restapi_object');
    expect(objects).toHaveLength(6);
    for (const object of objects) {
      expect(object.lifecycle).toEqual({ create_before_destroy: true });
      expect(object.ignore_changes_to).toEqual(['environment', 'labels', 'description']);
    }
    const alias = objects.find(({ data }) => String(data).includes('"name":"zenml-dev",'));
    expect(alias?.depends_on).toEqual([expect.stringMatching(/^restapi_object\.training_versions_v200_/)]);
    expect(objects.filter(({ data }) => String(data).includes('"name":"zenml-dev-runner-v2.0.0"'))).toHaveLength(1);
  });

  it('gives out names and ids of the alias, and of each version', () => {
    const stack = stackWith((scope) => {
      const training = twoVersions(scope);
      expect(training.versions['1.0.0'].stackName).not.toBe(training.stackName);
      expect(training.components).toHaveLength(2);
      training.addOutputs();
    });
    const { output } = synthesize(stack).configuration;
    expect(output).toMatchObject({
      training_stack_name: { value: expect.stringMatching(/zenml_stack\.training_alias_stack_\w+\.name/) as unknown },
      training_current_version: { value: '2.0.0' },
      training_versions: {
        value: {
          '1.0.0': expect.stringMatching(/zenml_stack\.training_versions_v100_\w+\.name/) as unknown,
          '2.0.0': expect.stringMatching(/zenml_stack\.training_versions_v200_\w+\.name/) as unknown,
        },
      },
    });
  });

  it('may be one of several of an environment, under another name', () => {
    const both = (stackName?: string) => () =>
      synthesized((scope) => {
        twoVersions(scope);
        new VersionedStack(scope, 'inference', { environment, components, versions, current: '1.0.0', stackName });
      });
    expect(both('zenml-dev-inference')).not.toThrow();
    expect(both()).toThrow(/the stack is named "zenml-dev-v1.0.0" like test\/training\/versions\/v1\.0\.0/);
  });

  it('fails where the alias has the name of a version', () => {
    expect(() => synthesized((scope) => twoVersions(scope, { aliasName: 'zenml-dev-v1.0.0' }))).toThrow(
      'the stack is named "zenml-dev-v1.0.0" like',
    );
  });

  it('fails where a version lacks what a stack needs', () => {
    expect(() =>
      synthesized((scope) => {
        new VersionedStack(scope, 'training', {
          environment,
          components,
          versions: { '1.0.0': { components: { store: '1.0.0' } } },
          current: '1.0.0',
        });
      }),
    ).toThrow('ZenML refuses a stack without orchestrator');
  });

  it('fails without versions', () => {
    expect(() =>
      synthesized((scope) => {
        const none: Record<string, (typeof versions)['1.0.0']> = {};
        new VersionedStack(scope, 'training', { environment, components, versions: none, current: '1.0.0' });
      }),
    ).toThrow('versions is empty');
  });
});

describe('labels and descriptions that people change on the server', () => {
  it('are left alone on a component without versions', () => {
    const synth = synthesized((scope) => {
      new MlflowExperimentTracker(scope, 'tracker', {
        trackingUri: 'https://mlflow.test',
        trackingUsername: '{{mlflow.user}}',
        trackingPassword: '{{mlflow.password}}',
        ignoreMetadataChanges: true,
      });
    });
    const tracker = byName(synth, 'zenml_stack_component')['test-tracker'];
    expect(tracker).toMatchObject({ lifecycle: { ignore_changes: ['labels'] } });
    expect(tracker?.configuration).not.toHaveProperty('ignore_metadata_changes');
  });

  it.each([
    ['made here', (scope: Construct) => new SampleBaseStack(scope, 'base')],
    ['looked up', (scope: Construct) => BaseStack.fromName(scope, 'base', { environment, region: 'here' })],
  ] as const)('are left alone on a team stack whose base is %s, and nowhere else', (_, base) => {
    const synth = synthesized((scope) => {
      const props = { base: base(scope), ignoreMetadataChanges: true };
      new TeamStack(scope, 'training', props);
      new TeamStack(scope, 'research', { ...props, ignoreMetadataChanges: undefined });
    });
    const stacks = byName(synth, 'zenml_stack');
    expect(stacks['dev-training-stack']?.lifecycle).toEqual({ ignore_changes: ['labels', 'description'] });
    expect(stacks['dev-research-stack']).not.toHaveProperty('lifecycle');
  });
});
