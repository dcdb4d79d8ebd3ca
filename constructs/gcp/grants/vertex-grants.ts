import type { IGcsArtifactBucket } from '../gcs-artifact-bucket';
import type { IGarImageRepository } from '../gar-image-repository';
import type { IServiceAccount } from '../service-account';
import { bucketGrants } from './bucket-grants';
import type { Grant } from './grant';
import { imagePullGrants } from './image-grants';
import { actAsGrants, logWriteGrants, type ProjectTarget } from './project-grants';

/** What ZenML's orchestrator, step operator and experiment tracker call on Vertex AI, and nothing about models or endpoints. */
export const VERTEX_CLIENT_PERMISSIONS: readonly string[] = [
  ...['cancel', 'create', 'get', 'list'].flatMap((verb) => [
    `aiplatform.customJobs.${verb}`,
    `aiplatform.pipelineJobs.${verb}`,
  ]),
  ...['create', 'get', 'list'].flatMap((verb) => [
    `aiplatform.metadataStores.${verb}`,
    `aiplatform.schedules.${verb}`,
    `aiplatform.tensorboards.${verb}`,
  ]),
  ...['create', 'get', 'list', 'update'].flatMap((verb) => [
    `aiplatform.artifacts.${verb}`,
    `aiplatform.contexts.${verb}`,
    `aiplatform.executions.${verb}`,
    `aiplatform.tensorboardExperiments.${verb}`,
    `aiplatform.tensorboardRuns.${verb}`,
    `aiplatform.tensorboardTimeSeries.${verb}`,
  ]),
  'aiplatform.contexts.addContextArtifactsAndExecutions',
  'aiplatform.contexts.addContextChildren',
  'aiplatform.contexts.queryContextLineageSubgraph',
  'aiplatform.executions.addExecutionEvents',
  'aiplatform.executions.queryExecutionInputsAndOutputs',
  'aiplatform.tensorboardExperiments.write',
  'aiplatform.tensorboardRuns.batchCreate',
  'aiplatform.tensorboardRuns.write',
  'aiplatform.tensorboardTimeSeries.batchCreate',
  'aiplatform.tensorboardTimeSeries.batchRead',
  'aiplatform.tensorboardTimeSeries.read',
].sort();

/** Who starts jobs, and as whom they run. */
export interface VertexClientScope {
  readonly target: ProjectTarget;
  /** Name of the role with `VERTEX_CLIENT_PERMISSIONS`. */
  readonly clientRole: string;
  readonly workload: Pick<IServiceAccount, 'name'>;
}

/** Starting pipelines, jobs and schedules, and tracking experiments. */
export function vertexClientGrants({ target, clientRole, workload }: VertexClientScope): readonly Grant[] {
  return [
    {
      use: 'vertex-jobs',
      role: clientRole,
      on: 'project',
      ...target,
      why: 'Jobs belong to the project and are named by Google.',
    },
    ...actAsGrants('vertex-service-account', workload),
  ];
}

/** What pipelines work with on Vertex AI. */
export interface VertexScope {
  readonly target: ProjectTarget;
  readonly bucket: IGcsArtifactBucket;
  readonly repository: IGarImageRepository;
}

/** What the steps of pipelines do on Vertex AI. */
export function vertexWorkloadGrants({ target, bucket, repository }: VertexScope): readonly Grant[] {
  return [
    {
      use: 'vertex',
      role: 'roles/aiplatform.user',
      on: 'project',
      ...target,
      why: 'Google asks for this role of whatever a pipeline runs as, and does not say which of its permissions Vertex AI uses.',
    },
    ...bucketGrants(bucket),
    ...imagePullGrants(repository),
    ...logWriteGrants(target),
  ];
}

/** What Vertex AI itself does before a step begins: pull its image. */
export function vertexServiceAgentGrants(repository: IGarImageRepository): readonly Grant[] {
  return imagePullGrants(repository);
}
