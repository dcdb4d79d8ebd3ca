resource "zenml_stack_component" "artifacts" {
  name   = "artifacts"
  type   = "artifact_store"
  flavor = "s3"

  configuration = {
    path = "s3://acme-ml-artifacts"
  }

  connector_id = zenml_service_connector.artifacts.id
}

resource "zenml_stack_component" "kubernetes" {
  name   = "kubernetes"
  type   = "orchestrator"
  flavor = "kubernetes"

  # All values are strings: numbers and booleans too, and JSON for the rest.
  configuration = {
    kubernetes_context = "ml"
    synchronous        = "false"
    timeout            = "3600"
    pod_settings = jsonencode({
      node_selectors = { pool = "gpu" }
    })
  }

  labels = {
    team = "platform"
  }
}

resource "zenml_service_connector" "artifacts" {
  name          = "artifacts"
  type          = "aws"
  auth_method   = "implicit"
  resource_type = "s3-bucket"
  configuration = { region = "eu-west-1" }
}
