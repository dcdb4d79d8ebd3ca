data "zenml_flavor" "s3" {
  type = "artifact_store"
  name = "s3"
}

# The keys that a component of this flavor needs.
output "required_keys" {
  value = jsondecode(data.zenml_flavor.s3.config_schema).required
}
