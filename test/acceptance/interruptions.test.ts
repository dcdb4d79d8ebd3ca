import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childrenOf, timeToEnd } from '../support/child-processes';
import { FaultProxy } from '../support/fault-proxy/fault-proxy';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import type { TerraformRun } from '../support/terraform-run';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

const APPLY = ['apply', '-auto-approve', '-json'];

let server: RunningZenmlServer;
let rest: ZenmlRest;
let proxy: FaultProxy;
let workspace: TerraformWorkspace;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
});

afterAll(() => server.stop());

beforeEach(async () => {
  proxy = await FaultProxy.start(server.url);
});

afterEach(async () => {
  await workspace.dispose();
  await proxy.stop();
  for (const { id } of await rest.list('secrets')) await rest.delete(`/secrets/${id}`);
});

/** Secrets named `<prefix>-<number>`, one after the other, through the proxy. */
function secrets(prefix: string, count: number, provider = ''): string {
  const each = [...Array(count).keys()].map((number) => {
    const previous = number === 0 ? '' : `depends_on = [zenml_secret.s${number - 1}]`;
    return `resource "zenml_secret" "s${number}" {\n  name = "${prefix}-${number}"\n  values = { token = "t" }\n  ${previous}\n}`;
  });
  return [`provider "zenml" {\n  ${provider}\n}`, ...each].join('\n');
}

async function open(hcl: string, through = proxy): Promise<TerraformWorkspace> {
  return createTerraformWorkspace({
    hcl,
    environment: { ZENML_SERVER_URL: through.url, ZENML_API_KEY: server.apiKey },
    timeoutMilliseconds: 240_000,
  });
}

/** Every error that the user reads. */
function errorsOf(run: TerraformRun): string {
  const errors = run.diagnostics.filter(({ severity }) => severity === 'error');
  return errors.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n');
}

async function namesOnServer(): Promise<string[]> {
  return (await rest.names('secrets')).sort();
}

describe('a server that is restarted in the middle of an apply', () => {
  it.each([
    ['after it has finished what it was doing, and no longer knows the tokens it gave', { forgetTokens: true }],
    ['by force, with a write in its hands', { kill: true }],
  ])('%s costs time and nothing else', async (_, how) => {
    workspace = await open(secrets('restart', 4));
    const hold = proxy.hold('done', 'POST', '/secrets');
    const { ended } = await workspace.start(APPLY);
    await hold.reached;
    const back = server.restart(how);
    hold.release();
    await back;
    const run = await ended;
    expect(errorsOf(run)).toBe('');
    expect(run.exitCode).toBe(0);
    expect(await namesOnServer()).toEqual(['restart-0', 'restart-1', 'restart-2', 'restart-3']);
    expect(await workspace.plan()).toEqual([]);
  });
});

// The shortest life that a server gives its tokens is a minute, and it takes them for ten seconds longer.
if (process.env.TEST_FAULTS === 'all') {
  describe('a token that expires in the middle of an apply', () => {
    it('is renewed, and nothing else is done twice', async () => {
      const strict = await startZenmlServer({ settings: { ZENML_SERVER_JWT_TOKEN_EXPIRE_MINUTES: '1' } });
      const strictProxy = await FaultProxy.start(strict.url);
      const environment = { ZENML_SERVER_URL: strictProxy.url, ZENML_API_KEY: strict.apiKey };
      workspace = await createTerraformWorkspace({
        hcl: secrets('expired', 3, 'request_timeout = "5m"'),
        environment,
        timeoutMilliseconds: 240_000,
      });
      const hold = strictProxy.hold('done', 'POST', '/secrets');
      const { ended } = await workspace.start(APPLY);
      await hold.reached;
      await strictProxy.begin();
      await sleep(75_000);
      hold.release();
      expect(errorsOf(await ended)).toBe('');
      const answers = strictProxy.requests.map(
        ({ method, path: asked, status }) => `${method} ${asked} ${status ?? ''}`,
      );
      expect(answers).toEqual(['POST /secrets 401', 'POST /login 200', 'POST /secrets 200', 'POST /secrets 200']);
      expect(await workspace.plan()).toEqual([]);
      await strictProxy.stop();
      await strict.stop();
    });
  });
}

describe('terraform that is killed in the middle of an apply', () => {
  /** Kills it while the server has made an object that terraform does not know of yet. */
  async function kill(provider = ''): Promise<void> {
    workspace = await open(secrets('killed', 2, provider));
    const hold = proxy.hold('done', 'POST', '/secrets');
    const { pid, ended } = await workspace.start(APPLY);
    await hold.reached;
    const providers = await childrenOf(pid);
    expect(providers.length).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');
    const times = await Promise.all(providers.map((reference) => timeToEnd(reference)));
    expect(Math.max(...times)).toBeLessThan(3_000);
    hold.release();
    await ended;
    await rm(path.join(workspace.directory, '.terraform.tfstate.lock.info'), { force: true });
    expect(await namesOnServer()).toEqual(['killed-0']);
    expect(await workspace.addresses()).toEqual([]);
  }

  it('leaves no provider behind, and the next apply stops with the import block, which works as it stands', async () => {
    await kill();
    const stopped = await workspace.applyFailing();
    const [block] = /import \{[^}]*\}/.exec(errorsOf(stopped)) ?? [];
    expect(block).toContain(await rest.idOf('secrets', 'killed-0'));
    await workspace.write(
      `${secrets('killed', 2)}\n${block?.replace('zenml_secret.example', 'zenml_secret.s0') ?? ''}`,
    );
    await workspace.apply();
    expect(await namesOnServer()).toEqual(['killed-0', 'killed-1']);
    expect(await workspace.plan()).toEqual([]);
  });

  it('heals by itself with adopt_existing', async () => {
    await kill('adopt_existing = true');
    const id = await rest.idOf('secrets', 'killed-0');
    await workspace.apply();
    expect((await workspace.attributes('zenml_secret.s0'))?.id).toBe(id);
    expect(await namesOnServer()).toEqual(['killed-0', 'killed-1']);
    expect(await workspace.plan()).toEqual([]);
  });
});

describe('Ctrl-C in the middle of an apply', () => {
  it('awaits the write that is on its way, keeps its result, and begins no other', async () => {
    workspace = await open(secrets('stopped', 3));
    const hold = proxy.hold('done', 'POST', '/secrets');
    const { pid, ended } = await workspace.start(APPLY);
    await hold.reached;
    process.kill(pid, 'SIGINT');
    await sleep(1_000);
    hold.release();
    await ended;
    expect(await workspace.addresses()).toEqual(['zenml_secret.s0']);
    expect(await namesOnServer()).toEqual(['stopped-0']);
    await workspace.apply();
    expect(await namesOnServer()).toEqual(['stopped-0', 'stopped-1', 'stopped-2']);
    expect(await workspace.plan()).toEqual([]);
  });
});

describe('two applies at once', () => {
  it('that want the same names: one gets each, the other stops with the import block, and nothing doubles', async () => {
    const otherProxy = await FaultProxy.start(server.url);
    const hcl = secrets('wanted', 1);
    workspace = await open(hcl);
    const other = await open(hcl, otherProxy);
    const holds = [proxy, otherProxy].map((one) => one.hold('unseen', 'POST', '/secrets'));
    const both = await Promise.all([workspace.start(APPLY), other.start(APPLY)]);
    await Promise.all(holds.map(({ reached }) => reached));
    for (const hold of holds) hold.release();
    const runs = await Promise.all(both.map(({ ended }) => ended));
    expect(runs.map(({ exitCode }) => exitCode).sort()).toEqual([0, 1]);
    const said = runs.map(errorsOf).join('');
    expect(said).toContain('import {');
    expect(said).toContain(await rest.idOf('secrets', 'wanted-0'));
    expect(await namesOnServer()).toEqual(['wanted-0']);
    await other.dispose();
    await otherProxy.stop();
  });

  it("of one state: the second is stopped by terraform's lock and does nothing", async () => {
    workspace = await open(secrets('locked', 1));
    const hold = proxy.hold('done', 'POST', '/secrets');
    const { ended } = await workspace.start(APPLY);
    await hold.reached;
    expect(errorsOf(await workspace.applyFailing())).toContain('state lock');
    hold.release();
    expect((await ended).exitCode).toBe(0);
    expect(await namesOnServer()).toEqual(['locked-0']);
  });
});
