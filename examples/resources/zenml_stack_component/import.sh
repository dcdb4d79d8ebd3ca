# by name
terraform import zenml_stack_component.artifacts artifact_store/artifacts

# by id
terraform import zenml_stack_component.artifacts 0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4
