# Two step operators and two experiment trackers in one stack. Needs ZenML 0.94.4 or newer.

terraform {
  required_providers {
    zenml = {
      source  = "cdktf-zenml/zenml"
      version = "~> 0.1"
    }
  }
}

provider "zenml" {}

locals {
  # Node pool of each step operator. The first is the default one: for steps that name none.
  step_operators = {
    cpu = "standard"
    gpu = "a100"
  }
  default_step_operator = "cpu"
}

resource "zenml_stack_component" "step_operator" {
  for_each = local.step_operators

  name   = "research-${each.key}"
  type   = "step_operator"
  flavor = "kubernetes"

  configuration = {
    kubernetes_context = "acme-ml"
    pod_settings       = jsonencode({ node_selectors = { pool = each.value } })
  }

  labels = { pool = each.value }
}

resource "zenml_stack_component" "mlflow" {
  name          = "research-mlflow"
  type          = "experiment_tracker"
  flavor        = "mlflow"
  configuration = { tracking_uri = "databricks", databricks_host = "https://acme.example.com" }
}

resource "zenml_stack_component" "mlflow_archive" {
  name          = "research-mlflow-archive"
  type          = "experiment_tracker"
  flavor        = "mlflow"
  configuration = { tracking_uri = "databricks", databricks_host = "https://archive.example.com" }
}

resource "zenml_stack_component" "artifacts" {
  name          = "research-artifacts"
  type          = "artifact_store"
  flavor        = "s3"
  configuration = { path = "s3://acme-ml-research" }
}

resource "zenml_stack_component" "orchestrator" {
  name          = "research-kubernetes"
  type          = "orchestrator"
  flavor        = "kubernetes"
  configuration = { kubernetes_context = "acme-ml" }
}

resource "zenml_stack" "research" {
  name = "research"

  components = {
    artifact_store     = zenml_stack_component.artifacts.id
    experiment_tracker = zenml_stack_component.mlflow.id
    orchestrator       = zenml_stack_component.orchestrator.id
    step_operator      = zenml_stack_component.step_operator[local.default_step_operator].id
  }

  additional_components = {
    experiment_tracker = [zenml_stack_component.mlflow_archive.id]
    step_operator = [
      for name, component in zenml_stack_component.step_operator : component.id if name != local.default_step_operator
    ]
  }
}
