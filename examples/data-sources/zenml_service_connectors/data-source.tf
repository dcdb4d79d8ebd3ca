data "zenml_service_connectors" "buckets" {
  resource_type = "s3-bucket"
  labels        = { environment = "prod" }
}

output "connectors_to_buckets" {
  value = { for connector in data.zenml_service_connectors.buckets.connectors : connector.name => connector.auth_method }
}
