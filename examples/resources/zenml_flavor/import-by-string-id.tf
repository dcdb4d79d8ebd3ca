import {
  to = zenml_flavor.slurm
  id = "orchestrator/slurm" # or its id
}
