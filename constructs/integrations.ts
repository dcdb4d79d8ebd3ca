import type { IStackComponent } from './stack-component';

/** Flavors of ZenML 0.98 that are part of an integration of another name; most integrations are named like their flavors. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  azureml: 'azure',
  sagemaker: 'aws',
  'spark-kubernetes': 'spark',
  vertex: 'gcp',
  vm_aws: 'skypilot_aws',
  vm_azure: 'skypilot_azure',
  vm_gcp: 'skypilot_gcp',
  vm_kubernetes: 'skypilot_kubernetes',
  vm_lambda: 'skypilot_lambda',
};

/** Those that are named like their flavors. */
const NAMED_LIKE_FLAVOR = new Set(
  (
    'airflow argilla aws azure b2 baseten bentoml comet databricks deepchecks digitalocean discord evidently feast gcp ' +
    'great_expectations huggingface hyperai kaniko kubeflow kubernetes label_studio lightning mlflow modal neptune pigeon prodigy ' +
    'runai s3 seldon slack ssh tekton trackio vllm wandb whylogs'
  ).split(' '),
);

/** Flavors that are part of ZenML itself, though an integration has their name. */
const BUILT_IN = new Set(['container_registry/azure', 'container_registry/gcp']);

/**
 * The integrations of ZenML that the users of some components install, `zenml integration install s3 aws`. Flavors of your own and
 * flavors of ZenML itself need none.
 */
export function integrationsOf(components: readonly Pick<IStackComponent, 'componentType' | 'flavor'>[]): string[] {
  const names = components.flatMap(({ componentType, flavor }) => {
    if (BUILT_IN.has(`${componentType}/${flavor}`)) return [];
    return OTHER_NAMES[flavor] ?? (NAMED_LIKE_FLAVOR.has(flavor) ? flavor : []);
  });
  return [...new Set(names)].sort();
}
