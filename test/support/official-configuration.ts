/** The block that names the provider of a configuration, by its source without a host. */
export function providerRequirement(source: string): string {
  return `terraform {
  required_providers {
    zenml = {
      source = "${source}"
    }
  }
}
`;
}

/** As written for zenml-io/zenml 3.0.6: every resource and data source, every argument. `providerRequirement` goes before it. */
export const officialConfiguration = `
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
