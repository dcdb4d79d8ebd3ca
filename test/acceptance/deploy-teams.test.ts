import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { ZenmlProvider } from '../../src/bindings/provider';
import { BaseStack, LocalOrchestrator, TeamStack } from '../../constructs';
import { AwsBaseStack } from '../../constructs/aws';
import { environments, type PlatformEnvironment } from '../../stacks/environments';
import { PlatformStack } from '../../stacks/platform-stack';
import type { Synthesized } from '../constructs/synthesized';
import { MotoAccount } from '../support/moto-account';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { StackUser } from '../support/stack-user';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { packageInfo } from '../support/test-folder';
import { ZenmlRest } from '../support/zenml-rest';

const { staging } = environments;

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let account: MotoAccount;
let user: StackUser;
let platform: TerraformWorkspace;
let analysts: TerraformWorkspace;

beforeAll(async () => {
  moto = await startMoto();
  // What the server itself runs as: it assumes the role of the stack as that, so its connectors hold no key.
  const settings = { ...moto.environment, ZENML_ENABLE_IMPLICIT_AUTH_METHODS: 'true' };
  server = await startZenmlServer({ moto, settings });
  rest = new ZenmlRest(server.url, server.apiKey);
  account = new MotoAccount(moto);
  const timeoutMilliseconds = 240_000;
  platform = await createTerraformWorkspace({
    hcl: '',
    environment: { ...server.environment, ...moto.environment },
    timeoutMilliseconds,
  });
  // Nothing of AWS's at all.
  analysts = await createTerraformWorkspace({ hcl: '', environment: server.environment, timeoutMilliseconds });
  user = new StackUser(server, moto, platform.directory);
  process.env.AWS_ENDPOINT_URL = moto.url;
});

afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await Promise.all([platform.dispose(), analysts.dispose()]);
  await server.stop();
  await moto.stop();
});

function withoutBackend(stack: TerraformStack): string {
  const { terraform, ...configuration } = JSON.parse(Testing.synth(stack, true)) as { terraform: object };
  return JSON.stringify({ ...configuration, terraform: { ...terraform, backend: undefined } });
}

/** Applies a synthesized Terraform stack, with its state in the workspace, and expects nothing left to do. */
async function apply(workspace: TerraformWorkspace, stack: TerraformStack): Promise<void> {
  await workspace.writeSynthesized(withoutBackend(stack));
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
}

function platformStack(environment: PlatformEnvironment, further?: (base: AwsBaseStack) => void): TerraformStack {
  const stack = new PlatformStack(Testing.app(), environment.name, { environment });
  const base = stack.node.findChild('base');
  if (base instanceof AwsBaseStack) further?.(base);
  return stack;
}

interface StackOnServer {
  readonly description: string;
  readonly components: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
}

async function stackOnServer(name: string): Promise<StackOnServer> {
  return (await rest.read<{ metadata: StackOnServer }>(`/stacks/${await rest.idOf('stacks', name)}`)).metadata;
}

/** The names of the components of a stack, of which it has one of each type. */
async function componentsOf(name: string): Promise<Record<string, string | undefined>> {
  const { components } = await stackOnServer(name);
  return Object.fromEntries(Object.entries(components).map(([type, [first]]) => [type, first?.name]));
}

const ofBase = {
  artifact_store: 'staging-base-artifact-store',
  container_registry: 'staging-base-container-registry',
  image_builder: 'staging-base-image-builder',
};

/** What users of the first version have deployed, but for what moto cannot do: buckets by host name, and policies for TLS. */
async function firstVersion(): Promise<string> {
  const file = path.join(packageInfo.root, 'test/stacks/first-version/aws-staging.json');
  const { provider, resource, ...others } = JSON.parse(await readFile(file, 'utf8')) as Synthesized['configuration'];
  const { aws_s3_bucket_policy: withoutTls, ...resources } = resource ?? {};
  expect(withoutTls).toBeDefined();
  const aws = (provider?.aws ?? []).map((settings) => Object.assign({}, settings, { s3_use_path_style: true }));
  return JSON.stringify({ ...others, resource: resources, provider: { ...provider, aws } });
}

describe('staging, with its training stack', () => {
  it('keeps everything that its first version has made', async () => {
    await platform.writeSynthesized(await firstVersion());
    await platform.apply();
    const made = await platform.addresses();
    await platform.writeSynthesized(withoutBackend(platformStack(staging)));
    const changes = await platform.plan();
    expect(changes.filter(({ actions }) => actions.includes('delete'))).toEqual([]);
    expect(made.filter((address) => address.startsWith('aws_s3_bucket.'))).toHaveLength(1);
  });

  it('is deployed in one go, and has nothing to change the second time', async () => {
    await apply(platform, platformStack(staging));
    expect((await rest.names('stacks')).sort()).toEqual(['staging-base-stack', 'staging-training-stack']);
    expect(await platform.outputs()).toMatchObject({
      stack_name: 'staging-base-stack',
      training_stack_name: 'staging-training-stack',
      training_set_command: 'zenml stack set staging-training-stack',
    });
    expect(await account.boto("boto3.client('iam').list_users()['Users']")).toEqual([]);
  });

  it('trains on a machine with a GPU, and shares everything else with the base stack', async () => {
    expect(await componentsOf('staging-training-stack')).toEqual({
      ...ofBase,
      orchestrator: 'staging-training-orchestrator',
    });
    const { metadata } = await rest.read<{ metadata: { configuration: Record<string, unknown> } }>(
      `/components/${await rest.idOf('components', 'staging-training-orchestrator')}`,
    );
    const { bucket_name } = await platform.outputs();
    expect(metadata.configuration).toMatchObject({ instance_type: 'ml.g5.xlarge', bucket: bucket_name });
  });

  it('leaves connectors that hold no key and that the server can verify', async () => {
    const connectors = await rest.list('service_connectors');
    expect(connectors.map(({ body }) => body.auth_method)).toEqual(['implicit', 'implicit', 'implicit']);
    for (const { id } of connectors) {
      expect(await rest.put(`/service_connectors/${id}/verify`, {})).toMatchObject({ error: null });
    }
  });

  it('has another team on it that deploys without any credentials of the cloud', async () => {
    const stack = new TerraformStack(Testing.app(), 'analysts');
    new ZenmlProvider(stack, 'zenml');
    const base = BaseStack.fromName(stack, 'base', { environment: staging, region: staging.region });
    new TeamStack(stack, 'analysis', {
      base,
      components: [new LocalOrchestrator(stack, 'analysis-orchestrator')],
      without: ['image_builder'],
      environmentVariables: { ARTIFACTS: base.artifactStorePath },
    });
    await apply(analysts, stack);
    expect(await componentsOf('staging-analysis-stack')).toEqual({
      artifact_store: ofBase.artifact_store,
      container_registry: ofBase.container_registry,
      orchestrator: 'analysts-analysis-orchestrator',
    });
  });

  it("runs pipelines of that team by ZenML's own client, through the connector of the base", async () => {
    const { bucket_name } = await platform.outputs();
    const proof = await user.prove('staging-analysis-stack');
    expect(proof).toMatchObject({ status: 'completed', stackId: await rest.idOf('stacks', 'staging-analysis-stack') });
    expect(proof.artifactUri.startsWith(`s3://${String(bucket_name)}/`)).toBe(true);
    expect(await account.objectsBelow(proof.artifactUri)).toContain('10');
    await user.forget();
  });

  it('changes the machine in place', async () => {
    const orchestrator = await rest.idOf('components', 'staging-training-orchestrator');
    await apply(platform, platformStack({ ...staging, training: 'ml.g5.12xlarge' }));
    expect(await rest.idOf('components', 'staging-training-orchestrator')).toBe(orchestrator);
    expect((await stackOnServer('staging-training-stack')).description).toContain('ml.g5.12xlarge');
  });

  it('replaces a component of the team and drops one, and keeps the stack', async () => {
    const id = await rest.idOf('stacks', 'staging-training-stack');
    const withoutTeams = { ...staging, training: 'none' as const };
    const changed = platformStack(withoutTeams, (base) => {
      const scope = TerraformStack.of(base);
      new TeamStack(scope, 'training', {
        base,
        components: [new LocalOrchestrator(scope, 'training-orchestrator')],
        without: ['image_builder'],
      });
    });
    await apply(platform, changed);
    expect(await rest.idOf('stacks', 'staging-training-stack')).toBe(id);
    expect(await componentsOf('staging-training-stack')).toEqual({
      artifact_store: ofBase.artifact_store,
      container_registry: ofBase.container_registry,
      orchestrator: 'staging-training-orchestrator',
    });
    expect(await componentsOf('staging-base-stack')).toMatchObject(ofBase);
  });

  it('goes away team by team, with nothing left in AWS or on the server', async () => {
    const { bucket_name } = await platform.outputs();
    await analysts.destroy();
    await account.boto(`len(boto3.resource('s3').Bucket('${String(bucket_name)}').objects.all().delete())`);
    await platform.destroy();
    expect(await account.leftovers()).toEqual([]);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
