import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { MotoAccount } from '../support/moto-account';
import { packPackage, PackedRepository } from '../support/packed-repository';
import { startMoto, startZenmlServer } from '../support/servers';
import { createTerraformWorkspace } from '../support/terraform-workspace';
import { packageInfo } from '../support/test-folder';
import { ZenmlRest } from '../support/zenml-rest';

/** Read by the program below. */
const ENVIRONMENTS = `defaults: { costCenter: ml }
dev: { development: true, allowKeyInState: true }
`;

/** A base stack, and a team stack that replaces one component and adds another. */
const TEAMS = `import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { LocalOrchestrator, MlflowExperimentTracker, TeamStack } from 'cdktf-zenml';
import { AwsAuth, AwsBaseStack } from 'cdktf-zenml/aws';
import { ZenmlProvider } from 'cdktf-zenml/bindings/provider';
import { environmentSettings, readEnvironments } from 'cdktf-zenml/environments';

const { dev } = readEnvironments('environments.yaml', { settings: environmentSettings, names: ['dev'] });
const region = 'us-east-1';
const endpointUrl = process.env['AWS_ENDPOINT_URL'];

const app = new App();
const stack = new TerraformStack(app, 'dev');
new AwsProvider(stack, 'aws', { region, s3UsePathStyle: true });
new ZenmlProvider(stack, 'zenml');
const base = new AwsBaseStack(stack, 'base', { environment: dev, region, auth: AwsAuth.iamRole(), endpointUrl });
new TeamStack(stack, 'research', {
  base,
  components: [new LocalOrchestrator(stack, 'research-orchestrator')],
  additionalComponents: [new MlflowExperimentTracker(stack, 'research-tracker')],
});
app.synth();
`;

let repository: PackedRepository;

beforeAll(async () => {
  const [archive, readme] = [await packPackage(), await readFile(path.join(packageInfo.root, 'README.md'), 'utf8')];
  repository = await PackedRepository.create(archive, {
    'main.ts': /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '',
    'teams.ts': TEAMS,
    'environments.yaml': ENVIRONMENTS,
    'google.js': "require('cdktf-zenml/gcp');\n",
  });
});

afterAll(() => repository.dispose());

describe('the package in another repository, with the bindings of AWS alone', () => {
  it.each(['node16', 'bundler'] as const)(
    'has types for the example of README and for a team stack under strict settings, module resolution %s',
    async (resolution) => {
      expect(await repository.typeErrors(resolution)).toBe('');
    },
  );

  it('synthesizes the example of README', async () => {
    const synthesized = JSON.parse(await repository.synthesize('main.ts', 'dev')) as {
      resource: Record<string, object>;
      terraform: { required_providers: Record<string, { version: string }> };
    };
    expect(Object.keys(synthesized.resource)).toEqual(expect.arrayContaining(['aws_s3_bucket', 'zenml_stack']));
    expect(synthesized.terraform.required_providers.zenml).toMatchObject({ version: packageInfo.version });
  });

  it('deploys a base stack and a team stack, plans nothing afterwards, and leaves nothing when they are destroyed', async () => {
    const moto = await startMoto();
    const server = await startZenmlServer({ moto });
    const environment = { ...server.environment, ...moto.environment };
    const rest = new ZenmlRest(server.url, server.apiKey);
    const workspace = await createTerraformWorkspace({ hcl: '', environment, timeoutMilliseconds: 240_000 });
    try {
      const { terraform, ...configuration } = JSON.parse(
        await repository.synthesize('teams.ts', 'dev', moto.environment),
      ) as { terraform: object };
      await workspace.writeSynthesized(
        JSON.stringify({ ...configuration, terraform: { ...terraform, backend: undefined } }),
      );
      await workspace.apply();
      expect((await rest.names('stacks')).sort()).toEqual(['dev-base-stack', 'dev-research-stack']);
      expect((await rest.names('components')).sort()).toEqual([
        'dev-base-artifact-store',
        'dev-base-container-registry',
        'dev-base-image-builder',
        'dev-base-local-orchestrator',
        'dev-research-orchestrator',
        'dev-research-tracker',
      ]);
      expect(await workspace.plan()).toEqual([]);
      await workspace.destroy();
      expect(await new MotoAccount(moto).leftovers()).toEqual([]);
      expect(Object.values(await rest.everything()).flat()).toEqual([]);
    } finally {
      await workspace.dispose();
      await server.stop();
      await moto.stop();
    }
  });

  it('has the command, which lays out the provider', async () => {
    const mirror = path.join(repository.directory, 'mirror');
    const { stdout } = await repository.run('cdktf-zenml', ['provider', 'install', '--dir', mirror]);
    expect(stdout).toContain(`Installed: ${mirror}`);
    const file = /Installed: (.*)/.exec(stdout)?.[1] ?? '';
    expect(path.basename(file)).toBe(`terraform-provider-zenml_v${packageInfo.version}.cjs`);
    const { exitCode, stderr } = await (await loadExeca())(file, [], { reject: false });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Terraform') as string });
  });

  it('fails to load what is for Google Cloud, for want of its bindings alone', async () => {
    await expect(repository.synthesize('google.js', 'dev')).rejects.toThrow(
      "Cannot find module '@cdktf/provider-google/",
    );
  });

  it('synthesizes the same once npm has put cdktn in the place of cdktf, but for the version that wrote it', async () => {
    const ours = await synthesized();
    await repository.replaceCdktfByCdktn();
    const theirs = await synthesized();
    expect(ours.version).toMatch(/^0\.21\./);
    expect(theirs.version).toMatch(/^0\.24\./);
    expect(theirs.configuration).toEqual(ours.configuration);
  });
});

/** The team stack's program, with the version of what wrote it apart. */
async function synthesized(): Promise<{ readonly version: string; readonly configuration: object }> {
  const text = await repository.synthesize('teams.ts', 'dev');
  const { '//': comment, ...rest } = JSON.parse(text) as { '//': { metadata: { version: string } } };
  const { version, ...metadata } = comment.metadata;
  return { version, configuration: { ...rest, '//': { ...comment, metadata } } };
}
