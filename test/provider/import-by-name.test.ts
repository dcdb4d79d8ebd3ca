import type { Diagnostic } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { answer, component, ID, OTHER_ID, page, stack } from './support/server-answers';

let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const runner = (typeName: string) => new ResourceRunner(typeName, providerClient(server));
const requests = () => server.seen.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
const said = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`);
const secret = (id: string, isPrivate: boolean) =>
  answer('tracking', { private: isPrivate, values: { token: 'hunter2hunter2' } }, {}, id);

test('a stack is imported by its name', async () => {
  server.on('GET', '/api/v1/stacks', { body: page(stack({})) }).on('GET', `/api/v1/stacks/${ID}`, { body: stack({}) });
  expect(valueOf(await runner('zenml_stack').import('dev'))).toMatchObject({ id: ID, name: 'dev' });
  expect(requests()).toEqual(['GET /stacks', `GET /stacks/${ID}`]);
});

test('a component is imported by its type and name, which may hold a slash', async () => {
  const other = component({}, { id: OTHER_ID, type: 'orchestrator', name: 'a/b' });
  const wanted = component({}, { name: 'a/b' });
  server
    .on('GET', '/api/v1/components', { body: page(other, wanted) })
    .on('GET', `/api/v1/components/${ID}`, { body: wanted });
  expect(valueOf(await runner('zenml_stack_component').import('artifact_store/a/b'))).toMatchObject({ id: ID });
  expect(server.seen[0]?.query).toMatchObject({ type: 'artifact_store', name: 'equals:a/b' });
});

test('a component by its name alone is refused without a request', async () => {
  const { value, diagnostics } = await runner('zenml_stack_component').import('store');
  expect(value).toBeUndefined();
  expect(said(diagnostics)).toEqual([expect.stringMatching(/^Malformed Import Id: "store".*"artifact_store\/NAME"/)]);
  expect(requests()).toEqual([]);
});

test('a name that several objects have is refused with their ids', async () => {
  server.on('GET', '/api/v1/secrets', { body: page(secret(ID, false), secret(OTHER_ID, true)) });
  const { value, diagnostics } = await runner('zenml_secret').import('tracking');
  expect(value).toBeUndefined();
  expect(said(diagnostics)).toEqual([
    expect.stringMatching(new RegExp(`^Ambiguous Import Id: .*"tracking".*${ID}, ${OTHER_ID}\\.$`)),
  ]);
});

test('what looks like an id is tried as one first, and then as a name', async () => {
  server
    .on('GET', `/api/v1/projects/${OTHER_ID}`, { status: 404, body: { detail: ['KeyError', 'none'] } })
    // Looked up by name, and then read ahead as the second read of its kind.
    .on('GET', '/api/v1/projects', { body: page(answer(OTHER_ID, {}, { description: '' })) }, 2);
  expect(valueOf(await runner('zenml_project').import(OTHER_ID))).toMatchObject({ id: ID, name: OTHER_ID });
});

test('an id is one request', async () => {
  server.on('GET', `/api/v1/stacks/${ID}`, { body: stack({}) });
  valueOf(await runner('zenml_stack').import(ID));
  expect(requests()).toEqual([`GET /stacks/${ID}`]);
});

test.each(['zenml_stack', 'zenml_project', 'zenml_secret', 'zenml_service_connector'])(
  'a %s that the server does not have is named',
  async (typeName) => {
    const path = { zenml_stack: 'stacks', zenml_project: 'projects', zenml_secret: 'secrets' }[typeName];
    server.on('GET', `/api/v1/${path ?? 'service_connectors'}`, { body: page() });
    expect(said((await runner(typeName).import('nope')).diagnostics)).toEqual([
      expect.stringMatching(/^Nothing to Import: .*"nope"/),
    ]);
  },
);
