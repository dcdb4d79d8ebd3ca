data "zenml_service_connector_type" "aws" {
  type = "aws"
}

# Authentication method to the keys that its configuration needs.
output "required_keys_by_method" {
  value = {
    for method in data.zenml_service_connector_type.aws.auth_methods :
    method.auth_method => lookup(jsondecode(method.config_schema), "required", [])
  }
}
