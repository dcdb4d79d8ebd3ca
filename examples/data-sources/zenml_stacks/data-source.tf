# The stacks of production, and what each stores its artifacts in.
data "zenml_stacks" "production" {
  name_prefix = "production"
}

output "artifact_stores" {
  value = {
    for stack in data.zenml_stacks.production.stacks : stack.name => stack.components["artifact_store"][0]
  }
}
