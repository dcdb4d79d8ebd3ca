data "zenml_service_connector_resources" "buckets" {
  name          = "bucket"
  resource_type = "s3-bucket"
}

output "buckets" {
  value = flatten(data.zenml_service_connector_resources.buckets.resources[*].resource_ids)
}
