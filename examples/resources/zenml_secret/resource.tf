resource "zenml_secret" "tracking" {
  name = "tracking"

  values = {
    username = "ml"
  }

  # In neither plan nor state; the version says when it has changed.
  values_wo = {
    password = var.tracking_password
  }
  values_wo_version = 1
}

# A component refers to it by name and key.
resource "zenml_stack_component" "tracker" {
  name   = "mlflow"
  type   = "experiment_tracker"
  flavor = "mlflow"

  configuration = {
    tracking_uri      = "https://mlflow.example.com"
    tracking_username = "{{${zenml_secret.tracking.name}.username}}"
    tracking_password = "{{${zenml_secret.tracking.name}.password}}"
  }
}

variable "tracking_password" {
  type      = string
  ephemeral = true
}
