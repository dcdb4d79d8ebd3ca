# Secrets that lie in neither state nor plan: ephemeral variables go into write-only arguments. Needs Terraform 1.11.

terraform {
  required_version = ">= 1.11"

  required_providers {
    zenml = {
      source  = "cdktf-zenml/zenml"
      version = "~> 0.1"
    }
  }
}

provider "zenml" {}

variable "registry_password" {
  type      = string
  ephemeral = true
}

variable "tracking_password" {
  type      = string
  ephemeral = true
}

variable "slack_token" {
  type      = string
  ephemeral = true
}

locals {
  # Raised whenever one of these secrets changes: Terraform cannot see it.
  versions = {
    registry = 1
    tracking = 1
    slack    = 1
  }
}

# A connector: what may be seen, and what may not.
resource "zenml_service_connector" "registry" {
  name          = "acme-docker"
  type          = "docker"
  auth_method   = "password"
  resource_type = "docker-registry"
  resource_id   = "registry.example.com"

  configuration = {
    username = "ml"
  }

  configuration_wo = {
    password = var.registry_password
  }
  configuration_wo_version = local.versions.registry
}

# A secret of the server's secret store, to which components refer.
resource "zenml_secret" "mlflow" {
  name = "acme-mlflow"

  values_wo = {
    username = "ml"
    password = var.tracking_password
  }
  values_wo_version = local.versions.tracking
}

resource "zenml_stack_component" "tracker" {
  name   = "acme-mlflow"
  type   = "experiment_tracker"
  flavor = "mlflow"

  configuration = {
    tracking_uri      = "https://mlflow.example.com"
    tracking_username = "{{${zenml_secret.mlflow.name}.username}}"
    tracking_password = "{{${zenml_secret.mlflow.name}.password}}"
  }
}

# A secret in the configuration of a component itself.
resource "zenml_stack_component" "slack" {
  name   = "acme-slack"
  type   = "alerter"
  flavor = "slack"

  configuration = {
    slack_channel_id = "C0123456789"
  }

  configuration_wo = {
    slack_token = var.slack_token
  }
  configuration_wo_version = local.versions.slack
}

resource "zenml_stack_component" "images" {
  name          = "acme-images"
  type          = "container_registry"
  flavor        = "default"
  configuration = { uri = "registry.example.com" }
  connector_id  = zenml_service_connector.registry.id
}

resource "zenml_stack_component" "artifacts" {
  name   = "acme-local"
  type   = "artifact_store"
  flavor = "local"
}

resource "zenml_stack_component" "orchestrator" {
  name   = "acme-docker"
  type   = "orchestrator"
  flavor = "local_docker"
}

resource "zenml_stack" "acme" {
  name = "acme-tracked"

  components = {
    alerter            = zenml_stack_component.slack.id
    artifact_store     = zenml_stack_component.artifacts.id
    container_registry = zenml_stack_component.images.id
    experiment_tracker = zenml_stack_component.tracker.id
    orchestrator       = zenml_stack_component.orchestrator.id
  }
}
