import { createCdktfWorkspace, type CdktfWorkspace } from '../support/cdktf-workspace';
import { Guide } from '../support/guide';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { ZenmlRest } from '../support/zenml-rest';

const guide = new Guide('environments');
let moto: RunningMoto;
let server: RunningZenmlServer;
let workspace: CdktfWorkspace;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  workspace = await createCdktfWorkspace({ ...moto.environment, ...server.environment, DEV_ZENML_URL: server.url });
  for (const heading of ['Write them down', 'Use them']) await guide.follow(heading, workspace);
}, 300_000);

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
  await moto.stop();
});

/** What cdktf printed, also where it failed. */
async function printed(...args: readonly string[]): Promise<{ readonly failed: boolean; readonly output: string }> {
  try {
    return { failed: false, output: await workspace.cdktf(...args) };
  } catch (error) {
    return { failed: true, output: String(error) };
  }
}

describe('environments from a file', () => {
  it('plan one alone, with the account and the server that it names', async () => {
    const { failed, output } = await printed('diff', 'dev');
    expect(output).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    expect(failed).toBe(false);
    expect(output).not.toMatch(/^prod /m);
  }, 300_000);

  it('fail with credentials for another account and another server, and nothing is made', async () => {
    const { failed, output } = await printed('deploy', 'prod', '--auto-approve');
    expect(failed).toBe(true);
    const text = output.replaceAll(/[│\s]+/g, ' ');
    expect(text).toContain('are of the account 123456789012, and prod/base is for 210987654321');
    expect(text).toContain(`talks to ${server.url}, and the environment is on https://zenml.acme.com`);
    expect(output).not.toContain('Creating...');
    const rest = new ZenmlRest(server.url, server.apiKey);
    expect(await rest.names('stacks')).toEqual([]);
    expect(await rest.names('service_connectors')).toEqual([]);
  }, 300_000);
});
