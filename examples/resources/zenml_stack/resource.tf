resource "zenml_stack" "production" {
  name        = "production"
  description = "What the nightly pipelines run on."

  components = {
    artifact_store = zenml_stack_component.production_artifacts.id
    orchestrator   = zenml_stack_component.production_kubernetes.id
    alerter        = zenml_stack_component.slack.id
  }

  # Further alerters; the one in `components` is the default one.
  additional_components = {
    alerter = [zenml_stack_component.discord.id]
  }

  # For everything that runs on the stack: plain variables, and a secret whose keys become variables.
  environment = { LOG_LEVEL = "INFO" }
  secrets     = [zenml_secret.pipelines.id]

  labels = {
    team = "platform"
  }
}

resource "zenml_stack_component" "production_artifacts" {
  name          = "production-artifacts"
  type          = "artifact_store"
  flavor        = "s3"
  configuration = { path = "s3://acme-ml-artifacts" }
}

resource "zenml_stack_component" "production_kubernetes" {
  name          = "production-kubernetes"
  type          = "orchestrator"
  flavor        = "kubernetes"
  configuration = { kubernetes_context = "ml" }
}

resource "zenml_stack_component" "slack" {
  name          = "slack"
  type          = "alerter"
  flavor        = "slack"
  configuration = { slack_token = var.slack_token }
}

resource "zenml_stack_component" "discord" {
  name          = "discord"
  type          = "alerter"
  flavor        = "discord"
  configuration = { discord_token = var.discord_token }
}

resource "zenml_secret" "pipelines" {
  name   = "pipelines"
  values = { API_TOKEN = var.pipeline_token }
}

variable "slack_token" {
  type      = string
  sensitive = true
}

variable "discord_token" {
  type      = string
  sensitive = true
}

variable "pipeline_token" {
  type      = string
  sensitive = true
}
