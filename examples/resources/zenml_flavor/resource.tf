resource "zenml_flavor" "slurm" {
  name   = "slurm"
  type   = "orchestrator"
  source = "acme_ml.flavors.SlurmOrchestratorFlavor"

  config_schema = jsonencode({
    type = "object"
    properties = {
      partition = { type = "string" }
      nodes     = { type = "integer", default = 1 }
    }
    required = ["partition"]
  })

  docs_url = "https://ml.example.com/slurm"
}

resource "zenml_stack_component" "cluster" {
  name   = "cluster"
  type   = zenml_flavor.slurm.type
  flavor = zenml_flavor.slurm.name

  configuration = { partition = "gpu" }
}
