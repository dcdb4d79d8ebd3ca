resource "zenml_stack" "production" {
  name = "production"

  components = {
    artifact_store = zenml_stack_component.artifacts.id
    orchestrator   = zenml_stack_component.kubernetes.id
    alerter        = zenml_stack_component.slack.id
  }

  # Further alerters; the one in `components` is the default one.
  additional_components = {
    alerter = [zenml_stack_component.discord.id]
  }

  description = "What the nightly pipelines run on."

  # For what runs on the stack: plain variables, and a secret whose keys become variables.
  environment = { LOG_LEVEL = "INFO" }
  secrets     = [zenml_secret.tracking.id]

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

resource "zenml_stack_component" "slack" {
  name          = "slack"
  type          = "alerter"
  flavor        = "slack"
  configuration = { slack_channel_id = "C012345", slack_token = "{{slack.token}}" }
}

resource "zenml_stack_component" "discord" {
  name          = "discord"
  type          = "alerter"
  flavor        = "discord"
  configuration = { default_discord_channel_id = "012345", discord_token = "{{discord.token}}" }
}

resource "zenml_secret" "tracking" {
  name   = "tracking"
  values = { TRACKING_TOKEN = var.tracking_token }
}

variable "tracking_token" {
  type      = string
  sensitive = true
}
