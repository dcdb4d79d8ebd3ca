resource "zenml_stack" "production" {
  name = "production"

  components = {
    artifact_store = zenml_stack_component.artifacts.id
    orchestrator   = zenml_stack_component.kubernetes.id
  }

  labels = {
    team = "platform"
  }
}

resource "zenml_stack_component" "artifacts" {
  name          = "artifacts"
  type          = "artifact_store"
  flavor        = "s3"
  configuration = { path = "s3://acme-ml-artifacts" }
}

resource "zenml_stack_component" "kubernetes" {
  name          = "kubernetes"
  type          = "orchestrator"
  flavor        = "kubernetes"
  configuration = { kubernetes_context = "ml" }
}
