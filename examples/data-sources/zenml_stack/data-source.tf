data "zenml_stack" "production" {
  name = "production"
}

# The same stack with another orchestrator.
resource "zenml_stack" "trial" {
  name       = "trial"
  components = merge(data.zenml_stack.production.component_ids, { orchestrator = zenml_stack_component.local.id })

  additional_components = data.zenml_stack.production.additional_component_ids
}

resource "zenml_stack_component" "local" {
  name   = "local"
  type   = "orchestrator"
  flavor = "local"
}

output "flavors_in_production" {
  value = { for component in data.zenml_stack.production.components : component.name => component.flavor }
}
