import { MockZenml, ORIGIN, type Answer } from './support/mock-zenml';
import { failureOf } from './support/failure';

const SECRETS = '/api/v1/secrets';
const SPEC = { name: 'keys', values: { password: 'hush-hush' } };

async function createFails(answer: Answer) {
  const server = new MockZenml().on('POST', SECRETS, answer);
  const error = await failureOf(server.client({ apiToken: 'token', maxRetries: 0 }).secrets.create(SPEC));
  expect(server.seen).toHaveLength(1);
  expect(JSON.stringify([error.message, error.detail, error.cause])).not.toContain('hush-hush');
  return error;
}

describe('an answer of the server becomes an error', () => {
  test.each([
    [400, { detail: ['ValueError', 'not so'] }, 'invalid', 'not so'],
    [401, { detail: ['CredentialsNotValid', 'Signature has expired'] }, 'unauthorized', undefined],
    [403, { detail: ['IllegalOperationError', 'it is part of 1 stacks'] }, 'forbidden', 'it is part of 1 stacks'],
    [404, { detail: ['KeyError', '"No flavor"'] }, 'not_found', 'No flavor'],
    [409, { detail: ['EntityExistsError', 'same name'] }, 'conflict', 'same name'],
    [422, ['ValueError', 'bare'], 'invalid', 'bare'],
    [413, { detail: 'too large' }, 'invalid', 'too large'],
    [429, { error: 'Server too busy' }, 'server', 'Server too busy'],
    [500, { detail: ['RuntimeError', 'the path is not supported'] }, 'server', 'the path is not supported'],
    [503, { detail: 'starting' }, 'server', 'starting'],
  ])('%i %j', async (status, body, code, detail) => {
    const error = await createFails({ status, body });
    expect(error).toMatchObject({ name: 'ZenmlError', code, status });
    if (code === 'unauthorized') return;
    expect(error).toMatchObject({ method: 'POST', path: SECRETS, detail });
    expect(error.message).toContain(`${ORIGIN} answered ${status} to POST ${SECRETS}: ${detail}`);
  });

  test('that repeats a secret value without the secret', async () => {
    const error = await createFails({ status: 400, body: { detail: ['ValueError', 'bad value hush-hush'] } });
    expect(error.detail).toBe('bad value (hidden)');
  });

  test('of a lost race for a name is a conflict, without SQL', async () => {
    const text =
      "(sqlite3.IntegrityError) UNIQUE constraint failed: secret.name [SQL: INSERT] [parameters: ('hush-hush')]";
    const error = await createFails({ status: 500, body: { detail: ['IntegrityError', text] } });
    expect(error).toMatchObject({
      code: 'conflict',
      status: 500,
      detail: 'an object of this name was made at the same time.',
    });
  });

  test.each([200, 403, 404])('of status %i in HTML says that the URL is wrong', async (status) => {
    const error = await createFails({ status, body: '<!doctype html><title>hush-hush</title>' });
    expect(error).toMatchObject({ code: 'not_zenml', status });
    expect(error.message).toContain('Check the server URL');
  });

  test('of a failing proxy says that server or proxy failed', async () => {
    const error = await createFails({ status: 502, body: '<html>Bad Gateway</html>' });
    expect(error).toMatchObject({ code: 'server', status: 502, detail: undefined });
    expect(error.message).toContain('a proxy in front of it');
  });

  test.each([
    ['', 'it sent nothing'],
    ['hello', 'it sent something other than JSON'],
    ['<html></html>', 'it sent an HTML page'],
  ])('that is "%s" and not JSON says so', async (body, reason) => {
    expect((await createFails({ body, headers: { 'content-type': 'text/plain' } })).message).toContain(reason);
  });

  test('that is JSON of another program names what is missing', async () => {
    const error = await createFails({ body: { ok: true } });
    expect(error.message).toContain('id should be text and is missing');
  });

  test('that redirects names the address to use', async () => {
    const headers = { location: `https://user:pw@secure.zenml.test/team${SECRETS}?token=hush-hush` };
    const error = await createFails({ status: 308, body: '', headers });
    expect(error.code).toBe('not_zenml');
    expect(error.message).toContain('use https://secure.zenml.test/team as the server URL');
    expect(error.message).not.toContain('user:pw');
  });

  test('that redirects to a login page asks to check the URL', async () => {
    const error = await createFails({ status: 302, body: '', headers: { location: '/login' } });
    expect(error.message).toContain(`redirects POST ${SECRETS} (302) to ${ORIGIN}/login`);
  });

  test('that redirects nowhere asks to check the URL', async () => {
    expect((await createFails({ status: 302, body: '' })).message).toMatch(/elsewhere. Check the server URL/);
  });
});
