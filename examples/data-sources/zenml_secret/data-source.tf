# What the secret is called and which keys it has; its values never leave the server.
data "zenml_secret" "tracking" {
  name = "tracking"

  lifecycle {
    postcondition {
      condition     = contains(self.keys, "password")
      error_message = "The secret has no password."
    }
  }
}

resource "zenml_stack_component" "team_tracker" {
  name   = "team-mlflow"
  type   = "experiment_tracker"
  flavor = "mlflow"

  configuration = {
    tracking_uri      = "https://mlflow.example.com"
    tracking_username = "team"
    tracking_password = "{{${data.zenml_secret.tracking.name}.password}}"
  }
}
