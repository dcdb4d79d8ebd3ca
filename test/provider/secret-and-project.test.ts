import { formatPath, type Diagnostic } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { answer, CREATED, ID, OTHER_ID, page, UPDATED, USER_ID } from './support/server-answers';

let server: MockZenml;
let secrets: ResourceRunner;
let projects: ResourceRunner;

beforeEach(() => {
  server = new MockZenml();
  const client = providerClient(server);
  secrets = new ResourceRunner('zenml_secret', client);
  projects = new ResourceRunner('zenml_project', client);
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const requests = () => server.seen.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
const lastBody = () => JSON.parse(server.seen.at(-1)?.body ?? '{}') as Record<string, unknown>;
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ severity, summary, detail, path }) => `${severity} ${path ? formatPath(path) : '-'}: ${summary}: ${detail}`,
  );

describe('a secret', () => {
  const SECRET = { name: 'tracker', values: { token: 'hunter2hunter2' } };
  const AT_ID = `/api/v1/secrets/${ID}`;
  const COMPUTED = { id: ID, private: false, user_id: USER_ID, created: CREATED, updated: UPDATED };
  const state = (config: object = SECRET) => secrets.model({ ...COMPUTED, ...config });
  const held = (values: Record<string, string | null>, fields: object = {}) =>
    answer('tracker', { private: false, values, ...fields });

  test('is made by one POST, public unless said otherwise', async () => {
    server.on('POST', '/api/v1/secrets', { body: held(SECRET.values) });
    expect(valueOf(await secrets.apply(SECRET))).toEqual(state());
    expect(requests()).toEqual(['POST /secrets']);
    expect(lastBody()).toEqual({ ...SECRET, private: false });
  });

  test('is changed in place by one PUT of all its values', async () => {
    server.on('PUT', AT_ID, { body: held({ other: 'x' }, { private: true }) });
    const config = { name: 'new', private: true, values: { other: 'x' } };
    expect(valueOf(await secrets.apply(config, state()))).toEqual(state(config));
    expect(lastBody()).toEqual(config);
  });

  test('shows values that were changed or added elsewhere, and keeps those that may not be read', async () => {
    server.on('GET', AT_ID, { body: held({ token: null, added: 'y' }, { private: true }) });
    expect(valueOf(await secrets.read(state()))).toEqual(
      state({ ...SECRET, private: true, values: { token: 'hunter2hunter2', added: 'y' } }),
    );
  });

  test('is gone where the server has none', async () => {
    server.on('GET', AT_ID, { status: 404, body: { detail: ['KeyError', 'none'] } });
    expect(valueOf(await secrets.read(state()))).toBeNull();
  });

  test('never shows its values, whatever the server repeats', async () => {
    const body = { detail: ['ValueError', 'cannot store hunter2hunter2'] };
    server.on('POST', '/api/v1/secrets', { status: 400, body });
    const { diagnostics } = await secrets.apply(SECRET);
    expect(diagnostics).toHaveLength(1);
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2hunter2');
  });

  test('of a taken name comes with an import block for the one of the same visibility', async () => {
    const ours = { ...answer('tracker', { private: true, values: {} }, {}, OTHER_ID) };
    server
      .on('POST', '/api/v1/secrets', { status: 409, body: { detail: ['EntityExistsError', 'same name'] } })
      .on('GET', '/api/v1/secrets', { body: page(held({}), ours) });
    const { diagnostics } = await secrets.apply({ ...SECRET, private: true });
    expect(diagnostics[0]?.detail).toMatch(/private secret "tracker"/);
    expect(diagnostics[0]?.detail).toContain(`id = "${OTHER_ID}"`);
  });

  test('is imported without its values', async () => {
    server.on('GET', '/api/v1/secrets', { body: page(held(SECRET.values)) });
    expect(valueOf(await secrets.import(ID))).toEqual(state({ ...SECRET, values: null }));
  });

  describe('with write-only values', () => {
    const WRITE_ONLY = { name: 'tracker', values_wo: { token: 'hunter2hunter2' }, values_wo_version: 1 };
    const stateOf = () => state({ name: 'tracker', values_wo_version: 1 });

    test('sends them and keeps them out of the state', async () => {
      server.on('POST', '/api/v1/secrets', { body: held({ token: 'hunter2hunter2', user: 'ml' }) });
      const made = valueOf(await secrets.apply({ ...WRITE_ONLY, values: { user: 'ml' } }));
      expect(made).toEqual({ ...stateOf(), values: { user: 'ml' } });
      expect(lastBody()).toMatchObject({ values: { token: 'hunter2hunter2', user: 'ml' } });
    });

    test('does not read them where there are no others', async () => {
      server.on('GET', '/api/v1/secrets', { body: page(held({})) });
      expect(valueOf(await secrets.read(stateOf()))).toEqual(stateOf());
    });

    test('tells them from values that somebody added', async () => {
      const config = { ...WRITE_ONLY, values: { user: 'ml' } };
      server
        .on('POST', '/api/v1/secrets', { body: held({}) })
        .on('GET', AT_ID, { body: held({ token: 'hunter2hunter2', user: 'ml', added: 'y' }) });
      const made = valueOf(await secrets.apply(config));
      expect(valueOf(await secrets.read(made))).toEqual({ ...made, values: { user: 'ml', added: 'y' } });
    });

    test('sends new ones with a new version only', async () => {
      server.on('PUT', AT_ID, { body: held({}) }, 2);
      valueOf(await secrets.apply({ ...WRITE_ONLY, name: 'new', values_wo: { token: 'other' } }, stateOf()));
      expect(lastBody()).toEqual({ name: 'new', private: false });
      valueOf(await secrets.apply({ ...WRITE_ONLY, values_wo: { token: 'other' }, values_wo_version: 2 }, stateOf()));
      expect(lastBody()).toEqual({ name: 'tracker', private: false, values: { token: 'other' } });
    });

    test('is refused without a version, without values, or with a key given twice', () => {
      expect(said(secrets.validate({ ...WRITE_ONLY, values_wo_version: null }))).toEqual([
        expect.stringMatching(/^error values_wo_version: Missing Attribute: /),
      ]);
      expect(said(secrets.validate({ name: 'tracker', values: { a: 'b' }, values_wo_version: 1 }))).toEqual([
        expect.stringMatching(/^error values_wo: Missing Attribute: /),
      ]);
      expect(said(secrets.validate({ name: 'tracker' }))).toEqual([expect.stringMatching(/^error values: Missing/)]);
      expect(said(secrets.validate({ ...WRITE_ONLY, values: SECRET.values }))).toEqual([
        expect.stringMatching(/^error values_wo\["token"\]: Key Given Twice: /),
      ]);
    });
  });
});

describe('a project', () => {
  const AT_ID = `/api/v1/projects/${ID}`;
  const COMPUTED = { id: ID, created: CREATED, updated: UPDATED };
  const state = (config: object) => projects.model({ ...COMPUTED, ...config });
  const held = (name: string, display_name: string, description = '') =>
    answer(name, { display_name }, { description });

  test('without a display name takes the name for one, and stays null in state', async () => {
    server
      .on('POST', '/api/v1/projects', { body: held('fraud', 'fraud') })
      .on('GET', AT_ID, { body: held('fraud', 'fraud') });
    const made = valueOf(await projects.apply({ name: 'fraud' }));
    expect(made).toEqual(state({ name: 'fraud' }));
    expect(valueOf(await projects.read(made))).toEqual(made);
  });

  test('is changed in place, and loses what is left out', async () => {
    server.on('PUT', AT_ID, { body: held('new', 'new') });
    valueOf(
      await projects.apply({ name: 'new' }, state({ name: 'fraud', display_name: 'Fraud', description: 'Finds it.' })),
    );
    expect(lastBody()).toEqual({ name: 'new', display_name: 'new', description: '' });
  });

  test('shows what somebody else changed', async () => {
    server.on('GET', AT_ID, { body: held('fraud', 'Changed', 'Changed too') });
    expect(valueOf(await projects.read(state({ name: 'fraud' })))).toEqual(
      state({ name: 'fraud', display_name: 'Changed', description: 'Changed too' }),
    );
  });

  test('has its name refused at the name', async () => {
    const text =
      "1 validation error:\n  {'type': 'string_pattern_mismatch', 'loc': ('body', 'name'), 'msg': \"String should match pattern '^[a-z0-9_-]+$'\", 'input': 'Bad Name'}";
    server.on('POST', '/api/v1/projects', { status: 422, body: ['ValueError', text] });
    expect(said((await projects.apply({ name: 'Bad Name' })).diagnostics)).toEqual([
      expect.stringMatching(/^error name: Invalid Attribute Value: .*should match pattern/),
    ]);
  });

  test('of a taken name comes with an import block', async () => {
    server
      .on('POST', '/api/v1/projects', { status: 409, body: { detail: ['EntityExistsError', 'same name'] } })
      .on('GET', '/api/v1/projects', { body: page(held('fraud', 'fraud')) });
    const { diagnostics } = await projects.apply({ name: 'fraud' });
    expect(diagnostics[0]?.detail).toContain(`import {\n  to = zenml_project.example\n  id = "${ID}"\n}`);
  });

  test('that the server cannot make for a wrong key says where the key is set', async () => {
    server.on('POST', '/api/v1/projects', {
      status: 401,
      body: { detail: ['CredentialsNotValid', 'Signature has expired'] },
    });
    expect(said((await projects.apply({ name: 'fraud' })).diagnostics)).toEqual([
      expect.stringMatching(
        /^error -: ZenML Server Refused the Credentials: .*project "fraud".*`api_key` or `api_token`.*expired/,
      ),
    ]);
  });

  test('is imported', async () => {
    server.on('GET', AT_ID, { body: held('fraud', 'Fraud', 'Finds it.') });
    expect(valueOf(await projects.import(ID))).toEqual(
      state({ name: 'fraud', display_name: 'Fraud', description: 'Finds it.' }),
    );
  });
});
