data "zenml_stack" "production" {
  name = "production"
}

locals {
  # Ids by type; of several components of a type the first, which is the default one.
  component_ids = {
    for component in data.zenml_stack.production.components : component.type => component.id...
  }
}

# The same stack with another orchestrator.
resource "zenml_stack" "trial" {
  name = "trial"

  components = merge(
    { for type, ids in local.component_ids : type => ids[0] },
    { orchestrator = zenml_stack_component.local.id },
  )
}

resource "zenml_stack_component" "local" {
  name   = "local"
  type   = "orchestrator"
  flavor = "local"
}
