import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { request } from 'undici';
import { isSameProcessRunning } from '../../src/cli/process/process-identity';
import { stopServer } from '../../src/cli/process/detached-server';
import { StateFile, type QuickstartState } from '../../src/cli/quickstart/state-file';
import { startQuickstart, type QuickstartRun } from '../support/quickstart-run';
import { ensureProvider } from '../support/provider';
import { startMoto, startZenmlServer } from '../support/servers';
import { makeTestFolder } from '../support/test-folder';
import { ensureVenv } from '../support/venv';

const MINUTE = 60_000;
let directory: string;

beforeAll(async () => {
  await ensureVenv();
  await ensureProvider();
}, 15 * MINUTE);

beforeEach(async () => {
  directory = await makeTestFolder('quickstart');
});

afterEach(stopServers);

async function stopServers(): Promise<void> {
  const { servers } = await state();
  for (const record of [servers.zenml, servers.moto]) if (record !== undefined) await stopServer(record);
}

async function state(): Promise<QuickstartState> {
  return (await StateFile.open(path.join(directory, 'state.json'))).current;
}

const quickstart = (args: string[] = [], environment?: Record<string, string>): QuickstartRun =>
  startQuickstart({ directory, args, environment });

async function success(run: QuickstartRun): Promise<string> {
  const { exitCode, output } = await run.ended;
  if (exitCode !== 0) throw new Error(`a quickstart ended with ${exitCode}:\n${output}`);
  return output;
}

function succeed(args: string[] = [], environment?: Record<string, string>): Promise<string> {
  return success(quickstart(args, environment));
}

/** Runs up to a line of the output, presses Ctrl-C, and expects the one message. */
async function interruptAt(line: RegExp): Promise<void> {
  const run = quickstart();
  await run.said(line);
  run.interrupt();
  const { exitCode, output } = await run.ended;
  expect(output).toMatch(/Interrupted\. Run the same command again: it goes on from here\.\s*$/);
  expect(output).not.toMatch(/\n\s+at /);
  expect(exitCode).toBe(130);
}

/** With it goes all that was provisioned: moto keeps everything in memory. */
async function stopMoto(): Promise<void> {
  const { moto } = (await state()).servers;
  if (moto === undefined) throw new Error('moto is not in the state');
  await stopServer(moto);
}

test(
  'brings the stack up and proves it while no other may work, finds nothing to change, survives a moto that forgot everything, and leaves nothing',
  async () => {
    const run = quickstart();
    await run.said(/❯ cdktf deploy dev/);
    const other = await quickstart(['down']).ended;
    expect(other.output).toMatch(/Error: Another cdktf-zenml \(process \d+\) is working in /);
    expect(other.exitCode).toBe(1);

    const first = await success(run);
    expect(first).toMatch(/Bucket\s+│ zenml-dev-/);
    expect(first).toMatch(/connector \(verified\)/);
    expect(first).not.toContain('NOT verified');
    expect(first).toMatch(/Its artifact\s+│ s3:\/\/zenml-dev-/);
    expect(first).toMatch(/Dashboard: http:\/\/127\.0\.0\.1:\d+\nLogin: {5}default \/ /);

    const second = await succeed();
    expect(second).toContain('No changes: the stack is deployed and proven as before.');
    expect(second).toContain('done before, no changes since');

    const { servers } = await state();
    await stopMoto();
    const third = await succeed();
    expect(third).toMatch(/Started moto.*Found the ZenML server/s);
    expect(third).toContain('Ran the pipeline');
    expect((await state()).servers.moto?.port).toBe(servers.moto?.port);

    const down = await succeed(['down']);
    expect(down).toContain('Nothing is left in moto or on the ZenML server');
    expect(down).toContain('Destroyed: dev. Nothing is left behind.\nStopped: the ZenML server, moto.');
    expect(servers.zenml !== undefined && (await isSameProcessRunning(servers.zenml))).toBe(false);
    expect(
      ['env', 'secrets.json', 'zenml-server', 'terraform-state'].filter((name) =>
        existsSync(path.join(directory, name)),
      ),
    ).toEqual([]);

    expect(await succeed(['down'])).toContain('Nothing is deployed and no server of the quickstart runs.');
  },
  8 * MINUTE,
);

test(
  'does the same without any cloud',
  async () => {
    const up = await succeed(['--local']);
    expect(up).toMatch(/Stack\s+│ local-stack/);
    expect(up).not.toContain('Start moto');
    expect(await succeed(['--local'])).toContain('No changes');
    expect(await succeed(['down'])).toContain('Destroyed: local. Nothing is left behind.\nStopped: the ZenML server.');
  },
  4 * MINUTE,
);

test(
  'goes on after Ctrl-C at every step and inside the apply, also when moto forgot what was made, and takes down what is half finished, and with its servers stopped',
  async () => {
    await interruptAt(/❯ Start moto/);
    await interruptAt(/❯ Start the ZenML server/);
    await interruptAt(/❯ Get a service account/);
    await interruptAt(/❯ Build the provider/);
    await interruptAt(/❯ Install the providers/);
    await interruptAt(/❯ cdktf deploy dev/);
    await interruptAt(/Creation complete/);
    expect(await succeed(['down'])).toContain('Nothing is left behind');

    await interruptAt(/zenml_\S+: Creation complete/);
    // What was made so far is in the state, and moto has forgotten all of it.
    await stopMoto();
    await interruptAt(/❯ Run a pipeline/);
    expect(await succeed()).toMatch(/deployed and proven/);
    await stopServers();
    expect(await succeed(['down'])).toContain('Destroyed: dev. Nothing is left behind.');
  },
  12 * MINUTE,
);

test(
  'starts nothing when the server is the user’s own, and leaves nothing on it',
  async () => {
    const moto = await startMoto();
    const server = await startZenmlServer({ moto });
    try {
      const environment = { ...moto.environment, ...server.environment };
      const up = await succeed([], environment);
      expect(up).toContain('This is your own server and your own AWS account');
      expect(up).not.toContain('Start moto');
      expect((await state()).servers).toEqual({});
      expect(readFileSync(path.join(directory, 'env'), 'utf8')).not.toContain('AWS_');

      const elsewhere = await quickstart(['down']).ended;
      expect(elsewhere.output).toContain(`(dev) are registered on ${server.url}`);

      expect(await succeed(['down'], environment)).toContain('Destroyed: dev.');
      expect((await request(`${server.url}/api/v1/info`)).statusCode).toBe(200);
    } finally {
      await server.stop();
      await moto.stop();
    }
  },
  6 * MINUTE,
);

test(
  'each missing prerequisite is one message and exit code 1',
  async () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ TERRAFORM_BINARY_NAME: 'no-terraform-here' }, /Error: "no-terraform-here" was not found on PATH/],
      [{ ZENML_SERVER_URL: 'http://127.0.0.1:9' }, /Error: ZENML_SERVER_URL is set but ZENML_API_KEY is not/],
      [
        { ZENML_SERVER_URL: 'http://127.0.0.1:9', ZENML_API_KEY: 'k' },
        /Error: No ZenML server answers at ZENML_SERVER_URL=/,
      ],
      [
        { PATH: path.join(directory, 'nothing'), TERRAFORM_BINARY_NAME: 'terraform' },
        /Error: "terraform" was not found on PATH/,
      ],
    ];
    for (const [environment, message] of cases) {
      const { exitCode, output } = await quickstart([], environment).ended;
      expect(output).toMatch(message);
      expect(output).not.toMatch(/\n\s+at /);
      expect(exitCode).toBe(1);
    }
  },
  2 * MINUTE,
);
