import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { quickstartEnvironment, writeEnvironmentFile } from '../../../src/cli/quickstart/environment-file';
import { quickstartPaths } from '../../../src/cli/quickstart/paths';
import { unlockProvider } from '../../../src/cli/quickstart/provider-lock';
import { ensureSecrets, saveSecrets } from '../../../src/cli/quickstart/secrets-file';
import { readStackOutputs } from '../../../src/cli/quickstart/stack-outputs';
import { StateFile } from '../../../src/cli/quickstart/state-file';
import { put, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();
const mode = async (file: string) => (await stat(file)).mode & 0o777;

describe('the state file', () => {
  test('keeps what is written, for its owner only', async () => {
    const file = path.join(folder(), 'state.json');
    await (await StateFile.open(file)).update({ ports: { zenml: 1234 }, stacks: ['dev'] });
    expect((await StateFile.open(file)).current).toMatchObject({ ports: { zenml: 1234 }, stacks: ['dev'] });
    expect(await mode(file)).toBe(0o600);
  });

  test.each(['{', '[]', '{"ports":{}}'])('fails with a remedy on %s', async (content) => {
    const file = await put(path.join(folder(), 'state.json'), content);
    await expect(StateFile.open(file)).rejects.toThrow(/is damaged: .*\nRestore it/);
  });
});

describe('the secrets file', () => {
  test('is made once, for its owner only', async () => {
    const file = path.join(folder(), 'secrets.json');
    const made = await ensureSecrets(file);
    expect(await ensureSecrets(file)).toEqual(made);
    expect(await mode(file)).toBe(0o600);
    await saveSecrets(file, { ...made, apiKey: 'key' });
    expect(await ensureSecrets(file)).toEqual({ ...made, apiKey: 'key' });
  });
});

describe('the env file', () => {
  const options = () => ({
    paths: quickstartPaths(folder()),
    serverUrl: 'http://127.0.0.1:1',
    apiKey: "it's",
    motoPort: 5000,
    cliConfiguration: '/c',
    mirror: '/m',
  });

  test('can be sourced, whatever its values, and drops what would lead elsewhere', async () => {
    const file = path.join(folder(), 'env');
    await writeEnvironmentFile(file, quickstartEnvironment(options()), true);
    const script = `. ${file}; echo "$ZENML_API_KEY|$AWS_ENDPOINT_URL|\${AWS_PROFILE-none}|$TF_CLI_ARGS_providers_lock"`;
    const said = execFileSync('sh', ['-c', script], {
      env: { ...process.env, AWS_PROFILE: 'production' },
      encoding: 'utf8',
    });
    expect(said.trim()).toBe("it's|http://127.0.0.1:5000|none|-fs-mirror=/m");
    expect(await mode(file)).toBe(0o600);
  });

  test('leaves AWS alone when moto is not used', () => {
    const environment = quickstartEnvironment({ ...options(), motoPort: undefined });
    expect(Object.keys(environment).filter((name) => name.startsWith('AWS_'))).toEqual([]);
  });
});

describe('unlockProvider', () => {
  test('takes our provider out of each lock file and leaves the others', async () => {
    const lock = (name: string) => `provider "h/${name}" {\n  version = "1"\n  hashes = [\n    "h1:x",\n  ]\n}\n`;
    const file = await put(
      path.join(folder(), 'stacks', 'dev', '.terraform.lock.hcl'),
      `# head\n\n${lock('cdktf-zenml/zenml')}\n${lock('hashicorp/aws')}`,
    );
    await put(path.join(folder(), 'stacks', 'local', 'cdk.tf.json'), '{}');
    await unlockProvider(folder(), 'h');
    expect(await readFile(file, 'utf8')).toBe(`# head\n\n\n${lock('hashicorp/aws')}`);
  });

  test('does nothing before the first synth', async () => {
    await expect(unlockProvider(path.join(folder(), 'none'), 'h')).resolves.toBeUndefined();
  });
});

describe('readStackOutputs', () => {
  test('finds the stack and its connectors, given as list or as map', async () => {
    for (const connector_ids of [['a', 'b'], { aws: 'a', ecr: 'b' }]) {
      const file = await put(
        path.join(folder(), 'o.json'),
        JSON.stringify({ dev: { stack_id: 'id', stack_name: 'n', connector_ids, bucket_name: 'b' } }),
      );
      await expect(readStackOutputs(file, 'dev')).resolves.toMatchObject({
        stackId: 'id',
        stackName: 'n',
        connectorIds: ['a', 'b'],
      });
    }
  });

  test('fails with a remedy when the stack has no outputs', async () => {
    await expect(readStackOutputs(path.join(folder(), 'none.json'), 'dev')).rejects.toThrow(
      /has no outputs stack_id and stack_name\.\nGive it both/,
    );
  });
});
