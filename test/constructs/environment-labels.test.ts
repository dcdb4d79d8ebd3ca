import type { Construct } from 'constructs';
import {
  AwsConnectorAuth,
  BaseStack,
  LocalArtifactStore,
  LocalOrchestrator,
  ServiceConnector,
  VersionedStack,
  ZenmlStack,
  type Environment,
} from '../../constructs';
import { AwsAuth, AwsBaseStack } from '../../constructs/aws';
import { resourcesOf, synthesized, type ResourceAttributes } from './synthesized';

const dev: Environment = { name: 'dev', team: 'core', tags: { owner: 'me' } };
const prod: Environment = { name: 'prod' };

const aws = (scope: Construct, environment = dev): void => {
  new AwsBaseStack(scope, `base-${environment.name}`, { environment, region: 'us-east-1', auth: AwsAuth.implicit() });
};
const lookUp = (scope: Construct): void => {
  BaseStack.fromName(scope, 'base', { environment: dev, region: 'us-east-1' });
};
const versions = (scope: Construct): void => {
  new VersionedStack(scope, 'versions', {
    environment: dev,
    components: {
      store: { '1.0.0': (at, id) => new LocalArtifactStore(at, id) },
      runner: { '1.0.0': (at, id) => new LocalOrchestrator(at, id) },
    },
    versions: { '1.0.0': { components: { store: '1.0.0', runner: '1.0.0' } } },
    current: '1.0.0',
  });
};

/** Labels of what is registered, by name. */
function labelsByName(build: (scope: Construct) => void): Record<string, ResourceAttributes['labels']> {
  const synth = synthesized(build);
  const types = ['zenml_stack_component', 'zenml_service_connector', 'zenml_stack'];
  const objects = types.flatMap((type) => resourcesOf(synth, type));
  return Object.fromEntries(objects.map(({ name, labels }) => [String(name), labels]));
}

const common = { managed_by: 'terraform', environment: 'dev', team: 'core', owner: 'me' };

describe.each([
  ['a base stack', aws],
  ['a base stack that is looked up', lookUp],
  ['a stack with versions and no base', versions],
])('what is made beside %s', (_, make) => {
  it('carries the labels of its environment, and its own', () => {
    const found = labelsByName((scope) => {
      make(scope);
      const store = new LocalArtifactStore(scope, 'store', { labels: { team: 'training', use: 'models' } });
      const orchestrator = new LocalOrchestrator(scope, 'orchestrator');
      new ServiceConnector(scope, 'connector', { auth: AwsConnectorAuth.implicit({ region: 'us-east-1' }) });
      new ZenmlStack(scope, 'stack', { name: 'mine', components: [store, orchestrator] });
    });
    expect(found).toMatchObject({
      'test-store': { ...common, team: 'training', use: 'models' },
      'test-orchestrator': common,
      'test-connector': common,
      mine: { ...common, stack: 'mine' },
    });
    // By that label, a base stack that is looked up finds the connectors of its own.
    expect(found['test-connector']).not.toHaveProperty('stack');
  });

  it('stays of the environment that it says itself', () => {
    const labels = { environment: 'shared' };
    const found = labelsByName((scope) => {
      make(scope);
      new LocalOrchestrator(scope, 'orchestrator', { labels });
    });
    expect(found['test-orchestrator']).toEqual(labels);
  });
});

it('leaves alone what is made beside base stacks of several environments', () => {
  const found = labelsByName((scope) => {
    aws(scope);
    new LocalOrchestrator(scope, 'before');
    aws(scope, prod);
    new LocalOrchestrator(scope, 'after');
  });
  expect(found['test-before']).toMatchObject(common);
  expect(found['test-after']).toBeUndefined();
  expect(found['prod-base-stack']).toMatchObject({ environment: 'prod' });
  expect(found['prod-base-stack']).not.toHaveProperty('owner');
});
