import { formatPath, type Diagnostic, type Value, type ValueRecord } from '../../src/framework';
import type { ProviderClient } from '../../src/provider/server/provider-client';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { CREATED, UPDATED, USER_ID } from './support/server-answers';
import { StackServer } from './support/stack-server';

const STORE = 'aaaaaaaa-0000-4000-8000-000000000000';
const LOCAL = 'bbbbbbbb-0000-4000-8000-000000000000';
const OTHER = 'bbbbbbbb-0000-4000-8000-000000000001';
const SLACK = 'cccccccc-0000-4000-8000-000000000000';
const DISCORD = 'cccccccc-0000-4000-8000-000000000001';
const DEV = 'dddddddd-0000-4000-8000-000000000000';
const PROD = 'dddddddd-0000-4000-8000-000000000001';
const CONNECTOR = 'eeeeeeee-0000-4000-8000-000000000000';

let server: StackServer;
let client: ProviderClient;
let components: ResourceRunner;
let stacks: ResourceRunner;

beforeEach(() => {
  server = new StackServer();
  server.components.set(STORE, { name: 'store', type: 'artifact_store', flavor: 's3' });
  server.components.set(LOCAL, { name: 'kube', type: 'orchestrator', flavor: 'local' });
  server.components.set(SLACK, { name: 'slack', type: 'alerter', flavor: 'slack' });
  server.components.set(DISCORD, { name: 'discord', type: 'alerter', flavor: 'discord' });
  restart();
});

afterEach(() => server.mock.agent.close());

/** As Terraform does between plan and apply: what was in memory is gone. */
function restart(): void {
  client = providerClient(server.mock);
  components = new ResourceRunner('zenml_stack_component', client);
  stacks = new ResourceRunner('zenml_stack', client);
}

function held(id: string): ValueRecord {
  const { name = null, type = null, flavor = null } = server.components.get(id) ?? {};
  return components.model({ id, name, type, flavor, created: CREATED, updated: UPDATED });
}

function stackWith(held: Readonly<Record<string, Value>>): ValueRecord {
  return stacks.model({ id: DEV, name: 'dev', components: held });
}

function idOf(value: ValueRecord | undefined): string {
  return typeof value?.id === 'string' ? value.id : '';
}

/** The components of a stack by name. */
function namesIn(stackId: string): Record<string, readonly (string | undefined)[]> {
  const lists = Object.entries(server.stacks.get(stackId)?.components ?? {});
  return Object.fromEntries(lists.map(([type, ids]) => [type, ids.map((id) => server.components.get(id)?.name)]));
}

/** Deletes a component as the first half of its replacement by one of another flavor. */
async function deleteReplaced(id: string): Promise<readonly Diagnostic[]> {
  const { name = null, type = null } = server.components.get(id) ?? {};
  components.privateState = (await components.plan({ name, type, flavor: 'kubernetes' })).privateState ?? {};
  return components.delete(held(id));
}

const names = () => [...server.components.values()].map(({ name }) => name).sort();
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ severity, summary, detail, path }) => `${severity} ${path ? formatPath(path) : '-'}: ${summary}: ${detail}`,
  );

describe('deleting a component', () => {
  test('that no stack holds is one request', async () => {
    expect(await components.delete(held(LOCAL))).toEqual([]);
    expect(server.requests).toEqual([`DELETE /components/${LOCAL}`]);
  });

  test('takes it out of the stacks that can do without it, and names those', async () => {
    server.stacks.set(DEV, {
      name: 'dev',
      components: { artifact_store: [STORE], orchestrator: [LOCAL], alerter: [SLACK] },
    });
    const [warning, ...others] = said(await components.delete(held(SLACK)));
    expect(warning).toMatch(/^warning -: Component Taken Out of Stacks: .*"slack".*the stack "dev".*alerter/);
    expect(others).toEqual([]);
    expect(namesIn(DEV)).toEqual({ artifact_store: ['store'], orchestrator: ['kube'] });
    expect(names()).toEqual(['discord', 'kube', 'store']);
  });

  test('leaves the others of its type in their order, the next one first', async () => {
    server.components.set(OTHER, { name: 'third', type: 'alerter', flavor: 'slack' });
    const alerter = [SLACK, OTHER, DISCORD];
    server.stacks.set(DEV, { name: 'dev', components: { artifact_store: [STORE], orchestrator: [LOCAL], alerter } });
    await components.delete(held(SLACK));
    expect(namesIn(DEV).alerter).toEqual(['third', 'discord']);
  });

  test('does not bring back what is deleted from the same stack at the same time', async () => {
    const alerter = [SLACK, DISCORD];
    server.stacks.set(DEV, { name: 'dev', components: { artifact_store: [STORE], orchestrator: [LOCAL], alerter } });
    await Promise.all([components.delete(held(SLACK)), components.delete(held(DISCORD))]);
    expect(namesIn(DEV)).toEqual({ artifact_store: ['store'], orchestrator: ['kube'] });
    expect(names()).toEqual(['kube', 'store']);
  });

  test('only renames what a stack cannot do without, and keeps its connector', async () => {
    server.components.set(LOCAL, {
      name: 'kube',
      type: 'orchestrator',
      flavor: 'local',
      labels: { team: 'ml' },
      connector: CONNECTOR,
    });
    server.stacks.set(DEV, { name: 'dev', components: { artifact_store: [STORE], orchestrator: [LOCAL] } });
    const [warning] = said(await deleteReplaced(LOCAL));
    const retired = server.components.get(LOCAL);
    expect(retired?.name).toMatch(/^kube-retired-[0-9a-f]{8}$/);
    expect(retired).toMatchObject({ labels: { team: 'ml', 'cdktf-zenml-retired': 'kube' }, connector: CONNECTOR });
    expect(warning).toMatch(/^warning -: Component Retired Instead of Deleted: .*the stack "dev".*an orchestrator/);
    expect(warning).toContain(`"${retired?.name}"`);
    expect(namesIn(DEV).orchestrator).toEqual([retired?.name]);
  });

  test('does both where one stack can do without it and another cannot', async () => {
    const first = { artifact_store: [STORE], orchestrator: [OTHER, LOCAL] };
    server.components.set(OTHER, { name: 'other', type: 'orchestrator', flavor: 'local' });
    server.stacks.set(DEV, { name: 'dev', components: first });
    server.stacks.set(PROD, { name: 'prod', components: { artifact_store: [STORE], orchestrator: [LOCAL] } });
    expect(said(await deleteReplaced(LOCAL))).toEqual([
      expect.stringMatching(/Taken Out of Stacks: .*"dev"/),
      expect.stringMatching(/Retired Instead of Deleted: .*"prod"/),
    ]);
    expect(namesIn(DEV).orchestrator).toEqual(['other']);
  });

  test('is refused where all is destroyed and a stack of somebody else needs it, and no other stack is touched', async () => {
    const first = { artifact_store: [STORE], orchestrator: [OTHER, LOCAL] };
    server.components.set(OTHER, { name: 'other', type: 'orchestrator', flavor: 'local' });
    server.stacks.set(DEV, { name: 'dev', components: first });
    server.stacks.set(PROD, { name: 'prod', components: { artifact_store: [STORE], orchestrator: [LOCAL] } });
    await components.planDestroy(held(LOCAL));
    expect(said(await components.delete(held(LOCAL)))).toEqual([
      expect.stringMatching(
        /^error -: Component Still in Use: .*the stack "prod" .*needs an orchestrator.*Nothing was changed\.$/,
      ),
    ]);
    expect(server.stacks.get(DEV)?.components).toEqual(first);
    expect(names()).toContain('kube');
  });

  test('stops at a stack that may not be changed, and says what was done before', async () => {
    const full = { artifact_store: [STORE], orchestrator: [LOCAL], alerter: [SLACK] };
    const refusal = { status: 403, body: { detail: ['IllegalOperationError', 'no'] } };
    server.stacks.set(DEV, { name: 'dev', components: full });
    server.stacks.set(PROD, { name: 'prod', components: full, refusal });
    expect(said(await components.delete(held(SLACK)))).toEqual([
      expect.stringMatching(/^error -: Component Still in Use: .*the stack "prod" .*taken out of the stack "dev"/),
    ]);
    expect(names()).toContain('slack');
  });

  test('says what was done before the server failed', async () => {
    const full = { artifact_store: [STORE], orchestrator: [LOCAL], alerter: [SLACK] };
    server.stacks.set(DEV, { name: 'dev', components: full });
    let deletes = 0;
    server.fault = (request) =>
      request.startsWith('DELETE') && (deletes += 1) === 2
        ? { status: 500, body: { detail: ['RuntimeError', 'broken'] } }
        : undefined;
    expect(said(await components.delete(held(SLACK)))).toEqual([
      expect.stringMatching(/^error -: ZenML Server Failed: Could not delete the stack component "slack"/),
      expect.stringMatching(/^warning -: Component Taken Out of Stacks: .*"dev"/),
    ]);
  });

  test.each([
    ['a default component', 'The default orchestrator cannot be deleted.'],
    ['a deployer at work', 'cannot be deleted because there are still 2 deployments being managed by it'],
  ])('changes no stack for %s', async (_, text) => {
    server.stacks.set(DEV, { name: 'dev', components: { artifact_store: [STORE], orchestrator: [LOCAL] } });
    server.fault = () => ({ status: 403, body: { detail: ['IllegalOperationError', text] } });
    expect(said(await components.delete(held(LOCAL)))).toEqual([expect.stringContaining(text)]);
    expect(server.requests).toEqual([`DELETE /components/${LOCAL}`]);
  });
});

describe('planning the delete of a component', () => {
  const destroyed = (id: string) => components.planDestroy(held(id));

  beforeEach(() => {
    const full = { artifact_store: [STORE], orchestrator: [LOCAL], alerter: [SLACK] };
    server.stacks.set(DEV, { name: 'dev', components: full });
  });

  test('does not wait where no stack holds it', async () => {
    await destroyed(DISCORD);
    expect(server.requests).toEqual(['GET /stacks']);
    expect(components.privateState).toEqual({});
  });

  test('waits for the plan of the stack that gives it up, so that the delete warns of nothing', async () => {
    const planning = destroyed(SLACK);
    const before = stackWith({ artifact_store: STORE, orchestrator: LOCAL, alerter: SLACK });
    await stacks.plan({ name: 'dev', components: { artifact_store: STORE, orchestrator: LOCAL } }, before);
    await planning;
    const { privateState } = components;
    restart();
    components.privateState = privateState;
    expect(await components.delete(held(SLACK))).toEqual([]);
    expect(namesIn(DEV)).toEqual({ artifact_store: ['store'], orchestrator: ['kube'] });
  });

  test('lets a component give way that the stack replaces by another resource', async () => {
    server.components.set(OTHER, { name: 'other', type: 'orchestrator', flavor: 'local' });
    const planning = destroyed(LOCAL);
    const before = stackWith({ artifact_store: STORE, orchestrator: LOCAL, alerter: SLACK });
    await stacks.plan({ name: 'dev', components: { artifact_store: STORE, orchestrator: OTHER } }, before);
    await planning;
    expect(await components.delete(held(LOCAL))).toEqual([]);
    expect(namesIn(DEV).orchestrator).toEqual([expect.stringMatching(/^kube-retired-/)]);
  });

  test('refuses what a stack is planned to keep and needs', async () => {
    const config = { name: 'dev', components: { artifact_store: STORE, orchestrator: LOCAL, alerter: SLACK } };
    await stacks.plan(config, stackWith(config.components));
    await destroyed(LOCAL);
    expect(said(await components.delete(held(LOCAL)))).toEqual([
      expect.stringMatching(/^error -: Component Still in Use/),
    ]);
  });

  test('leaves open what terraform plans only after the delete, as with a count', async () => {
    await components.read(held(STORE));
    await destroyed(LOCAL);
    expect(said(await components.delete(held(LOCAL)))).toEqual([
      expect.stringMatching(/^warning -: Component Retired Instead of Deleted/),
    ]);
  });

  test('does not wait for ever for a stack that terraform does not ask for', async () => {
    const begin = Date.now();
    await Promise.all([destroyed(SLACK), destroyed(LOCAL)]);
    expect(Date.now() - begin).toBeLessThan(4_000);
    expect(said(await components.delete(held(SLACK)))).toEqual([expect.stringContaining('the stack "dev"')]);
  });

  test('goes on where stacks may not be seen', async () => {
    server.fault = () => ({ status: 403, body: { detail: ['IllegalOperationError', 'no'] } });
    expect((await destroyed(SLACK)).diagnostics).toEqual([]);
  });

  test('asks once for all stacks where many components are deleted', async () => {
    server.stacks.clear();
    await Promise.all(Array.from({ length: 40 }, () => destroyed(SLACK)));
    expect(server.requests.length).toBeLessThanOrEqual(6);
  });
});

describe('a stack that another component is put into', () => {
  const before = { artifact_store: STORE, orchestrator: LOCAL };
  const after = { name: 'dev', components: { artifact_store: STORE, orchestrator: OTHER } };

  beforeEach(() => {
    server.components.set(OTHER, { name: 'other', type: 'orchestrator', flavor: 'local' });
    server.stacks.set(DEV, { name: 'dev', components: { artifact_store: [STORE], orchestrator: [LOCAL] } });
  });

  test('deletes the one that the same run retired', async () => {
    await deleteReplaced(LOCAL);
    expect(valueOf(await stacks.apply(after, stackWith(before))).components).toEqual(after.components);
    expect(names()).toEqual(['discord', 'other', 'slack', 'store']);
  });

  test('deletes the one that an earlier run retired', async () => {
    await deleteReplaced(LOCAL);
    restart();
    const refreshed = valueOf(await stacks.read(stackWith(before)));
    await stacks.apply(after, refreshed);
    expect(names()).toEqual(['discord', 'other', 'slack', 'store']);
  });

  test('leaves it to the other stack that still holds it', async () => {
    server.stacks.set(PROD, { name: 'prod', components: { artifact_store: [STORE], orchestrator: [LOCAL] } });
    await deleteReplaced(LOCAL);
    expect((await stacks.apply(after, stackWith(before))).diagnostics).toEqual([]);
    expect(namesIn(PROD).orchestrator).toEqual([expect.stringMatching(/^kube-retired-/)]);
  });

  test('leaves alone what only has such a name', async () => {
    server.components.set(LOCAL, { name: 'kube-retired-12345678', type: 'orchestrator', flavor: 'local' });
    const refreshed = valueOf(await stacks.read(stackWith(before)));
    await stacks.apply(after, refreshed);
    expect(names()).toContain('kube-retired-12345678');
  });

  test('asks nothing more where nothing is retired', async () => {
    await stacks.apply(after, stackWith(before));
    expect(server.requests.filter((request) => request.includes('/components/'))).toEqual([]);
  });

  test('that is deleted takes the retired one with it', async () => {
    await deleteReplaced(LOCAL);
    expect(await stacks.delete(stackWith(before))).toEqual([]);
    expect(names()).toEqual(['discord', 'other', 'slack', 'store']);
  });
});

describe('a component created before the one that it replaces is deleted', () => {
  const KUBERNETES = { name: 'kube', type: 'orchestrator', flavor: 'kubernetes' };

  beforeEach(() => {
    server.components.set(LOCAL, { name: 'kube', type: 'orchestrator', flavor: 'local', userId: USER_ID });
  });

  test('has another name until then, and its own afterwards', async () => {
    const { value, diagnostics } = await components.apply({ ...KUBERNETES, connector_id: CONNECTOR });
    expect(value).toMatchObject({ name: 'kube', flavor: 'kubernetes' });
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(/^warning name: Component Waits for Its Name: .*"kube-new-/),
    ]);
    expect(await components.delete(held(LOCAL))).toEqual([]);
    const made = server.components.get(idOf(value));
    expect(made).toMatchObject({ name: 'kube', flavor: 'kubernetes', connector: CONNECTOR });
  });

  test('gets its name also where the old one stays in a stack that cannot do without it', async () => {
    server.stacks.set(DEV, { name: 'dev', components: { artifact_store: [STORE], orchestrator: [LOCAL] } });
    const { value } = await components.apply(KUBERNETES);
    await components.delete(held(LOCAL));
    expect(server.components.get(idOf(value))?.name).toBe('kube');
    expect(server.components.get(LOCAL)?.name).toMatch(/^kube-retired-/);
  });

  test('is renamed by the next run where this one ended in between', async () => {
    const made = (await components.apply(KUBERNETES)).value ?? {};
    const { privateState } = components;
    restart();
    components.privateState = privateState;
    const refreshed = valueOf(await components.read(made));
    expect(refreshed?.name).toMatch(/^kube-new-/);
    const [update, deletion] = await Promise.all([
      components.apply(KUBERNETES, refreshed),
      components.delete(held(LOCAL)),
    ]);
    expect(update.diagnostics).toEqual([]);
    expect(deletion).toEqual([]);
    expect(server.components.get(idOf(made))?.name).toBe('kube');
  });

  describe('by a run that was interrupted before it could keep it in state', () => {
    beforeEach(async () => {
      await components.apply({ ...KUBERNETES, configuration: { namespace: 'ml' } });
      restart();
    });

    test('is taken over by the next run, which gives it its name', async () => {
      const before = server.components.size;
      const { value, diagnostics } = await components.apply({ ...KUBERNETES, configuration: { namespace: 'ml' } });
      expect(said(diagnostics)).toEqual([
        expect.stringMatching(/^warning name: Component Waits for Its Name: .*"kube-new-/),
      ]);
      expect(await components.delete(held(LOCAL))).toEqual([]);
      expect(server.components.get(idOf(value))?.name).toBe('kube');
      expect(server.components.size).toBe(before - 1);
    });

    test('is named, and left as it is, where another configuration is wanted now', async () => {
      const before = names();
      const { value, diagnostics } = await components.apply({ ...KUBERNETES, configuration: { namespace: 'other' } });
      expect(value).toBeUndefined();
      expect(said(diagnostics)).toEqual([
        expect.stringMatching(/^error name: Component Left by an Earlier Run: .*"kube-new-.*namespace/),
      ]);
      expect(diagnostics[0]?.detail).toMatch(/zenml orchestrator delete kube-new-[0-9a-f]{8}/);
      expect(names()).toEqual(before);
    });
  });

  test('is made once where two of the same flavor want the name', async () => {
    const both = await Promise.all([components.apply(KUBERNETES), components.apply(KUBERNETES)]);
    expect(both.filter(({ value }) => value !== undefined)).toHaveLength(1);
    expect(both.flatMap(({ diagnostics }) => said(diagnostics)).sort()).toEqual([
      expect.stringMatching(/^error name: Name Already Taken: /),
      expect.stringMatching(/^warning name: Component Waits for Its Name: /),
    ]);
  });

  test.each([
    ['has the same flavor', { flavor: 'kubernetes', userId: USER_ID }],
    ['belongs to somebody else', { flavor: 'local', userId: STORE }],
  ])('is not made where the holder of the name %s', async (_, holder) => {
    server.components.set(LOCAL, { name: 'kube', type: 'orchestrator', ...holder });
    const { value, diagnostics } = await components.apply(KUBERNETES);
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^error name: Name Already Taken: /)]);
    expect(diagnostics[0]?.detail).toContain(`id = "${LOCAL}"`);
  });
});
