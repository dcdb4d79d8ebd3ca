import type { Check } from '../checks';
import type { Configuration, ConfigurationValue } from '../configuration';
import type { ComponentType } from '../stack-component';
import { isLate, nameOf } from './key-values';

/** Conditions between the keys of a flavor. */
type Relations = (configuration: Configuration) => readonly Check[];

/** What ZenML's own validators demand of several keys at once: by type and flavor. */
export const KNOWN_RELATIONS: Readonly<Partial<Record<ComponentType, Readonly<Record<string, Relations>>>>> = {
  artifact_store: { digitalocean: spacesEndpoint },
  experiment_tracker: { mlflow: mlflowCredentials, wandb: wandbRun },
  orchestrator: {
    databricks: together(['client_id', 'client_secret'], ['docker_image_username', 'docker_image_password']),
    kubeflow: together(['client_username', 'client_password']),
    modal: together(['token_id', 'token_secret']),
  },
  sandbox: { modal: together(['token_id', 'token_secret']) },
  step_operator: {
    databricks: together(['client_id', 'client_secret'], ['docker_image_username', 'docker_image_password']),
    modal: together(['token_id', 'token_secret']),
    runai: runaiLimits,
  },
};

/** Each pair is given whole or not at all. */
function together(...pairs: readonly (readonly [string, string])[]): Relations {
  return (configuration) =>
    pairs.map(([one, other]) => {
      const [given, missing] = isGiven(configuration, one) ? [one, other] : [other, one];
      return {
        holds: isGiven(configuration, one) === isGiven(configuration, other),
        message: `${nameOf(given)} is given without ${nameOf(missing)}; ZenML takes both or neither: add ${nameOf(missing)}`,
      };
    });
}

function spacesEndpoint(configuration: Configuration): readonly Check[] {
  return [
    {
      holds: isGiven(configuration, 'region') || isGiven(configuration, 'client_kwargs'),
      message:
        'neither region nor clientKwargs (client_kwargs) is given; ZenML needs one to find the Space: add region, such as "fra1"',
    },
  ];
}

/** A tracking server elsewhere is used with one kind of credentials. */
function mlflowCredentials(configuration: Configuration): readonly Check[] {
  const uri = configuration.tracking_uri;
  if (typeof uri !== 'string' || isLate(uri)) return together(...MLFLOW_PAIRS)(configuration);
  const onDatabricks = uri === 'databricks';
  const ways = ['tracking_token', 'tracking_username', ...(onDatabricks ? ['databricks_client_id'] : [])];
  const given = ways.filter((way) => isGiven(configuration, way));
  const databricksKeys = ['databricks_host', 'databricks_client_id', 'databricks_client_secret'];
  const strays = onDatabricks ? [] : databricksKeys.filter((key) => isGiven(configuration, key));
  return [
    ...together(...MLFLOW_PAIRS)(configuration),
    {
      holds: given.length === 1 || !(onDatabricks || /^https?:/.test(uri)),
      message: `trackingUri (tracking_uri) is "${uri}" and the credentials are ${given.map(nameOf).join(', ') || 'none'}; ZenML takes one kind, of ${ways.map(nameOf).join(', ')}: give exactly one`,
    },
    {
      holds: !onDatabricks || isGiven(configuration, 'databricks_host'),
      message:
        'trackingUri (tracking_uri) is "databricks" without databricksHost (databricks_host): add the host of the workspace',
    },
    {
      holds: strays.length === 0,
      message: `${strays.map(nameOf).join(', ')} given while trackingUri (tracking_uri) is "${uri}"; these need "databricks": leave them out`,
    },
  ];
}

const MLFLOW_PAIRS = [
  ['tracking_username', 'tracking_password'],
  ['databricks_client_id', 'databricks_client_secret'],
] as const;

function wandbRun({ run_id, run_id_strategy, resume }: Configuration): readonly Check[] {
  const generated = run_id_strategy === undefined || run_id_strategy === 'wandb_generated';
  return [
    {
      holds: run_id === undefined || generated,
      message: `runId (run_id) is given while runIdStrategy (run_id_strategy) is ${JSON.stringify(run_id_strategy)}; they exclude one another: leave one out`,
    },
    {
      holds: run_id_strategy !== 'reuse_on_retry' || resume !== 'never',
      message:
        'resume is "never" while runIdStrategy (run_id_strategy) is "reuse_on_retry", which resumes; allow it: set resume to "allow"',
    },
    {
      holds: resume !== 'must' || run_id !== undefined || !generated,
      message:
        'resume is "must" and nothing says which run; expected runId (run_id) or runIdStrategy (run_id_strategy): add one',
    },
  ];
}

function runaiLimits(configuration: Configuration): readonly Check[] {
  const { gpu_request_type, gpu_memory_request } = configuration;
  const request = writtenNumber(configuration.gpu_portion_request);
  const limit = writtenNumber(configuration.gpu_portion_limit);
  return [
    {
      holds: gpu_request_type !== 'memory' || gpu_memory_request !== undefined,
      message:
        'gpuRequestType (gpu_request_type) is "memory" without gpuMemoryRequest (gpu_memory_request): say how much, such as "8Gi"',
    },
    {
      holds: request === undefined || limit === undefined || limit >= request,
      message: `gpuPortionLimit (gpu_portion_limit) is ${limit ?? ''}; expected gpuPortionRequest (gpu_portion_request), ${request ?? ''}, at least: raise it`,
    },
  ];
}

function writtenNumber(value: ConfigurationValue): number | undefined {
  return typeof value === 'number' && !isLate(value) ? value : undefined;
}

function isGiven(configuration: Configuration, key: string): boolean {
  return configuration[key] !== undefined && configuration[key] !== '';
}
