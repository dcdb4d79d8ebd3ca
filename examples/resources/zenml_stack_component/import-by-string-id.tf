import {
  to = zenml_stack_component.artifacts
  id = "artifact_store/artifacts" # or its id
}
