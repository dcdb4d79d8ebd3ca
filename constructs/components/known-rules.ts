import type { FlavorRules, KeyRule } from '../flavor-rules';
import type { ComponentType } from '../stack-component';

/** An address that begins with a scheme. */
function address(schemes: readonly string[], example: string): KeyRule {
  return {
    pattern: `^(${schemes.join('|')})[^/]`,
    expected: `a bucket address such as "${example}"`,
    remedy: `put "${schemes[0] ?? ''}" before the bucket's name`,
  };
}

const AWS_REGION: KeyRule = {
  pattern: '^[a-z]{2,}(-[a-z]+)+-\\d+$',
  expected: 'an AWS region such as "us-east-1"',
  remedy: 'give a region, not a zone',
};

const GCP_REGION: KeyRule = {
  pattern: '^[a-z]+-[a-z]+\\d+$',
  expected: 'a Google Cloud region such as "europe-west1"',
  remedy: 'give a region, not a zone',
};

const ROLE_ARN: KeyRule = {
  pattern: '^arn:[\\w-]+:iam::\\d*:role/.',
  expected: 'the ARN of a role such as "arn:aws:iam::123456789012:role/sagemaker"',
  remedy: 'give the arn of the role, not its name',
};

const WEB_ADDRESS: KeyRule = {
  pattern: '^https?://[^/]',
  expected: 'an address such as "https://example.com"',
  remedy: 'put "https://" before the host',
};

const PROBE_PATH: KeyRule = { pattern: '^/', expected: 'a path such as "/health"', remedy: 'put "/" before it' };

const MEMORY: KeyRule = {
  pattern: '^\\d+(\\.\\d+)?(K|M|G|T|Ki|Mi|Gi|Ti)$',
  expected: 'a number and one of K, M, G, T, Ki, Mi, Gi, Ti, such as "8Gi"',
  remedy: 'add the unit',
};

/** What ZenML's own validators and the services behind them demand, which no schema says: by type, flavor and the server's key. */
export const KNOWN_RULES: Readonly<Partial<Record<ComponentType, FlavorRules>>> = {
  annotator: { argilla: { instance_url: WEB_ADDRESS }, label_studio: { instance_url: WEB_ADDRESS } },
  artifact_store: {
    s3: { path: address(['s3://'], 's3://bucket/prefix') },
    gcp: { path: address(['gs://'], 'gs://bucket/prefix') },
    azure: { path: address(['az://', 'abfs://'], 'az://container/prefix') },
    b2: { path: address(['s3://'], 's3://bucket/prefix') },
    digitalocean: { path: address(['s3://'], 's3://space/prefix') },
    local: {
      path: {
        pattern: '^(?!(gs|hdfs|s3|az|abfs)://)',
        expected: 'a folder of the machine that runs the pipeline',
        remedy: 'leave the scheme out, or take the artifact store of that cloud',
      },
    },
  },
  container_registry: {
    aws: {
      uri: {
        pattern: '^[^/]*$',
        expected: 'a host without "/"',
        remedy: 'give the repository as defaultRepository',
      },
    },
    gcp: {
      uri: {
        pattern: '^([a-z0-9-]+-docker\\.pkg\\.dev|([a-z]+\\.)?gcr\\.io)(/|$)',
        expected: 'the address of a repository such as "europe-west1-docker.pkg.dev/project/repository"',
        remedy: 'leave the scheme out, and give the host of Artifact Registry first',
      },
    },
    digitalocean: {
      uri: {
        pattern: '^registry\\.digitalocean\\.com/.',
        expected: '"registry.digitalocean.com/" and the name of the registry',
        remedy: 'put the host before the name',
      },
    },
  },
  deployer: {
    aws: { region: AWS_REGION },
    gcp: { location: GCP_REGION },
    kubernetes: { readiness_probe_path: PROBE_PATH, liveness_probe_path: PROBE_PATH },
  },
  experiment_tracker: {
    vertex: {
      location: GCP_REGION,
      experiment: {
        pattern: '^([a-z0-9][a-z0-9-]{0,127})?$',
        expected: 'up to 128 lower-case letters, digits and hyphens, none of them first',
        remedy: 'rename the experiment',
      },
    },
  },
  orchestrator: {
    kubernetes: {
      concurrency_policy: {
        pattern: '^\\s*([Aa][Ll][Ll][Oo][Ww]|[Ff][Oo][Rr][Bb][Ii][Dd]|[Rr][Ee][Pp][Ll][Aa][Cc][Ee])\\s*$',
        expected: 'one of "Allow", "Forbid", "Replace"',
        remedy: 'choose one of these',
      },
    },
    sagemaker: { execution_role: ROLE_ARN, region: AWS_REGION },
    vertex: { location: GCP_REGION, pipeline_root: address(['gs://'], 'gs://bucket/prefix') },
    vm_aws: { region: AWS_REGION },
    vm_gcp: { region: GCP_REGION },
  },
  step_operator: {
    sagemaker: { role: ROLE_ARN },
    runai: {
      runai_base_url: WEB_ADDRESS,
      cpu_memory_request: MEMORY,
      cpu_memory_limit: MEMORY,
      gpu_memory_request: MEMORY,
      gpu_memory_limit: MEMORY,
    },
    vertex: { region: GCP_REGION },
  },
};
