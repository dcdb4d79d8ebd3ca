import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

let server: RunningZenmlServer;
let rest: ZenmlRest;
let workspace: TerraformWorkspace;
let ids: Record<string, string>;

const RESOURCES = `
resource "zenml_project" "this" {
  name         = "fraud-detection"
  display_name = "Fraud"
  description  = "Finds it."
}

resource "zenml_secret" "this" {
  name              = "tracker"
  values            = { user = "ml" }
  values_wo         = { token = "secret-token" }
  values_wo_version = 1
}

resource "zenml_service_connector" "this" {
  name                     = "account"
  type                     = "aws"
  auth_method              = "secret-key"
  resource_type            = "s3-bucket"
  configuration            = { region = "us-east-1", aws_access_key_id = "one" }
  configuration_wo         = { aws_secret_access_key = "secret-key" }
  configuration_wo_version = 1
  description              = "The account."
  labels                   = { team = "platform" }
  verify                   = false
}

resource "zenml_stack_component" "store" {
  name          = "store"
  type          = "artifact_store"
  flavor        = "s3"
  configuration = { path = "s3://bucket", client_kwargs = jsonencode({ use_ssl = false }) }
  connector_id  = zenml_service_connector.this.id
  labels        = { team = "platform" }
}

resource "zenml_stack_component" "orchestrator" {
  name          = "kube"
  type          = "orchestrator"
  flavor        = "kubernetes"
  configuration = { synchronous = "False", timeout = "600", pod_settings = jsonencode({ host_ipc = true }) }
  environment   = { LEVEL = "debug" }
}

resource "zenml_flavor" "this" {
  name          = "slurm"
  type          = "orchestrator"
  source        = "acme.flavors.SlurmOrchestratorFlavor"
  config_schema = jsonencode({ type = "object", properties = { partition = { type = "string" } } })
}

resource "zenml_stack" "this" {
  name       = "dev"
  components = {
    artifact_store = zenml_stack_component.store.id
    orchestrator   = zenml_stack_component.orchestrator.id
  }
  labels     = { team = "platform" }
}`;

const configuration = (provider: string) => `provider "zenml" {\n  ${provider}\n}\n${RESOURCES}`;

async function currentIds(): Promise<Record<string, string>> {
  const addresses = await workspace.addresses();
  const found = addresses.map(
    async (address) => [address, (await workspace.attributes(address))?.id as string] as const,
  );
  return Object.fromEntries(await Promise.all(found));
}

async function loseState(): Promise<void> {
  await workspace.run(['state', 'rm', ...(await workspace.addresses())]);
}

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  workspace = await createTerraformWorkspace({ hcl: configuration(''), environment: server.environment });
  await workspace.apply();
  ids = await currentIds();
  await loseState();
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

// The steps follow one another.

test('an apply without its state stops at the taken names, each with a block that imports what has it', async () => {
  const { diagnostics } = await workspace.applyFailing();
  // What refers to others is not reached.
  const first = Object.entries(ids).filter(([address]) => !/stack\.|\.store/.test(address));
  const named = first.map(
    ([address]) => diagnostics.find((diagnostic) => diagnostic.address === address)?.detail ?? '',
  );
  first.forEach(([address, id], index) => {
    expect(named[index]).toContain(`import {\n  to = ${address.split('.')[0] ?? ''}.example\n  id = "${id}"\n}`);
  });
  expect(await workspace.addresses()).toEqual([]);
});

test('it takes over everything where the provider adopts, changes nothing, and leaves the next plan empty', async () => {
  const updated = (await rest.get(`/components/${ids['zenml_stack_component.store'] ?? ''}`)).body;
  await workspace.write(configuration('adopt_existing = true'));
  const { diagnostics } = await workspace.apply();
  expect(new Set(diagnostics.map(({ summary }) => summary))).toEqual(new Set(['Existing Object Taken Over']));
  expect(await currentIds()).toEqual(ids);
  expect(await workspace.plan()).toEqual([]);
  expect((await rest.get(`/components/${ids['zenml_stack_component.store'] ?? ''}`)).body).toEqual(updated);
});

test('it stops at what is not as configured, says what that is, and shows no secret', async () => {
  await rest.put(`/service_connectors/${ids['zenml_service_connector.this'] ?? ''}`, {
    resource_types: ['s3-bucket'],
    configuration: { region: 'us-east-1', aws_access_key_id: 'one', aws_secret_access_key: 'other-key' },
  });
  await rest.put(`/projects/${ids['zenml_project.this'] ?? ''}`, { description: 'Loses it.' });
  await loseState();
  const { diagnostics, output } = await workspace.applyFailing();
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const said = Object.fromEntries(errors.map(({ address = '', detail }) => [address, detail]));
  expect(Object.keys(said).sort()).toEqual(['zenml_project.this', 'zenml_service_connector.this']);
  expect(said['zenml_project.this']).toContain('`description` is "Loses it." there and "Finds it." here');
  expect(said['zenml_service_connector.this']).toContain('`configuration` is different in aws_secret_access_key');
  for (const secret of ['secret-key', 'other-key', 'secret-token']) expect(output).not.toContain(secret);
});
