import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createOwnWorkspace, type CdktfWorkspace } from '../support/cdktf-workspace';
import { MotoAccount } from '../support/moto-account';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { StackUser } from '../support/stack-user';
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

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let account: MotoAccount;
let user: StackUser;
let app: CdktfWorkspace;
let outputs: Outputs;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  rest = new ZenmlRest(server.url, server.apiKey);
  app = await createOwnWorkspace({ ...server.environment, ...moto.environment });
  account = new MotoAccount(moto);
  user = new StackUser(server, moto, app.directory);
});

afterAll(async () => {
  await server.stop();
  await moto.stop();
});

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

describe('cdktf deploy dev', () => {
  it('provisions the cloud resources and registers the stack', async () => {
    await app.cdktf('deploy', 'dev', '--auto-approve');
    const file = path.join(app.directory, 'outputs.json');
    await app.cdktf('output', 'dev', '--outputs-file', file);
    outputs = (JSON.parse(await readFile(file, 'utf8')) as { dev: Outputs }).dev;

    expect(outputs.stack_name).toBe('dev-base-stack');
    expect(outputs.components.map(({ type, flavor }) => `${type}/${flavor}`).sort()).toEqual([
      'artifact_store/s3',
      'container_registry/aws',
      'orchestrator/local',
    ]);
    expect(await account.boto("[b['Name'] for b in boto3.client('s3').list_buckets()['Buckets']]")).toEqual([
      outputs.bucket_name,
    ]);
    expect(
      await account.boto("[r['repositoryUri'] for r in boto3.client('ecr').describe_repositories()['repositories']]"),
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
    const state = JSON.parse(await readFile(path.join(app.directory, 'terraform.dev.tfstate'), 'utf8')) as {
      resources: { type: string; instances: { attributes: { secret?: string } }[] }[];
    };
    const generated = state.resources.find(({ type }) => type === 'aws_iam_access_key')?.instances[0]?.attributes
      .secret;
    const secrets = [server.apiKey, generated ?? ''];
    expect(secrets.every((secret) => secret.length > 20)).toBe(true);
    for (const file of await filesBelow(path.join(app.directory, 'cdktf.out'))) {
      if (file.includes(`${path.sep}.terraform${path.sep}`)) continue;
      const text = await readFile(file, 'utf8');
      for (const secret of secrets) expect(text.includes(secret) ? file : undefined).toBeUndefined();
    }
  });

  it('has nothing to change the second time', async () => {
    expect(await app.plan('dev')).toMatchObject({ changes: false });
    expect(await app.cdktf('deploy', 'dev', '--auto-approve')).toMatch(/No changes|0 added, 0 changed, 0 destroyed/);
  });

  it("makes a stack that ZenML's own command describes", async () => {
    const { stdout, stderr } = await user.run('zenml', 'stack', 'describe', 'dev-base-stack');
    const described = `${stdout}${stderr}`;
    expect(described).toContain('dev-base-stack');
    for (const { type } of outputs.components) expect(described.toLowerCase()).toContain(type);
  });

  it("makes a stack on which ZenML's own client runs a pipeline, whose artifact lies in the bucket", async () => {
    const proof = await user.prove('dev-base-stack');
    expect(proof).toMatchObject({ status: 'completed', stackId: outputs.stack_id });
    expect(proof.artifactUri.startsWith(`s3://${outputs.bucket_name}/`)).toBe(true);
    expect(await account.objectsBelow(proof.artifactUri)).toContain('10');
    await user.forget();
  });

  it('is followed by the stack of a project, with a state of its own and its own part of the bucket', async () => {
    await app.cdktf('deploy', 'fraud-detection-dev', '--auto-approve');
    expect((await rest.names('stacks')).sort()).toEqual(['dev-base-stack', 'fraud_detection-dev-stack']);
    expect(await readdir(app.directory)).toContain('terraform.fraud-detection-dev.tfstate');
    const { status, artifactUri } = await user.prove('fraud_detection-dev-stack');
    expect(status).toBe('completed');
    expect(artifactUri).toContain(`s3://${outputs.bucket_name}/projects/fraud_detection/dev/`);
    await user.forget();

    await app.cdktf('destroy', 'fraud-detection-dev', '--auto-approve');
    expect(await rest.names('stacks')).toEqual(['dev-base-stack']);
  });

  it('is no part of a diff of prod', async () => {
    const diff = await app.cdktf('diff', 'prod');
    expect(diff).toContain('prod-base-stack');
    expect(diff).not.toContain('dev-base-stack');
  });

  it('is destroyed with nothing left in AWS or on the server', async () => {
    await app.cdktf('destroy', 'dev', '--auto-approve');
    expect(await account.leftovers()).toEqual([]);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
