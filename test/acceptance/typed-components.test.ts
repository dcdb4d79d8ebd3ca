import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import {
  FlavoredComponent,
  GcsArtifactStore,
  LocalArtifactStore,
  LocalOrchestrator,
  secretReference,
  SlackAlerter,
  StepOperator,
  VertexOrchestrator,
  WandbExperimentTracker,
  ZenmlStack,
  type ComponentType,
} from '../../constructs';
import { rulesOf } from '../../constructs/components/rules-of';
import { generateFlavors as generateLibrary, readCatalog, type Catalog } from '../../scripts/generate-flavors';
import { ZenmlProvider } from '../../src/bindings/provider';
import { generateFlavors } from '../../src/cli/flavors/generate-flavors';
import { propertyName } from '../../src/cli/flavors/names';
import type { Flavor, JsonValue } from '../../src/zenml';
import { sampleConfiguration } from '../support/sample-configuration';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { makeTestFolder, packageInfo } from '../support/test-folder';
import { ZenmlRest } from '../support/zenml-rest';

const SECRET = 'hunter2-hunter2';

let server: RunningZenmlServer;
let rest: ZenmlRest;
let catalog: Catalog;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  catalog = await readCatalog(server);
  await rest.post('/secrets', { name: 'keys', private: false, values: { key: SECRET } });
});

afterAll(() => server.stop());

describe('the types of the configurations', () => {
  it('are those of the server; if this fails, run "npm run flavors"', async () => {
    const committed = new Map<string, string>();
    const generated = await generateLibrary(catalog);
    for (const file of generated.keys()) {
      committed.set(file, await readFile(path.join(packageInfo.root, file), 'utf8'));
    }
    expect(catalog.flavors).toHaveLength(82);
    expect(committed).toEqual(generated);
  });
});

/** Values that the rules beyond the schemas ask for. */
const WANTED: Readonly<Record<string, JsonValue>> = {
  'orchestrator.sagemaker.execution_role': 'arn:aws:iam::123456789012:role/jobs',
  // The older name of the execution role.
  'orchestrator.sagemaker.processor_role': 'arn:aws:iam::123456789012:role/jobs',
  'orchestrator.sagemaker.region': 'us-east-1',
  'orchestrator.vertex.location': 'europe-west1',
  'orchestrator.vertex.pipeline_root': 'gs://bucket/pipelines',
  'orchestrator.vm_aws.region': 'us-east-1',
  'orchestrator.vm_gcp.region': 'europe-west1',
  'step_operator.sagemaker.role': 'arn:aws:iam::123456789012:role/jobs',
  'step_operator.vertex.region': 'europe-west1',
  'deployer.aws.region': 'us-east-1',
  'deployer.gcp.location': 'europe-west1',
  'experiment_tracker.vertex.location': 'europe-west1',
  'container_registry.gcp.uri': 'europe-west1-docker.pkg.dev/acme/images',
  'annotator.argilla.instance_url': 'https://argilla.test',
  'annotator.label_studio.instance_url': 'https://label-studio.test',
};

/** A component of a flavor that is known only when the test runs. */
class AnyComponent extends FlavoredComponent {}

/** A value for every key of a flavor, by its property; secrets are references. */
function everyKey({ type, name, configSchema }: Flavor): Record<string, JsonValue> {
  const rules = rulesOf(type as ComponentType, name);
  const values = Object.entries(sampleConfiguration(configSchema, 0, name)).map(([key, value]) => {
    const given =
      rules[key]?.secret === true ? secretReference('keys', 'key') : (WANTED[`${type}.${name}.${key}`] ?? value);
    return [propertyName(key) ?? key, given];
  });
  return Object.fromEntries(values) as Record<string, JsonValue>;
}

function synthesized(build: (stack: TerraformStack) => void): string {
  const stack = new TerraformStack(Testing.app(), 'typed');
  new ZenmlProvider(stack, 'zenml');
  build(stack);
  return Testing.synth(stack, true);
}

describe('a component of every flavor, with a value for every property', () => {
  let workspace: TerraformWorkspace;

  beforeAll(async () => {
    const environment = { ...server.environment, TF_VAR_key: SECRET };
    workspace = await createTerraformWorkspace({ hcl: '', environment, timeoutMilliseconds: 300_000 });
  });

  afterAll(() => workspace.dispose());

  it('is applied, and leaves the next plan empty', async () => {
    await workspace.writeSynthesized(
      synthesized((stack) => {
        for (const flavor of catalog.flavors) {
          const { type, name } = flavor;
          new AnyComponent(stack, `${type}-${name}`, type as ComponentType, {
            flavor: name,
            configuration: everyKey(flavor),
          });
        }
      }),
    );
    const run = await workspace.apply();
    expect(run.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await workspace.plan()).toEqual([]);
    const held = await rest.list('components');
    expect(held.filter(({ name }) => name.startsWith('typed-'))).toHaveLength(82);
  });

  it('is replaced by shorthands and a stack of them', async () => {
    await workspace.writeSynthesized(
      synthesized((stack) => {
        const key = new TerraformVariable(stack, 'key', { type: 'string', sensitive: true });
        new ZenmlStack(stack, 'stack', {
          name: 'typed-stack',
          components: [
            new LocalArtifactStore(stack, 'store', { path: '/tmp/artifacts' }),
            new LocalOrchestrator(stack, 'runner'),
            new StepOperator(stack, 'steps', {
              flavor: 'sagemaker',
              configuration: {
                role: 'arn:aws:iam::123456789012:role/jobs',
                estimatorArgs: { instance_type: 'ml.g5.xlarge' },
              },
              extra: { experiment_name: 'training' },
            }),
            new WandbExperimentTracker(stack, 'tracker', { apiKey: key.stringValue, entity: 'acme' }),
            new SlackAlerter(stack, 'alerter', { slackToken: secretReference('keys', 'key'), timeout: 30 }),
          ],
        });
        new GcsArtifactStore(stack, 'bucket', { path: 'gs://bucket/ml' });
        new VertexOrchestrator(stack, 'gpu', {
          location: 'europe-west1',
          customJobParameters: { accelerator_type: 'NVIDIA_TESLA_T4', accelerator_count: 1 },
          orchestratorLabels: { team: 'ml' },
        });
      }),
    );
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
    expect(await readFile(path.join(workspace.directory, 'terraform.tfstate'), 'utf8')).not.toContain(SECRET);
    const [gpu] = await rest.list('components', { name: 'typed-gpu', hydrate: 'true' });
    expect(gpu).toMatchObject({
      metadata: {
        configuration: {
          location: 'europe-west1',
          labels: { team: 'ml' },
          custom_job_parameters: { accelerator_type: 'NVIDIA_TESLA_T4', accelerator_count: 1 },
        },
      },
    });
    const [tracker] = await rest.list('components', { name: 'typed-tracker', hydrate: 'true' });
    expect(tracker).toMatchObject({ metadata: { configuration: { api_key: SECRET, entity: 'acme' } } });
  });

  it('leaves nothing when it is destroyed', async () => {
    await workspace.destroy();
    expect((await rest.names('components')).filter((name) => name.startsWith('typed-'))).toEqual([]);
  });
});

describe('flavors generate', () => {
  it('writes nothing for a server that has no more than what is known', async () => {
    const output = path.join(await makeTestFolder('flavors'), 'mine');
    const said = await generateFlavors({
      server: server.url,
      output,
      onlyCustom: false,
      environment: server.environment,
    });
    expect(said).toContain('Nothing was written.');
    await expect(stat(output)).rejects.toThrow('ENOENT');
  });

  it('writes the types of a custom flavor', async () => {
    const user = await rest.get('/current-user');
    await rest.post('/flavors', {
      name: 'slurm',
      type: 'orchestrator',
      integration: null,
      source: 'acme.flavors.SlurmOrchestratorFlavor',
      config_schema: {
        type: 'object',
        properties: { head_node: { type: 'string', description: 'Where jobs are submitted.' } },
        required: ['head_node'],
      },
      user: user.id,
    });
    const output = path.join(await makeTestFolder('flavors'), 'mine');
    const said = await generateFlavors({ output, onlyCustom: true, environment: server.environment });
    expect(said).toContain('orchestrator slurm: 1 keys');
    const text = await readFile(path.join(output, 'index.ts'), 'utf8');
    expect(text).toContain('/** Where jobs are submitted. */\n  readonly headNode: string;');
    expect(text).toContain('    readonly slurm: SlurmOrchestratorConfiguration;');
  });

  it('fails with what to set where there are no credentials, and with what the server says where they are wrong', async () => {
    const options = { server: server.url, output: 'never', onlyCustom: false };
    await expect(generateFlavors({ ...options, environment: {} })).rejects.toThrow('Set ZENML_API_KEY');
    const environment = { ZENML_API_KEY: 'ZENKEY_wrong' };
    await expect(generateFlavors({ ...options, environment })).rejects.toThrow('does not accept the API key');
  });
});
