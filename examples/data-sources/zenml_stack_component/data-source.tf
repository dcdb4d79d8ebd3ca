# By type and name, or by id.
data "zenml_stack_component" "artifacts" {
  type = "artifact_store"
  name = "artifacts"
}

output "artifact_path" {
  value = data.zenml_stack_component.artifacts.configuration["path"]
}
