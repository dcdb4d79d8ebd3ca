import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

let server: RunningZenmlServer;
let workspace: TerraformWorkspace;
let rest: ZenmlRest;

/** As written for zenml-io/zenml 3.0.6: every resource and data source, every argument. Only `source` is ours. */
const configuration = `
terraform {
  required_providers {
    zenml = {
      source = "cdktf-zenml/zenml"
    }
  }
}

variable "server_url" { type = string }

variable "api_key" {
  type      = string
  sensitive = true
}

provider "zenml" {
  server_url         = var.server_url
  api_key            = var.api_key
  skip_version_check = false
}

resource "zenml_project" "fraud" {
  name         = "fraud"
  display_name = "Fraud"
  description  = "Fraud detection"
}

resource "zenml_secret" "tracker" {
  name    = "tracker"
  private = false
  values = {
    token = "a-token"
  }
}

resource "zenml_service_connector" "registry" {
  name          = "registry"
  type          = "docker"
  auth_method   = "password"
  resource_type = "docker-registry"
  resource_id   = "registry.example.org"
  verify        = false

  configuration = {
    username = "ml"
    password = "a-password"
  }

  labels = {
    environment = "dev"
  }

  timeouts = {
    create = "2m"
    update = "2m"
  }
}

resource "zenml_stack_component" "artifact_store" {
  name   = "store"
  type   = "artifact_store"
  flavor = "local"

  labels = {
    environment = "dev"
  }
}

resource "zenml_stack_component" "container_registry" {
  name   = "registry"
  type   = "container_registry"
  flavor = "default"

  configuration = {
    uri = "registry.example.org"
  }

  connector_id          = zenml_service_connector.registry.id
  connector_resource_id = "registry.example.org"
}

resource "zenml_stack_component" "orchestrator" {
  name   = "kubernetes"
  type   = "orchestrator"
  flavor = "kubernetes"

  configuration = {
    kubernetes_context = "dev"
    synchronous        = "true"
    pod_settings       = jsonencode({ resources = { requests = { cpu = "1" } } })
  }
}

resource "zenml_stack" "dev" {
  name = "dev"

  components = {
    artifact_store     = zenml_stack_component.artifact_store.id
    container_registry = zenml_stack_component.container_registry.id
    orchestrator       = zenml_stack_component.orchestrator.id
  }

  labels = {
    environment = "dev"
  }
}

data "zenml_server" "this" {}

data "zenml_stack" "by_name" {
  name = zenml_stack.dev.name
}

data "zenml_stack" "by_id" {
  id = zenml_stack.dev.id
}

data "zenml_stack_component" "by_name" {
  name = zenml_stack_component.orchestrator.name
  type = zenml_stack_component.orchestrator.type
}

data "zenml_stack_component" "by_id" {
  id = zenml_stack_component.container_registry.id
}

data "zenml_service_connector" "by_name" {
  name = zenml_service_connector.registry.name
}

data "zenml_service_connector" "by_id" {
  id = zenml_service_connector.registry.id
}

output "server" { value = data.zenml_server.this }
output "stack_by_name" { value = data.zenml_stack.by_name }
output "stack_by_id" { value = data.zenml_stack.by_id }
output "component_by_name" { value = data.zenml_stack_component.by_name }
output "component_by_id" { value = data.zenml_stack_component.by_id }

output "connector_by_name" {
  value     = data.zenml_service_connector.by_name
  sensitive = true
}

output "connector_by_id" {
  value     = data.zenml_service_connector.by_id
  sensitive = true
}
`;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  workspace = await createTerraformWorkspace({
    hcl: configuration,
    environment: { TF_VAR_server_url: server.url, TF_VAR_api_key: server.apiKey },
  });
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

describe('a configuration written for the official provider', () => {
  it('applies unchanged', async () => {
    const run = await workspace.apply();
    expect(run.diagnostics).toEqual([]);
    expect(await rest.everything()).toMatchObject({
      stacks: ['dev'],
      service_connectors: ['registry'],
      secrets: ['tracker'],
      projects: ['fraud'],
    });
  });

  it('has an empty second plan', async () => {
    expect(await workspace.plan()).toEqual([]);
  });

  it('reads from its data sources what its resources wrote', async () => {
    const outputs = await workspace.outputs();
    const stack = await workspace.attributes('zenml_stack.dev');
    const connector = await workspace.attributes('zenml_service_connector.registry');
    expect(outputs.stack_by_id).toEqual(outputs.stack_by_name);
    expect(outputs.stack_by_id).toMatchObject({ id: stack?.id, name: 'dev', labels: { environment: 'dev' } });
    expect(
      (outputs.stack_by_id as { components: { type: string }[] }).components.map(({ type }) => type).sort(),
    ).toEqual(['artifact_store', 'container_registry', 'orchestrator']);
    expect(outputs.component_by_name).toMatchObject({
      type: 'orchestrator',
      flavor: 'kubernetes',
      configuration: { kubernetes_context: 'dev', synchronous: 'true' },
    });
    expect(outputs.component_by_id).toMatchObject({
      name: 'registry',
      connector_id: connector?.id,
      connector_resource_id: 'registry.example.org',
    });
    expect(outputs.connector_by_name).toEqual(outputs.connector_by_id);
    expect(outputs.connector_by_id).toMatchObject({
      type: 'docker',
      auth_method: 'password',
      resource_type: 'docker-registry',
    });
    expect(outputs.server).toMatchObject({ version: '0.98.0', auth_scheme: 'OAUTH2_PASSWORD_BEARER' });
  });

  it('is destroyed with nothing left on the server', async () => {
    await workspace.destroy();
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
