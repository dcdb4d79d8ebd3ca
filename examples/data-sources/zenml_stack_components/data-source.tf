data "zenml_stack_components" "s3" {
  type   = "artifact_store"
  flavor = "s3"
}

output "buckets_without_connector" {
  value = [for component in data.zenml_stack_components.s3.components : component.name if component.connector_id == null]
}
