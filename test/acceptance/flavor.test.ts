import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

let server: RunningZenmlServer;
let rest: ZenmlRest;
let workspace: TerraformWorkspace;

/** A custom orchestrator in a stack, whose flavor has a name. */
const configuration = (flavor: string, lifecycle = '') => `
provider "zenml" {}

resource "zenml_flavor" "slurm" {
  name          = "${flavor}"
  type          = "orchestrator"
  source        = "acme.flavors.SlurmFlavor"
  config_schema = jsonencode({ type = "object", properties = { nodes = { type = "integer" } } })
  ${lifecycle}
}

resource "zenml_stack_component" "cluster" {
  name          = "cluster"
  type          = zenml_flavor.slurm.type
  flavor        = zenml_flavor.slurm.name
  configuration = { nodes = "4" }
}

resource "zenml_stack_component" "store" {
  name   = "store"
  type   = "artifact_store"
  flavor = "local"
}

resource "zenml_stack" "this" {
  name = "slurm"
  components = {
    artifact_store = zenml_stack_component.store.id
    orchestrator   = zenml_stack_component.cluster.id
  }
}`;

const CREATE_FIRST = 'lifecycle { create_before_destroy = true }';

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  workspace = await createTerraformWorkspace({ hcl: configuration('slurm'), environment: server.environment });
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

// The steps follow one another.

it('a flavor and a component that has it are created in one apply', async () => {
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
  expect(await rest.everything()).toMatchObject({ flavors: ['slurm'], stacks: ['slurm'] });
});

it("a flavor of the server's own cannot be imported", async () => {
  await workspace.run(['state', 'rm', 'zenml_flavor.slurm']);
  const { output } = await workspace.importFailing('zenml_flavor.slurm', 'orchestrator/local');
  expect(output).toContain('Not a Custom Flavor');
  await workspace.import('zenml_flavor.slurm', 'orchestrator/slurm');
  expect(await workspace.plan()).toEqual([]);
});

it('a flavor that components still have is not deleted, and they are named', async () => {
  const { output } = await workspace.run(['destroy', '-auto-approve', '-no-color', '-target=zenml_flavor.slurm']);
  expect(output).toContain('Destroy complete');
  await workspace.apply();
  await workspace.run(['state', 'rm', 'zenml_stack.this', 'zenml_stack_component.cluster']);
  const kept = await workspace.run(['destroy', '-auto-approve', '-no-color', '-target=zenml_flavor.slurm']);
  expect(kept.output).toContain('Flavor Still in Use');
  expect(kept.output).toContain('"cluster"');
  await workspace.import('zenml_stack_component.cluster', 'orchestrator/cluster');
  await workspace.import('zenml_stack.this', 'slurm');
});

it('a new name makes a new flavor, and the stack goes over to it', async () => {
  await workspace.write(configuration('slurm-2', CREATE_FIRST));
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
  const { components = [], ...others } = await rest.everything();
  expect(others).toMatchObject({ flavors: ['slurm-2'], stacks: ['slurm'] });
  expect(components.sort()).toEqual(['cluster', 'store']);
});

it('everything is destroyed', async () => {
  await workspace.destroy();
  expect(Object.values(await rest.everything()).flat()).toEqual([]);
});
