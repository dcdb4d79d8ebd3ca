import type { Construct } from 'constructs';
import { AppRunnerDeployer } from '../../components/app-runner-deployer';
import { CodeBuildImageBuilder } from '../../components/code-build-image-builder';
import { EcrContainerRegistry } from '../../components/ecr-container-registry';
import { LocalOrchestrator } from '../../components/local-orchestrator';
import { S3ArtifactStore } from '../../components/s3-artifact-store';
import { SagemakerOrchestrator } from '../../components/sagemaker-orchestrator';
import { SagemakerStepOperator } from '../../components/sagemaker-step-operator';
import { SkypilotAwsOrchestrator } from '../../components/skypilot-aws-orchestrator';
import { given } from '../../given';
import type { ComponentType, IStackComponent } from '../../stack-component';
import type { IArtifactBucket } from '../artifact-bucket';
import type { IImageRepository } from '../image-repository';
import type { AwsBaseStackProps } from './aws-base-stack-props';
import type { ConnectorSet, ConnectorSetProps } from './connector-set';
import type { ServiceParts } from './service-parts';

/** What the components of a base stack are made from. */
export interface ComponentParts extends Pick<ConnectorSetProps, 'artifactAddress' | 'registryHost' | 'named'> {
  readonly props: Pick<
    AwsBaseStackProps,
    'configuration' | 'deployer' | 'imageBuilder' | 'orchestrator' | 'stepOperator'
  >;
  readonly region: string;
  readonly bucket: IArtifactBucket;
  readonly repository: IImageRepository;
  readonly services: ServiceParts;
  readonly connectors: ConnectorSet;
  /** Tags of what the components make when pipelines run. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Makes the components that the switches ask for, as children of the scope. */
export function makeComponents(scope: Construct, parts: ComponentParts): readonly IStackComponent[] {
  const storage = makeStorageComponents(scope, parts);
  const { localOrchestrator } = parts.props.configuration ?? {};
  const local =
    (parts.props.orchestrator ?? 'local') === 'local'
      ? new LocalOrchestrator(scope, 'local-orchestrator', withLabels(parts, 'local-orchestrator', localOrchestrator))
      : undefined;
  return [...storage, ...optional(local), ...makeServiceComponents(scope, parts)];
}

/** Makes the artifact store and the container registry, but for those that are left out. */
export function makeStorageComponents(
  scope: Construct,
  parts: ComponentParts,
  without: ReadonlySet<ComponentType> = new Set(),
): readonly IStackComponent[] {
  const { props, artifactAddress, registryHost, repository, connectors } = parts;
  const { artifactStore, containerRegistry } = props.configuration ?? {};
  const store = () =>
    new S3ArtifactStore(scope, 'artifact-store', {
      ...withLabels(parts, 'artifact-store', artifactStore),
      path: artifactAddress,
      connector: artifactStore?.connector ?? connectors.of('s3-bucket'),
    });
  const registry = () =>
    new EcrContainerRegistry(scope, 'container-registry', {
      defaultRepository: repository.name,
      ...withLabels(parts, 'container-registry', containerRegistry),
      uri: registryHost,
      connector: containerRegistry?.connector ?? connectors.of('docker-registry'),
    });
  return [
    ...(without.has('artifact_store') ? [] : [store()]),
    ...(without.has('container_registry') ? [] : [registry()]),
  ];
}

/** Makes the components that run on services of AWS. */
export function makeServiceComponents(scope: Construct, parts: ComponentParts): readonly IStackComponent[] {
  return [
    ...optional(makeOrchestrator(scope, parts)),
    ...optional(makeStepOperator(scope, parts)),
    ...optional(makeImageBuilder(scope, parts)),
    ...optional(makeDeployer(scope, parts)),
  ];
}

function makeOrchestrator(scope: Construct, parts: ComponentParts): IStackComponent | undefined {
  const { props, region, bucket, services, connectors, tags } = parts;
  const { sagemakerOrchestrator, skypilotOrchestrator } = props.configuration ?? {};
  if (props.orchestrator === 'sagemaker' && services.sagemaker) {
    const { executionRoleArn, schedulerRoleArn } = services.sagemaker;
    return new SagemakerOrchestrator(scope, 'sagemaker-orchestrator', {
      schedulerRole: schedulerRoleArn,
      tags,
      pipelineTags: tags,
      connector: connectors.of('aws-generic'),
      ...(bucket.prefix !== undefined && { outputDataS3Uri: jobOutput(parts) }),
      ...withLabels(parts, 'sagemaker-orchestrator', sagemakerOrchestrator),
      executionRole: sagemakerOrchestrator?.executionRole ?? executionRoleArn,
      bucket: sagemakerOrchestrator?.bucket ?? bucket.bucket,
    });
  }
  if (props.orchestrator === 'skypilot') {
    return new SkypilotAwsOrchestrator(scope, 'skypilot-orchestrator', {
      region,
      orchestratorLabels: tags,
      connector: connectors.of('aws-generic'),
      ...withLabels(parts, 'skypilot-orchestrator', skypilotOrchestrator),
    });
  }
  return undefined;
}

function makeStepOperator(scope: Construct, parts: ComponentParts): IStackComponent | undefined {
  const { props, bucket, services, connectors, tags } = parts;
  const { stepOperator } = props.configuration ?? {};
  if (props.stepOperator !== 'sagemaker' || !services.sagemaker) return undefined;
  return new SagemakerStepOperator(scope, 'sagemaker-step-operator', {
    connector: connectors.of('aws-generic'),
    ...withLabels(parts, 'sagemaker-step-operator', stepOperator),
    estimatorArgs: {
      ...(bucket.prefix !== undefined && { output_path: jobOutput(parts) }),
      tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      ...given(stepOperator?.estimatorArgs),
    },
    role: stepOperator?.role ?? services.sagemaker.executionRoleArn,
    bucket: stepOperator?.bucket ?? bucket.bucket,
  });
}

function makeImageBuilder(scope: Construct, parts: ComponentParts): IStackComponent | undefined {
  const { props, services, connectors } = parts;
  const { imageBuilder } = props.configuration ?? {};
  if (props.imageBuilder === 'none' || !services.buildProject) return undefined;
  return new CodeBuildImageBuilder(scope, 'image-builder', {
    connector: connectors.of('aws-generic'),
    ...withLabels(parts, 'image-builder', imageBuilder),
    codeBuildProject: imageBuilder?.codeBuildProject ?? services.buildProject.name,
  });
}

function makeDeployer(scope: Construct, parts: ComponentParts): IStackComponent | undefined {
  const { props, region, services, connectors, tags } = parts;
  if (props.deployer !== 'app-runner' || !services.appRunner) return undefined;
  return new AppRunnerDeployer(scope, 'app-runner-deployer', {
    region,
    ...services.appRunner,
    tags,
    connector: connectors.of('aws-generic'),
    ...withLabels(parts, 'app-runner-deployer', props.configuration?.deployer),
  });
}

/** Without it, SageMaker writes the outputs of jobs to the top of the bucket. */
function jobOutput({ artifactAddress }: ComponentParts): string {
  return `${artifactAddress}/sagemaker`;
}

type Named = ReturnType<ComponentParts['named']>;

/** Name and labels of a component, and what is given for it, whose own labels stand beside those. */
function withLabels<P extends Partial<Named>>(
  { named }: ComponentParts,
  use: string,
  configured: P | undefined,
): Partial<P> & Named {
  const { name, labels } = named(use);
  return { name, ...given(configured), labels: { ...configured?.labels, ...labels } };
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
