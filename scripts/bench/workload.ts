import type { Value } from '../../src/framework';

/** As many calls as Terraform has under way at a time by default. */
export const PARALLELISM = 10;

export const COMPONENT = 'zenml_stack_component';
export const STACK = 'zenml_stack';

/** What a resource is configured with. */
export type Configuration = Readonly<Record<string, Value>>;

/** The components of the stacks, in the order in which {@link stackConfiguration} wants their ids: two of each stack. */
export function componentConfigurations(stacks: number): readonly Configuration[] {
  return Array.from({ length: stacks }, (_, index) => [store(index), orchestrator(index)]).flat();
}

function store(index: number): Configuration {
  const configuration = { path: `s3://bench/${index}` };
  return { name: `store-${index}`, type: 'artifact_store', flavor: 's3', configuration, labels: { team: 'bench' } };
}

function orchestrator(index: number): Configuration {
  const configuration = { kubernetes_namespace: `bench-${index}`, synchronous: 'false' };
  const name = `orchestrator-${index}`;
  return { name, type: 'orchestrator', flavor: 'kubernetes', configuration, labels: { team: 'bench' } };
}

export function stackConfiguration(index: number, componentIds: readonly Value[]): Configuration {
  const [artifact_store = null, orchestrator = null] = componentIds.slice(2 * index, 2 * index + 2);
  return { name: `stack-${index}`, components: { artifact_store, orchestrator }, labels: { team: 'bench' } };
}

/** The same for Terraform; the variable `stacks` says how many. */
export const WORKLOAD_HCL = `
variable "stacks" {
  type = number
}

resource "zenml_stack_component" "store" {
  count         = var.stacks
  name          = "store-\${count.index}"
  type          = "artifact_store"
  flavor        = "s3"
  configuration = { path = "s3://bench/\${count.index}" }
  labels        = { team = "bench" }
}

resource "zenml_stack_component" "orchestrator" {
  count         = var.stacks
  name          = "orchestrator-\${count.index}"
  type          = "orchestrator"
  flavor        = "kubernetes"
  configuration = { kubernetes_namespace = "bench-\${count.index}", synchronous = "false" }
  labels        = { team = "bench" }
}

resource "zenml_stack" "this" {
  count = var.stacks
  name  = "stack-\${count.index}"
  components = {
    artifact_store = zenml_stack_component.store[count.index].id
    orchestrator   = zenml_stack_component.orchestrator[count.index].id
  }
  labels = { team = "bench" }
}
`;
