data "zenml_service_connector" "bucket" {
  name = "bucket"
}

resource "zenml_stack_component" "team_artifacts" {
  name          = "team-artifacts"
  type          = "artifact_store"
  flavor        = "s3"
  configuration = { path = "s3://acme-ml-artifacts/team" }
  connector_id  = data.zenml_service_connector.bucket.id
}
