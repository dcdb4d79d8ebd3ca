data "zenml_flavors" "orchestrators" {
  type = "orchestrator"
}

output "orchestrators" {
  value = data.zenml_flavors.orchestrators.names
}

# Flavors of one's own, with the Python class of each.
data "zenml_flavors" "custom" {
  is_custom = true
}

output "custom_flavors" {
  value = { for flavor in data.zenml_flavors.custom.flavors : "${flavor.type}/${flavor.name}" => flavor.source }
}
