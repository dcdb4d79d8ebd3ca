import type { CreateOptions, Secret } from '../../src/zenml';
import { ID, OTHER_ID, pageAnswer, secretAnswer, USER_ID, userAnswer } from './support/answers';
import { failureOf } from './support/failure';
import { MockZenml, type Answer } from './support/mock-zenml';

jest.mock('node:timers/promises', () =>
  jest.requireActual<{ skippingPauses(): object }>('./support/skipped-pauses').skippingPauses(),
);

const SECRETS = '/api/v1/secrets';
const SPEC = { name: 'keys', values: { a: '1' } };
const LOST = { status: 502, body: '' };
const TAKEN = { status: 409, body: { detail: ['EntityExistsError', 'a secret of that name exists'] } };
const STUCK = { status: 429, body: { error: 'Server too busy. Please try again later.' } };

let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(() => {
  server.assertAllMade();
});

function answers(...given: readonly Answer[]): void {
  for (const answer of given) server.on('POST', SECRETS, answer);
}

/** The secret of that name on the server, with the time of its creation as servers write it. */
function existing({ age = 0, id = ID, userId = USER_ID } = {}): Record<string, unknown> {
  const created = new Date(Date.now() - age).toISOString().replace('Z', '');
  return secretAnswer({ id, created, user_id: userId });
}

function lookUp(...found: readonly Record<string, unknown>[]): void {
  server.on('GET', '/api/v1/current-user', { body: userAnswer() }).on('GET', SECRETS, ({ query }) => {
    expect(query.name).toBe('equals:keys');
    return { body: pageAnswer(found) };
  });
}

function create(options: CreateOptions<Secret> = { isSame: ({ values }) => values?.a === '1' }): Promise<Secret> {
  return server.client({ apiToken: 'token' }).secrets.create(SPEC, options);
}

const keys = () =>
  server.seen.filter(({ method }) => method === 'POST').map(({ headers }) => headers['idempotency-key']);

describe('a create whose answer was lost', () => {
  test('is repeated under its key, and a server that knows the key answers what it did', async () => {
    answers(LOST, { body: existing() });
    expect((await create()).id).toBe(ID);
    expect(new Set(keys()).size).toBe(1);
  });

  test('and whose name is taken now gives what it made, as read with all that it holds', async () => {
    answers(LOST, TAKEN);
    lookUp(existing());
    server.on('GET', `${SECRETS}/${ID}`, { body: existing() });
    expect(await create()).toMatchObject({ id: ID, values: { a: '1' } });
  });

  test('and whose key is stuck gives what it made, without sending more', async () => {
    answers(LOST, STUCK);
    lookUp(existing());
    server.on('GET', `${SECRETS}/${ID}`, { body: existing() });
    expect((await create()).id).toBe(ID);
  });

  test('and whose key is stuck is tried once more under another, where nothing was made', async () => {
    answers(LOST, STUCK, { body: existing() });
    lookUp();
    expect((await create()).id).toBe(ID);
    expect(keys()[1]).toBe(keys()[0]);
    expect(keys()[2]).not.toBe(keys()[0]);
  });

  test('and whose server said to the end that it is at work on it gives what that made', async () => {
    answers(...Array.from({ length: 9 }, () => STUCK));
    lookUp(existing());
    server.on('GET', `${SECRETS}/${ID}`, { body: existing() });
    expect((await create()).id).toBe(ID);
    expect(new Set(keys()).size).toBe(1);
  });

  test('or at work to the end of its time says that it may have been carried out', async () => {
    server.on('POST', SECRETS, STUCK);
    const creating = server.client({ apiToken: 'token', maxRetries: 0 }).secrets.create(SPEC);
    server.on('GET', '/api/v1/current-user', { body: userAnswer() }).on('GET', SECRETS, { body: pageAnswer([]) });
    server.on('POST', SECRETS, STUCK).on('GET', SECRETS, { body: pageAnswer([]) });
    expect(await failureOf(creating)).toMatchObject({ status: 429, mayBeDone: true });
  });

  test('finds also what was made between the look and the second key', async () => {
    answers(LOST, STUCK, TAKEN);
    server.on('GET', '/api/v1/current-user', { body: userAnswer() });
    server.on('GET', SECRETS, { body: pageAnswer([]) }).on('GET', SECRETS, { body: pageAnswer([existing()]) });
    server.on('GET', `${SECRETS}/${ID}`, { body: existing() });
    expect((await create()).id).toBe(ID);
  });

  test('goes by the clock of the server', async () => {
    const hour = 3_600_000;
    const headers = { date: new Date(Date.now() + hour).toUTCString() };
    answers({ ...LOST, headers }, { ...TAKEN, headers });
    lookUp(existing({ age: hour / 2 }));
    expect(await failureOf(create())).toMatchObject({ code: 'conflict' });
  });
});

describe('a name that is taken by something else is a conflict', () => {
  test.each([
    ['where it is older than the create', { age: 10_000 }],
    ['where it belongs to another user', { userId: OTHER_ID }],
  ])('%s', async (_what, fields) => {
    answers(LOST, TAKEN);
    lookUp(existing(fields));
    expect(await failureOf(create())).toMatchObject({ code: 'conflict', status: 409 });
  });

  test('where it is not the same', async () => {
    answers(LOST, TAKEN);
    lookUp(existing());
    server.on('GET', `${SECRETS}/${ID}`, { body: existing() });
    expect(await failureOf(create({ isSame: () => Promise.resolve(false) }))).toMatchObject({ code: 'conflict' });
  });

  test('where nobody says what is the same', async () => {
    answers(LOST, TAKEN);
    lookUp(existing());
    server.on('GET', `${SECRETS}/${ID}`, { body: existing() });
    expect(await failureOf(create({}))).toMatchObject({ code: 'conflict' });
  });

  test('at once, without looking, where no answer was lost', async () => {
    answers(TAKEN);
    expect(await failureOf(create())).toMatchObject({ code: 'conflict' });
    expect(server.seen).toHaveLength(1);
  });

  test('where looking fails, too', async () => {
    answers(LOST, TAKEN);
    server.on('GET', '/api/v1/current-user', { body: userAnswer() });
    server.on('GET', SECRETS, { status: 403, body: { detail: ['IllegalOperationError', 'no'] } });
    expect(await failureOf(create())).toMatchObject({ code: 'conflict' });
  });
});

test('a server that is only busy is asked again under the same key, without looking', async () => {
  answers(STUCK, STUCK, { body: existing() });
  await create();
  expect(new Set(keys()).size).toBe(1);
});

test('who the user is, is asked once for all creates', async () => {
  answers(LOST, TAKEN, LOST, TAKEN);
  server.on('GET', '/api/v1/current-user', { body: userAnswer() });
  server.on('GET', SECRETS, { body: pageAnswer([]) }, 2);
  const { secrets } = server.client({ apiToken: 'token' });
  await failureOf(secrets.create(SPEC));
  await failureOf(secrets.create(SPEC));
});
