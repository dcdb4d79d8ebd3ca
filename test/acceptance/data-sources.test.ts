import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fetch } from 'undici';
import { serverIsAtLeast } from '../support/server-version';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

const HIDDEN = 'hunter2-hunter2-hunter2';
const BUCKET = 'data-source-bucket';

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let workspace: TerraformWorkspace;
let ids: Record<string, string>;
let outputs: Record<string, unknown>;

/** Makes an object as somebody else would, and keeps its id under its name. */
async function make(collection: string, name: string, fields: object): Promise<void> {
  ids[name] = String((await rest.post(`/${collection}`, { name, ...fields })).id);
}

const lookUp = () => `
provider "zenml" {}

data "zenml_project" "this" {
  name = "fraud"
}

data "zenml_secret" "this" {
  name    = "tracking"
  private = true
}

data "zenml_flavor" "s3" {
  type = "artifact_store"
  name = "s3"
}

data "zenml_flavors" "custom" {
  is_custom = true
}

data "zenml_flavors" "orchestrators" {
  type = "orchestrator"
}

data "zenml_service_connector_type" "aws" {
  type = "aws"
}

data "zenml_service_connector" "this" {
  name = "account"
}

data "zenml_service_connector_resources" "this" {
  id            = data.zenml_service_connector.this.id
  resource_type = "s3-bucket"
}

data "zenml_service_connectors" "buckets" {
  type          = "aws"
  resource_type = "s3-bucket"
  name_prefix   = "acc"
  labels        = { team = "a" }
}

data "zenml_stack" "this" {
  name = "team-a"
}

data "zenml_stack_component" "this" {
  type = "experiment_tracker"
  name = "tracker"
}

data "zenml_stacks" "team" {
  name_prefix = "team-"
  labels      = { kind = "team" }
}

data "zenml_stacks" "holding" {
  component_id = data.zenml_stack_component.this.id
}

data "zenml_stack_components" "connected" {
  connector_id = data.zenml_service_connector.this.id
}

data "zenml_stack_components" "stores" {
  type          = "artifact_store"
  flavor        = "local"
  name_contains = "or"
}

output "all" {
  value = {
    project       = data.zenml_project.this
    secret        = data.zenml_secret.this
    s3            = data.zenml_flavor.s3
    custom        = data.zenml_flavors.custom
    orchestrators = data.zenml_flavors.orchestrators.names
    aws           = data.zenml_service_connector_type.aws
    connector     = data.zenml_service_connector.this
    resources     = data.zenml_service_connector_resources.this.resources
    connectors    = data.zenml_service_connectors.buckets
    stack         = data.zenml_stack.this
    component     = data.zenml_stack_component.this
    team          = data.zenml_stacks.team
    holding       = data.zenml_stacks.holding.names
    connected     = data.zenml_stack_components.connected
    stores        = data.zenml_stack_components.stores.names
  }
}
`;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  rest = new ZenmlRest(server.url, server.apiKey);
  await fetch(`${moto.url}/${BUCKET}`, { method: 'PUT' });
  ids = {};
  await make('projects', 'fraud', { display_name: 'Fraud', description: 'Finds it.' });
  await rest.post('/secrets', { name: 'tracking', private: false, values: { other: HIDDEN } });
  await make('secrets', 'tracking', { private: true, values: { token: HIDDEN, account: HIDDEN } });
  await make('flavors', 'slurm', {
    type: 'orchestrator',
    source: 'acme.flavors.SlurmFlavor',
    integration: null,
    config_schema: { type: 'object' },
  });
  await make('service_connectors', 'account', {
    connector_type: 'aws',
    auth_method: 'secret-key',
    resource_types: [],
    description: 'Ours.',
    configuration: { region: moto.region, aws_access_key_id: 'key', aws_secret_access_key: HIDDEN },
    labels: { team: 'a' },
  });
  await make('components', 'store', { type: 'artifact_store', flavor: 'local', configuration: {} });
  await make('components', 'kube', { type: 'orchestrator', flavor: 'local', configuration: {} });
  await make('components', 'tracker', {
    type: 'experiment_tracker',
    flavor: 'mlflow',
    configuration: { tracking_uri: 'https://mlflow.test', tracking_username: 'ml', tracking_password: HIDDEN },
    environment: { LEVEL: 'debug' },
    secrets: [ids.tracking],
  });
  await make('components', 'bucket', {
    type: 'artifact_store',
    flavor: 's3',
    configuration: { path: `s3://${BUCKET}` },
    connector: ids.account,
    connector_resource_id: `s3://${BUCKET}`,
  });
  const components = { artifact_store: [ids.store], orchestrator: [ids.kube] };
  await make('stacks', 'team-b', { components, labels: { kind: 'team' } });
  await make('stacks', 'team-a', {
    components: { ...components, experiment_tracker: [ids.tracker] },
    labels: { kind: 'team' },
    description: 'For team A.',
    environment: { LEVEL: 'info' },
    secrets: [ids.tracking],
  });
  await make('stacks', 'team-other', { components });
  workspace = await createTerraformWorkspace({ hcl: lookUp(), environment: server.environment });
  await workspace.apply();
  outputs = (await workspace.outputs()).all as Record<string, unknown>;
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
  await moto.stop();
});

it('a project by name', () => {
  expect(outputs.project).toMatchObject({ id: ids.fraud, display_name: 'Fraud', description: 'Finds it.' });
});

it('a secret by name, of two of that name the private one, with its keys', () => {
  expect(outputs.secret).toMatchObject({ id: ids.tracking, private: true, keys: ['account', 'token'] });
});

it("flavors: one of the server's own with its schema, all custom ones, and all of a type", () => {
  expect(outputs.s3).toMatchObject({ integration: 's3', is_custom: false, connector_resource_type: 's3-bucket' });
  expect(JSON.parse((outputs.s3 as { config_schema: string }).config_schema)).toHaveProperty('properties.path');
  expect(outputs.custom).toMatchObject({ names: ['slurm'], ids: [ids.slurm] });
  expect(outputs.orchestrators).toEqual(expect.arrayContaining(['kubernetes', 'local', 'slurm']));
});

it('a connector type with its methods and resource types', () => {
  const { auth_methods, resource_types } = outputs.aws as Record<string, readonly Record<string, unknown>[]>;
  expect(auth_methods?.map(({ auth_method }) => auth_method)).toEqual(
    expect.arrayContaining(['iam-role', 'secret-key']),
  );
  expect(resource_types?.map(({ resource_type }) => resource_type)).toContain('s3-bucket');
});

it('a connector and what it can reach', () => {
  expect(outputs.connector).toMatchObject({
    id: ids.account,
    description: 'Ours.',
    resource_type: null,
    resource_types: expect.arrayContaining(['s3-bucket', 'docker-registry']) as string[],
    configuration: { region: moto.region },
  });
  expect(outputs.resources).toEqual([{ resource_type: 's3-bucket', resource_ids: [`s3://${BUCKET}`], error: null }]);
});

it('connectors narrowed down', () => {
  expect(outputs.connectors).toMatchObject({
    ids: [ids.account],
    names: ['account'],
    connectors: [{ auth_method: 'secret-key', labels: { team: 'a' } }],
  });
});

it('a stack and a component with what runs on them', () => {
  const secrets = [ids.tracking];
  const known = serverIsAtLeast('0.90.0');
  const empty = { environment: {}, secrets: [] };
  expect(outputs.stack).toMatchObject({
    description: 'For team A.',
    ...(known ? { environment: { LEVEL: 'info' }, secrets } : empty),
  });
  expect(outputs.component).toMatchObject(known ? { environment: { LEVEL: 'debug' }, secrets } : empty);
});

it('lists of stacks and components, narrowed down', () => {
  expect(outputs.team).toMatchObject({
    names: ['team-a', 'team-b'],
    stacks: [{ components: { experiment_tracker: [ids.tracker] } }, { id: ids['team-b'] }],
  });
  expect(outputs.holding).toEqual(['team-a']);
  expect(outputs.connected).toMatchObject({ names: ['bucket'], ids: [ids.bucket] });
  expect(outputs.stores).toEqual(['store']);
});

it('nothing of it is a secret', async () => {
  const state = await readFile(path.join(workspace.directory, 'terraform.tfstate'), 'utf8');
  expect(state).toContain('team-a');
  expect(state).not.toContain(HIDDEN);
});

it('leaves the next plan empty', async () => {
  expect(await workspace.plan()).toEqual([]);
});

it('refuses a name that several secrets have, with their ids', async () => {
  await workspace.write('provider "zenml" {}\ndata "zenml_secret" "this" {\n  name = "tracking"\n}');
  const { output } = await workspace.planFailing();
  expect(output).toContain('Ambiguous Name');
  expect(output).toContain(ids.tracking);
});
