import { MockZenml } from './support/mock-zenml';
import { failureOf } from './support/failure';
import { ID, projectAnswer } from './support/answers';

const PROJECTS = '/api/v1/projects';
const PROJECT = `${PROJECTS}/${ID}`;
const BUSY = { status: 503, body: { detail: 'starting' } };

describe('a read', () => {
  test('is tried again after 502 and 503', async () => {
    const server = new MockZenml()
      .on('GET', PROJECT, BUSY)
      .on('GET', PROJECT, { status: 502, body: '<html></html>' })
      .on('GET', PROJECT, { body: projectAnswer() });
    expect((await server.client({ apiToken: 't' }).projects.get(ID))?.name).toBe('fraud');
    expect(server.count('GET', PROJECT)).toBe(3);
  });

  test('fails with what the server said last when it goes on', async () => {
    const server = new MockZenml().on('GET', PROJECT, BUSY, 4);
    const error = await failureOf(server.client({ apiToken: 't' }).projects.get(ID));
    expect(error).toMatchObject({ code: 'server', status: 503, detail: 'starting' });
    expect(server.count('GET', PROJECT)).toBe(4);
  });

  test.each([400, 403, 409, 422, 500])('is not tried again after %i', async (status) => {
    const server = new MockZenml().on('GET', PROJECT, { status, body: { detail: ['ValueError', 'no'] } });
    expect(await failureOf(server.client({ apiToken: 't' }).projects.get(ID))).toMatchObject({ status });
    expect(server.seen).toHaveLength(1);
  });

  test('times out over all its attempts together', async () => {
    const server = new MockZenml().on('GET', PROJECT, BUSY, 4);
    const error = await failureOf(server.client({ apiToken: 't' }).projects.get(ID, { timeout: 200 }));
    expect(error).toMatchObject({ code: 'timeout' });
    expect(error.message).toContain('within 0.2 s');
  });
});

describe('a write is never sent again', () => {
  test.each([429, 502, 503, 504])('after %i', async (status) => {
    const server = new MockZenml().on('POST', PROJECTS, {
      status,
      body: { error: 'busy' },
      headers: { 'retry-after': '1' },
    });
    const error = await failureOf(server.client({ apiToken: 't' }).projects.create({ name: 'fraud' }));
    expect(error).toMatchObject({ code: 'server', status });
    expect(server.seen).toHaveLength(1);
  });

  test.each(['PUT', 'DELETE'] as const)('be it a %s', async (method) => {
    const server = new MockZenml().on(method, PROJECT, BUSY);
    const { projects } = server.client({ apiToken: 't' });
    const call = method === 'PUT' ? projects.update(ID, { description: '' }) : projects.delete(ID);
    expect(await failureOf(call)).toMatchObject({ code: 'server', status: 503 });
    expect(server.seen).toHaveLength(1);
  });
});
