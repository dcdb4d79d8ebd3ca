# by type and name
terraform import zenml_flavor.slurm orchestrator/slurm

# by id
terraform import zenml_flavor.slurm 0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4
