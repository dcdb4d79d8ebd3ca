import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { runCdktf } from '../../src/cli/quickstart/run-cdktf';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import { ensureProvider, type TestProvider } from '../support/provider';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { makeTestFolder, packageInfo } from '../support/test-folder';
import { ensureVenv } from '../support/venv';
import { ZenmlRest } from '../support/zenml-rest';

interface Outputs {
  readonly bucket_name: string;
  readonly registry_url: string;
  readonly identity_name: string;
  readonly stack_id: string;
  readonly stack_name: string;
  readonly components: readonly { readonly type: string; readonly flavor: string }[];
  readonly connector_ids: readonly string[];
}

let provider: TestProvider;
let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let venv: string;
let folder: string;
let environment: NodeJS.ProcessEnv;
let outputs: Outputs;

beforeAll(async () => {
  provider = await ensureProvider();
  venv = await ensureVenv();
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  rest = new ZenmlRest(server.url, server.apiKey);
  folder = await makeTestFolder('deploy');
  environment = {
    ...neutralEnvironment(),
    ...provider.environment,
    ...server.environment,
    ...moto.environment,
    TERRAFORM_STATE_DIRECTORY: folder,
    CDKTF_OUTPUT: path.join(folder, 'cdktf.out'),
    CDKTF_SKIP_PROVIDER_LOCK: 'true',
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
  };
});

afterAll(async () => {
  await server.stop();
  await moto.stop();
});

function cdktf(...args: string[]): Promise<string> {
  return runCdktf({
    root: packageInfo.root,
    args,
    environment,
    terraformBinary: provider.terraform.binary,
    logFile: path.join(folder, `${args[0] ?? ''}.log`),
  });
}

/** A program of the virtual environment, as a user of the stack runs it: with the address and key of the server and nothing of AWS's but the endpoint. */
async function asUser(program: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const execa = await loadExeca();
  return execa(path.join(venv, 'bin', program), args, {
    env: {
      ...neutralEnvironment(),
      ZENML_STORE_URL: server.url,
      ZENML_STORE_API_KEY: server.apiKey,
      ZENML_CONFIG_PATH: path.join(folder, 'zenml-client'),
      ZENML_ANALYTICS_OPT_IN: 'false',
      AWS_ENDPOINT_URL: moto.url,
      AWS_DEFAULT_REGION: moto.region,
      PATH: `${path.join(venv, 'bin')}:${process.env.PATH ?? ''}`,
    },
    extendEnv: false,
    timeout: 120_000,
  });
}

async function leftInAws(): Promise<unknown> {
  const execa = await loadExeca();
  const script = path.join(packageInfo.root, 'src/cli/quickstart/leftovers.py');
  const { stdout } = await execa(path.join(venv, 'bin', 'python'), [script], {
    env: { ...neutralEnvironment(), ...moto.environment },
    extendEnv: false,
    timeout: 60_000,
  });
  return JSON.parse(stdout);
}

/** Runs Python with boto3 and the account's own keys. @returns what it printed, as JSON */
async function boto(expression: string): Promise<unknown> {
  const execa = await loadExeca();
  const { stdout } = await execa(
    path.join(venv, 'bin', 'python'),
    ['-c', `import boto3, json\nprint(json.dumps(${expression}))`],
    {
      env: { ...neutralEnvironment(), ...moto.environment },
      extendEnv: false,
      timeout: 60_000,
    },
  );
  return JSON.parse(stdout);
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

describe('cdktf deploy dev', () => {
  it('provisions the cloud resources and registers the stack', async () => {
    await cdktf('deploy', 'dev', '--auto-approve');
    const file = path.join(folder, 'outputs.json');
    await cdktf('output', 'dev', '--outputs-file', file);
    outputs = (JSON.parse(await readFile(file, 'utf8')) as { dev: Outputs }).dev;

    expect(outputs.stack_name).toBe('dev-base-stack');
    expect(outputs.components.map(({ type, flavor }) => `${type}/${flavor}`).sort()).toEqual([
      'artifact_store/s3',
      'container_registry/aws',
      'orchestrator/local',
    ]);
    expect(await boto("[b['Name'] for b in boto3.client('s3').list_buckets()['Buckets']]")).toEqual([
      outputs.bucket_name,
    ]);
    expect(
      await boto("[r['repositoryUri'] for r in boto3.client('ecr').describe_repositories()['repositories']]"),
    ).toEqual([outputs.registry_url]);
    expect(await rest.names('stacks')).toEqual(['dev-base-stack']);
    expect((await rest.get(`/stacks/${outputs.stack_id}`)).name).toBe('dev-base-stack');
  });

  it('leaves connectors that the server can verify', async () => {
    expect(outputs.connector_ids.length).toBeGreaterThan(0);
    for (const id of outputs.connector_ids) {
      expect(await rest.put(`/service_connectors/${id}/verify`, {})).toMatchObject({ error: null });
    }
  });

  it('writes no secret into the synthesized configuration', async () => {
    const state = JSON.parse(await readFile(path.join(folder, 'terraform.dev.tfstate'), 'utf8')) as {
      resources: { type: string; instances: { attributes: { secret?: string } }[] }[];
    };
    const generated = state.resources.find(({ type }) => type === 'aws_iam_access_key')?.instances[0]?.attributes
      .secret;
    const secrets = [server.apiKey, generated ?? ''];
    expect(secrets.every((secret) => secret.length > 20)).toBe(true);
    for (const file of await filesBelow(path.join(folder, 'cdktf.out'))) {
      if (file.includes(`${path.sep}.terraform${path.sep}`)) continue;
      const text = await readFile(file, 'utf8');
      for (const secret of secrets) expect(text.includes(secret) ? file : undefined).toBeUndefined();
    }
  });

  it('has nothing to change the second time', async () => {
    const execa = await loadExeca();
    const plan = await execa(provider.terraform.binary, ['plan', '-detailed-exitcode', '-no-color', '-input=false'], {
      cwd: path.join(folder, 'cdktf.out', 'stacks', 'dev'),
      env: environment,
      extendEnv: false,
      reject: false,
      timeout: 120_000,
    });
    expect({ exitCode: plan.exitCode, output: plan.stdout }).toMatchObject({ exitCode: 0 });
    expect(await cdktf('deploy', 'dev', '--auto-approve')).toMatch(/No changes|0 added, 0 changed, 0 destroyed/);
  });

  it("makes a stack that ZenML's own command describes", async () => {
    const { stdout, stderr } = await asUser('zenml', 'stack', 'describe', 'dev-base-stack');
    const described = `${stdout}${stderr}`;
    expect(described).toContain('dev-base-stack');
    for (const { type } of outputs.components) expect(described.toLowerCase()).toContain(type);
  });

  it("makes a stack on which ZenML's own client runs a pipeline, whose artifact lies in the bucket", async () => {
    const script = path.join(packageInfo.root, 'src/cli/quickstart/prove.py');
    const { stdout } = await asUser('python', script, '--stack', 'dev-base-stack');
    const proof = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, string>;
    expect(proof).toMatchObject({ status: 'completed', stackId: outputs.stack_id });

    const prefix = `s3://${outputs.bucket_name}/`;
    expect(proof.artifactUri?.startsWith(prefix)).toBe(true);
    const key = proof.artifactUri?.slice(prefix.length);
    const bucket = `boto3.resource('s3').Bucket('${outputs.bucket_name}')`;
    const contents = await boto(
      `[o.get()['Body'].read().decode(errors='replace') for o in ${bucket}.objects.filter(Prefix='${key}')]`,
    );
    expect(contents).toContain('10');
    await asUser('python', script, '--forget');
  });

  it('is destroyed with nothing left in AWS or on the server', async () => {
    await cdktf('destroy', 'dev', '--auto-approve');
    expect(await leftInAws()).toEqual([]);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
