import type { Construct } from 'constructs';
import { ArtifactRegistryContainerRegistry } from '../components/artifact-registry-container-registry';
import { CloudBuildImageBuilder } from '../components/cloud-build-image-builder';
import { CloudRunDeployer } from '../components/cloud-run-deployer';
import { GcsArtifactStore } from '../components/gcs-artifact-store';
import { LocalOrchestrator } from '../components/local-orchestrator';
import { SkypilotGcpOrchestrator } from '../components/skypilot-gcp-orchestrator';
import { VertexExperimentTracker } from '../components/vertex-experiment-tracker';
import { VertexOrchestrator } from '../components/vertex-orchestrator';
import { VertexStepOperator } from '../components/vertex-step-operator';
import { given } from '../given';
import type { ComponentProps, ComponentType, IStackComponent } from '../stack-component';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import type { ConnectorSet } from './connector-set';
import type { GcpServices } from './gcp-services';
import { resourceLabels } from './resource-labels';

/** What the components of a base stack are made from. */
export interface GcpComponentsContext {
  readonly props: Pick<
    GcpBaseStackProps,
    'configuration' | 'connectors' | 'deployer' | 'experimentTracker' | 'imageBuilder' | 'orchestrator' | 'stepOperator'
  >;
  readonly region: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Begins their names. */
  readonly namePrefix: string;
  readonly services: GcpServices;
  readonly connectors: ConnectorSet;
  readonly artifactStorePath: string;
  readonly containerRegistryUri: string;
}

const MAKERS: Readonly<
  Partial<Record<ComponentType, (scope: Construct, context: GcpComponentsContext) => IStackComponent | undefined>>
> = {
  artifact_store: artifactStore,
  container_registry: containerRegistry,
  image_builder: imageBuilder,
  orchestrator,
  step_operator: stepOperator,
  experiment_tracker: experimentTracker,
  deployer,
};

/** The components of a base stack, or of a project, but for the types that are left out. */
export function gcpComponents(
  scope: Construct,
  context: GcpComponentsContext,
  without: ReadonlySet<string> = new Set(),
): readonly IStackComponent[] {
  return Object.entries(MAKERS).flatMap(([type, make]) => {
    const component = without.has(type) ? undefined : make(scope, context);
    return component === undefined ? [] : [component];
  });
}

function artifactStore(scope: Construct, context: GcpComponentsContext): IStackComponent {
  return new GcsArtifactStore(scope, 'artifact-store', {
    ...named(context, 'artifact-store'),
    path: context.artifactStorePath,
    connector: context.connectors.of('gcs-bucket'),
    ...given(context.props.configuration?.artifactStore),
  });
}

function containerRegistry(scope: Construct, context: GcpComponentsContext): IStackComponent {
  return new ArtifactRegistryContainerRegistry(scope, 'container-registry', {
    ...named(context, 'container-registry'),
    uri: context.containerRegistryUri,
    connector: context.connectors.of('docker-registry'),
    ...given(context.props.configuration?.containerRegistry),
  });
}

function imageBuilder(scope: Construct, context: GcpComponentsContext): IStackComponent | undefined {
  const { imageBuilder: chosen = 'cloud-build', configuration } = context.props;
  if (chosen === 'none') return undefined;
  if (chosen !== 'cloud-build') return chosen;
  return new CloudBuildImageBuilder(scope, 'image-builder', {
    ...named(context, 'image-builder'),
    ...onServices(context),
    ...given(configuration?.imageBuilder),
  });
}

function orchestrator(scope: Construct, context: GcpComponentsContext): IStackComponent {
  const { orchestrator: chosen = 'local', configuration } = context.props;
  switch (chosen) {
    case 'local':
      return new LocalOrchestrator(scope, 'local-orchestrator', {
        ...named(context, 'local-orchestrator'),
        ...given(configuration?.localOrchestrator),
      });
    case 'vertex':
      return new VertexOrchestrator(scope, 'vertex-orchestrator', {
        ...named(context, 'vertex-orchestrator'),
        ...onServices(context),
        location: context.region,
        workloadServiceAccount: context.services.vertex?.serviceAccount.email,
        orchestratorLabels: resourceLabels(context.labels),
        ...given(configuration?.vertexOrchestrator),
      });
    case 'skypilot':
      return new SkypilotGcpOrchestrator(scope, 'skypilot-orchestrator', {
        ...named(context, 'skypilot-orchestrator'),
        ...afterServices(context),
        connector: context.connectors.skypilot,
        region: context.region,
        orchestratorLabels: resourceLabels(context.labels),
        ...given(configuration?.skypilotOrchestrator),
      });
    default:
      return chosen;
  }
}

function stepOperator(scope: Construct, context: GcpComponentsContext): IStackComponent | undefined {
  const { stepOperator: chosen = 'none', configuration } = context.props;
  if (chosen === 'none') return undefined;
  if (chosen !== 'vertex') return chosen;
  return new VertexStepOperator(scope, 'step-operator', {
    ...named(context, 'step-operator'),
    ...onServices(context),
    region: context.region,
    serviceAccount: context.services.vertex?.serviceAccount.email,
    ...given(configuration?.stepOperator),
  });
}

function experimentTracker(scope: Construct, context: GcpComponentsContext): IStackComponent | undefined {
  const { experimentTracker: chosen = 'none', configuration } = context.props;
  if (chosen === 'none') return undefined;
  if (chosen !== 'vertex') return chosen;
  return new VertexExperimentTracker(scope, 'experiment-tracker', {
    ...named(context, 'experiment-tracker'),
    ...onServices(context),
    location: context.region,
    stagingBucket: context.artifactStorePath,
    ...given(configuration?.experimentTracker),
  });
}

function deployer(scope: Construct, context: GcpComponentsContext): IStackComponent | undefined {
  const { deployer: chosen = 'none', configuration } = context.props;
  if (chosen === 'none') return undefined;
  if (chosen !== 'cloud-run') return chosen;
  return new CloudRunDeployer(scope, 'deployer', {
    ...named(context, 'deployer'),
    ...onServices(context),
    location: context.region,
    serviceAccount: context.services.cloudRun?.serviceAccount.email,
    secretNamePrefix: context.services.cloudRun?.secretNamePrefix,
    deployerLabels: resourceLabels(context.labels),
    ...given(configuration?.deployer),
  });
}

function onServices(context: GcpComponentsContext): Pick<ComponentProps, 'connector' | 'dependsOn'> {
  return { connector: context.connectors.of('gcp-generic'), ...afterServices(context) };
}

/** A connector made here comes after what the services need. One that exists already cannot, so the component does. */
function afterServices({ props, services }: GcpComponentsContext): Pick<ComponentProps, 'dependsOn'> {
  return typeof props.connectors === 'object' ? { dependsOn: services.dependencies } : {};
}

function named({ namePrefix, labels }: GcpComponentsContext, use: string): Pick<ComponentProps, 'name' | 'labels'> {
  return { name: `${namePrefix}-${use}`, labels };
}
