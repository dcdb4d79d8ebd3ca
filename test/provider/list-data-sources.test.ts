import type { Value } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { readDataSource } from './support/data-source-runner';
import { providerClient, valueOf } from './support/resource-runner';
import {
  answer,
  component,
  CREATED,
  ID,
  OTHER_ID,
  page,
  stack,
  THIRD_ID,
  UPDATED,
  USER_ID,
} from './support/server-answers';

let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const read = async (typeName: string, config: Readonly<Record<string, Value>>) =>
  valueOf(await readDataSource(typeName, config, providerClient(server)));

describe('stacks', () => {
  const store = component({}, { id: THIRD_ID });
  const STACKS = page(
    stack({ artifact_store: [store] }, 'prod', { id: OTHER_ID, labels: { team: 'ml', tier: '1' } }),
    stack({}, 'dev', { labels: { team: 'ml' } }),
    stack({}, 'Prod', { id: THIRD_ID }),
  );

  test('come with the essentials, ordered by name, in one request', async () => {
    server.on('GET', '/api/v1/stacks', { body: STACKS });
    const found = await read('zenml_stacks', {});
    expect(found).toMatchObject({ ids: [THIRD_ID, ID, OTHER_ID], names: ['Prod', 'dev', 'prod'], name: null });
    expect((found.stacks as readonly Value[])[2]).toEqual({
      id: OTHER_ID,
      name: 'prod',
      description: null,
      components: { artifact_store: [THIRD_ID] },
      labels: { team: 'ml', tier: '1' },
      user_id: USER_ID,
      created: CREATED,
      updated: UPDATED,
    });
    expect(server.seen).toHaveLength(1);
  });

  test('come from every page', async () => {
    const paged = (index: number, item: unknown) => ({ ...page(item), index, total_pages: 3, total: 3 });
    server.on(
      'GET',
      '/api/v1/stacks',
      ({ query }) => ({
        body: paged(
          Number(query.page),
          stack({}, `s${query.page}`, { id: [ID, OTHER_ID, THIRD_ID][Number(query.page) - 1] }),
        ),
      }),
      3,
    );
    expect(await read('zenml_stacks', {})).toMatchObject({ names: ['s1', 's2', 's3'] });
  });

  test.each<[Record<string, Value>, readonly string[], Record<string, string>]>([
    [{ name: 'prod' }, ['prod'], { name: 'equals:prod' }],
    [{ name_prefix: 'pr' }, ['prod'], { name: 'startswith:pr' }],
    [{ name_contains: 'rod' }, ['Prod', 'prod'], { name: 'contains:rod' }],
    [{ labels: { team: 'ml', tier: '1' } }, ['prod'], {}],
    [{ name_prefix: 'p', name_contains: 'r', labels: { team: 'ml' } }, ['prod'], {}],
    [{ component_id: THIRD_ID }, ['prod'], { component_id: THIRD_ID }],
    [{ user_id: USER_ID }, ['Prod', 'dev', 'prod'], { user: USER_ID }],
    [{ user_id: OTHER_ID }, [], { user: OTHER_ID }],
  ])('with %j are %j, whatever filters the server ignores', async (config, names, query) => {
    server.on('GET', '/api/v1/stacks', { body: STACKS });
    expect(await read('zenml_stacks', config)).toMatchObject({ ...config, names });
    expect(server.seen[0]?.query).toMatchObject(query);
  });
});

describe('stack components', () => {
  const COMPONENTS = page(
    component(
      { secret: 'hunter2hunter2' },
      { name: 'a', type: 'orchestrator', flavor_name: 'kubernetes', id: OTHER_ID },
    ),
    component({}, { name: 'b', connector: { id: USER_ID }, id: THIRD_ID }),
    component({}, { name: 'a' }),
  );

  test('come ordered by name and type, without their configuration', async () => {
    server.on('GET', '/api/v1/components', { body: COMPONENTS });
    const found = await read('zenml_stack_components', {});
    expect(found).toMatchObject({
      names: ['a', 'a', 'b'],
      components: [
        { id: ID, type: 'artifact_store' },
        { id: OTHER_ID, type: 'orchestrator' },
        { connector_id: USER_ID },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  test.each<[Record<string, Value>, readonly string[], Record<string, string>]>([
    [{ type: 'artifact_store' }, [ID, THIRD_ID], { type: 'artifact_store' }],
    [{ flavor: 'kubernetes' }, [OTHER_ID], { flavor: 'kubernetes' }],
    [{ connector_id: USER_ID }, [THIRD_ID], { connector_id: USER_ID }],
    [{ name: 'a', type: 'orchestrator' }, [OTHER_ID], { name: 'equals:a', type: 'orchestrator' }],
  ])('with %j are %j, whatever filters the server ignores', async (config, ids, query) => {
    server.on('GET', '/api/v1/components', { body: COMPONENTS });
    expect(await read('zenml_stack_components', config)).toMatchObject({ ids });
    expect(server.seen[0]?.query).toMatchObject(query);
  });
});

describe('service connectors', () => {
  const connector = (name: string, id: string, resource_types: readonly string[], labels = {}) =>
    answer(
      name,
      { connector_type: 'aws', auth_method: 'iam-role', resource_types },
      { configuration: { aws_secret_access_key: 'hunter2hunter2' }, labels },
      id,
    );
  const CONNECTORS = page(
    connector('prod-s3', OTHER_ID, ['s3-bucket'], { environment: 'prod' }),
    connector('all', THIRD_ID, ['aws-generic', 's3-bucket']),
    connector('dev-ecr', ID, ['docker-registry'], { environment: 'dev' }),
  );

  test('come ordered by name, without their configuration', async () => {
    server.on('GET', '/api/v1/service_connectors', { body: CONNECTORS });
    const found = await read('zenml_service_connectors', {});
    expect(found).toMatchObject({ ids: [THIRD_ID, ID, OTHER_ID], names: ['all', 'dev-ecr', 'prod-s3'] });
    expect((found.connectors as readonly Value[])[2]).toMatchObject({
      id: OTHER_ID,
      type: 'aws',
      auth_method: 'iam-role',
      resource_types: ['s3-bucket'],
      resource_id: null,
      labels: { environment: 'prod' },
    });
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  test.each<[Record<string, Value>, readonly string[], Record<string, string>]>([
    [{ type: 'aws' }, ['all', 'dev-ecr', 'prod-s3'], { connector_type: 'aws' }],
    [{ auth_method: 'implicit' }, [], { auth_method: 'implicit' }],
    [{ resource_type: 's3-bucket' }, ['all', 'prod-s3'], { resource_type: 's3-bucket' }],
    [{ name: 'all' }, ['all'], { name: 'equals:all' }],
    [{ name_prefix: 'dev-' }, ['dev-ecr'], { name: 'startswith:dev-' }],
    [{ name_contains: '-' }, ['dev-ecr', 'prod-s3'], { name: 'contains:-' }],
    [{ labels: { environment: 'prod' } }, ['prod-s3'], {}],
  ])('with %j are %j, whatever filters the server ignores', async (config, names, query) => {
    server.on('GET', '/api/v1/service_connectors', { body: CONNECTORS });
    expect(await read('zenml_service_connectors', config)).toMatchObject({ names });
    expect(server.seen[0]?.query).toMatchObject(query);
  });
});

describe('flavors', () => {
  const flavor = (name: string, integration: string | null, is_custom: boolean, id: string) =>
    answer(name, { type: 'orchestrator', source: 'x.Y', integration, is_custom }, { config_schema: {} }, id);
  const FLAVORS = page(
    flavor('slurm', null, true, ID),
    flavor('kubernetes', 'kubernetes', false, OTHER_ID),
    flavor('local', '', false, THIRD_ID),
  );

  test.each<[Record<string, Value>, readonly string[], Record<string, string>]>([
    [{}, ['kubernetes', 'local', 'slurm'], {}],
    [{ type: 'step_operator' }, [], { type: 'step_operator' }],
    [{ integration: 'kubernetes' }, ['kubernetes'], { integration: 'kubernetes' }],
    [{ is_custom: true }, ['slurm'], {}],
    [{ is_custom: false }, ['kubernetes', 'local'], {}],
  ])('with %j are %j', async (config, names, query) => {
    server.on('GET', '/api/v1/flavors', { body: FLAVORS });
    expect(await read('zenml_flavors', config)).toMatchObject({ names });
    expect(server.seen[0]?.query).toMatchObject(query);
  });

  test('come with what they are', async () => {
    server.on('GET', '/api/v1/flavors', { body: FLAVORS });
    expect((await read('zenml_flavors', {})).flavors).toEqual([
      expect.objectContaining({ name: 'kubernetes', integration: 'kubernetes', is_custom: false }),
      expect.objectContaining({ name: 'local', integration: null, connector_type: null }),
      expect.objectContaining({ name: 'slurm', is_custom: true, source: 'x.Y', type: 'orchestrator' }),
    ]);
  });
});
