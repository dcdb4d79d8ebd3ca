import { TerraformStack, Testing } from 'cdktf';
import { ZenmlProvider } from '../../src/bindings/provider';
import {
  LocalArtifactStore,
  LocalDockerOrchestrator,
  LocalImageBuilder,
  LocalOrchestrator,
  VersionedStack,
} from '../../constructs';
import { createCdktfWorkspace, type CdktfWorkspace } from '../support/cdktf-workspace';
import { Guide } from '../support/guide';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { StackUser } from '../support/stack-user';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { makeTestFolder } from '../support/test-folder';
import { ZenmlRest } from '../support/zenml-rest';

const ALIAS = 'zenml-dev';

/** All versions that there ever were; a step lists some of them. */
const VERSIONS = {
  '1.0.0': { store: '1.0.0', orchestrator: '1.0.0' },
  '1.1.0': { store: '1.0.0', orchestrator: '1.0.0', builder: '1.0.0' },
  '2.0.0': { store: '1.0.0', orchestrator: '2.0.0', builder: '1.0.0' },
} as const;

type Version = keyof typeof VERSIONS;

interface Step {
  readonly listed: readonly Version[];
  readonly current: Version;
  /** Somebody changes the flavor of a version of a component, and does not call it another version. */
  readonly careless?: boolean;
  readonly ignoreMetadataChanges?: boolean;
}

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let workspace: TerraformWorkspace;
let user: StackUser;
let aliasId: string;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  user = new StackUser(server, moto, await makeTestFolder('stack-users'));
  workspace = await createTerraformWorkspace({
    hcl: '',
    environment: server.environment,
    timeoutMilliseconds: 240_000,
  });
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
  await moto.stop();
});

async function write({ listed, current, careless = false, ignoreMetadataChanges }: Step): Promise<void> {
  const stack = new TerraformStack(Testing.app(), 'dev');
  new ZenmlProvider(stack, 'zenml');
  new VersionedStack(stack, 'training', {
    environment: { name: 'dev' },
    components: {
      store: { '1.0.0': (scope, id) => new LocalArtifactStore(scope, id) },
      orchestrator: {
        '1.0.0': (scope, id) => (careless ? new LocalDockerOrchestrator(scope, id) : new LocalOrchestrator(scope, id)),
        '2.0.0': (scope, id) => new LocalDockerOrchestrator(scope, id),
      },
      builder: { '1.0.0': (scope, id) => new LocalImageBuilder(scope, id) },
    },
    versions: Object.fromEntries(
      listed.map((version) => [version, { components: VERSIONS[version], description: `Version ${version}` }]),
    ),
    current,
    ignoreMetadataChanges,
  });
  await workspace.writeSynthesized(Testing.synth(stack, true));
}

interface StackOnServer {
  readonly id: string;
  readonly metadata: {
    readonly description: string | null;
    readonly labels: Readonly<Record<string, string>>;
    readonly components: Readonly<Record<string, readonly { readonly name: string }[]>>;
  };
}

/** The alias as a pipeline that starts right now finds it. */
async function alias(): Promise<StackOnServer | undefined> {
  const { items } = await rest.read<{ items: StackOnServer[] }>(`/stacks?name=${ALIAS}&hydrate=true`);
  return items[0];
}

/** Its components by type. */
async function aliasComponents(): Promise<Record<string, string | undefined>> {
  const { components = {} } = (await alias())?.metadata ?? {};
  return Object.fromEntries(Object.entries(components).map(([type, [first]]) => [type, first?.name]));
}

/** What is wrong with the alias for a pipeline that starts right now. */
function faultOf(found: StackOnServer | undefined): string | undefined {
  if (found === undefined) return 'no alias';
  if (found.id !== aliasId) return 'another id';
  const { artifact_store = [], orchestrator = [] } = found.metadata.components;
  if (artifact_store.length === 1 && orchestrator.length === 1) return undefined;
  return `has ${Object.keys(found.metadata.components).join(', ')}`;
}

interface Walk {
  /** What terraform did, in its order: `create component orchestrator-v2.0.0`. */
  readonly done: readonly string[];
  readonly faults: readonly string[];
}

/** Applies a step, and looks at the alias all the while. */
async function walk(step: Step): Promise<Walk> {
  await write(step);
  const running = await workspace.start(['apply', '-auto-approve', '-json']);
  const state = { ended: false, looks: 0 };
  const watching = (async () => {
    const faults: string[] = [];
    while (!state.ended) {
      const fault = faultOf(await alias());
      if (fault !== undefined) faults.push(fault);
      state.looks += 1;
    }
    return faults;
  })();
  const { exitCode, output } = await running.ended;
  state.ended = true;
  const faults = await watching;
  if (exitCode !== 0) throw new Error(output);
  expect(state.looks).toBeGreaterThan(10);
  expect(await workspace.plan()).toEqual([]);
  return { done: doneIn(output), faults };
}

/** From the lines of terraform: what was begun, which for the resources of the provider is the order of the requests. */
function doneIn(output: string): readonly string[] {
  return output.split('\n').flatMap((line) => {
    const { type, hook } = (line.startsWith('{') ? JSON.parse(line) : {}) as {
      type?: string;
      hook?: { action: string; resource: { resource_name: string } };
    };
    return type === 'apply_start' || type === 'apply_complete'
      ? [`${type === 'apply_start' ? 'begin' : 'end'} ${hook?.action ?? ''} ${shortName(hook?.resource.resource_name)}`]
      : [];
  });
}

/** `orchestrator-v200` for `training_components_orchestrator-v200_component_86FFA702`. */
function shortName(resource = ''): string {
  return /^training_(?:components_|versions_)?(.+?)(?:_component|_stack)?_[0-9A-F]{8}$/.exec(resource)?.[1] ?? resource;
}

/** That one thing ended before another began. */
function expectOrder(done: readonly string[], ...events: readonly string[]): void {
  const places = events.flatMap((event) => [done.indexOf(`begin ${event}`), done.indexOf(`end ${event}`)]);
  expect({ events, places, done }).toEqual({ events, places: [...places].sort((a, b) => a - b), done });
  expect(places).not.toContain(-1);
}

// The steps follow one another.

it('makes the first version, and the alias for it', async () => {
  await write({ listed: ['1.0.0'], current: '1.0.0' });
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
  aliasId = await rest.idOf('stacks', ALIAS);
  expect((await rest.names('stacks')).sort()).toEqual([ALIAS, 'zenml-dev-v1.0.0']);
  expect(await aliasComponents()).toEqual({
    artifact_store: 'zenml-dev-store-v1.0.0',
    orchestrator: 'zenml-dev-orchestrator-v1.0.0',
  });
  expect((await alias())?.metadata.labels).toMatchObject({ environment: 'dev', version: '1.0.0' });
});

it('has another version beside it, which shares what is the same, and moves the alias there', async () => {
  const { done, faults } = await walk({ listed: ['1.0.0', '1.1.0'], current: '1.1.0' });
  expect(faults).toEqual([]);
  expectOrder(done, 'create builder-v100', 'create v110', 'update alias');
  expect(done).toHaveLength(6);
  expect((await rest.names('stacks')).sort()).toEqual([ALIAS, 'zenml-dev-v1.0.0', 'zenml-dev-v1.1.0']);
  expect((await alias())?.metadata).toMatchObject({ description: 'Version 1.1.0', labels: { version: '1.1.0' } });
});

it('runs a pipeline on the alias, by the client of ZenML', async () => {
  expect(await user.prove(ALIAS)).toMatchObject({ status: 'completed', stackId: aliasId });
});

it('upgrades a component to another flavor, and removes a version when the alias has moved', async () => {
  const { done, faults } = await walk({ listed: ['1.1.0', '2.0.0'], current: '2.0.0' });
  expect(faults).toEqual([]);
  expectOrder(done, 'create orchestrator-v200', 'create v200', 'update alias');
  expect(done).toContain('end delete v100');
  // 1.1.0 still has it.
  expect(done).not.toContain('begin delete orchestrator-v100');
  expect(await aliasComponents()).toMatchObject({ orchestrator: 'zenml-dev-orchestrator-v2.0.0' });
});

it('removes the last version that has a component, and then the component', async () => {
  const { done, faults } = await walk({ listed: ['2.0.0'], current: '2.0.0' });
  expect(faults).toEqual([]);
  expectOrder(done, 'delete v110', 'delete orchestrator-v100');
  expect(done).toHaveLength(4);
  expect((await rest.names('components')).sort()).toEqual([
    'zenml-dev-builder-v1.0.0',
    'zenml-dev-orchestrator-v2.0.0',
    'zenml-dev-store-v1.0.0',
  ]);
});

it('goes all the way back in one deploy: the alias moves first, then goes the stack, then go its components', async () => {
  const { done, faults } = await walk({ listed: ['1.0.0'], current: '1.0.0' });
  expect(faults).toEqual([]);
  expectOrder(done, 'create orchestrator-v100', 'create v100', 'update alias', 'delete v200');
  expectOrder(done, 'delete v200', 'delete orchestrator-v200');
  expectOrder(done, 'delete v200', 'delete builder-v100');
  expect(await aliasComponents()).toEqual({
    artifact_store: 'zenml-dev-store-v1.0.0',
    orchestrator: 'zenml-dev-orchestrator-v1.0.0',
  });
});

it('has the new component before the old one goes also where its version stays the same', async () => {
  const { done, faults } = await walk({ listed: ['1.0.0'], current: '1.0.0', careless: true });
  expect(faults).toEqual([]);
  expectOrder(done, 'create orchestrator-v100', 'update alias', 'delete orchestrator-v100');
  expect(await aliasComponents()).toMatchObject({ orchestrator: 'zenml-dev-orchestrator-v1.0.0' });
});

describe('what somebody changes about labels and descriptions on the server', () => {
  it('is drift', async () => {
    await walk({ listed: ['1.0.0'], current: '1.0.0' });
    await editByHand();
    const changed = (await workspace.plan()).map(({ address, actions }) => [
      shortName(address.split('.')[1]),
      ...actions,
    ]);
    expect(changed.sort()).toEqual([
      ['alias', 'update'],
      ['orchestrator-v100', 'update'],
      ['v100', 'update'],
    ]);
  });

  it('stays where it is to be ignored', async () => {
    await write({ listed: ['1.0.0'], current: '1.0.0', ignoreMetadataChanges: true });
    expect(await workspace.plan()).toEqual([]);
    const { faults } = await walk({ listed: ['1.0.0', '1.1.0'], current: '1.1.0', ignoreMetadataChanges: true });
    expect(faults).toEqual([]);
    expect(await aliasComponents()).toMatchObject({ image_builder: 'zenml-dev-builder-v1.0.0' });
    expect((await alias())?.metadata).toMatchObject({ description: 'By hand', labels: { owner: 'ann' } });
  });
});

it('leaves nothing when it is destroyed', async () => {
  expect(await user.prove(ALIAS)).toMatchObject({ status: 'completed', stackId: aliasId });
  await user.forget();
  await workspace.destroy();
  expect(Object.values(await rest.everything()).flat()).toEqual([]);
});

async function editByHand(): Promise<void> {
  const metadata = { labels: { owner: 'ann' } };
  for (const name of [ALIAS, 'zenml-dev-v1.0.0']) {
    await rest.put(`/stacks/${await rest.idOf('stacks', name)}`, { ...metadata, description: 'By hand' });
  }
  await rest.put(`/components/${await rest.idOf('components', 'zenml-dev-orchestrator-v1.0.0')}`, metadata);
}

describe('the guide', () => {
  const guide = new Guide('evolving-stacks');
  let repository: CdktfWorkspace;

  beforeAll(async () => {
    repository = await createCdktfWorkspace(server.environment);
  });

  afterAll(async () => {
    await repository.dispose();
  });

  it('comes from one version to the next', async () => {
    await guide.follow('The first version', repository);
    const id = await rest.idOf('stacks', 'zenml-prod');
    await guide.follow('The next versions', repository);
    expect((await rest.names('stacks')).sort()).toEqual(['zenml-prod', 'zenml-prod-v1.1.0', 'zenml-prod-v2.0.0']);
    expect(await rest.idOf('stacks', 'zenml-prod')).toBe(id);
    await guide.follow('The end', repository);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
    expect(guide.unfollowed).toEqual([]);
  });
});
