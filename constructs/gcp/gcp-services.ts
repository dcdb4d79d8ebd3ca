import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { IGcsArtifactBucket } from './gcs-artifact-bucket';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import type { GcpProject } from './gcp-project';
import type { Grant } from './grants/grant';
import type { IGarImageRepository } from './gar-image-repository';
import { CloudBuildAccess } from './services/cloud-build-access';
import { CloudRunAccess } from './services/cloud-run-access';
import type { GcpService, ServiceAccess } from './services/service-access';
import { SkypilotAccess } from './services/skypilot-access';
import { VertexAccess } from './services/vertex-access';

/** What the services of a base stack are opened up from. */
export interface GcpServicesProps extends Pick<
  GcpBaseStackProps,
  | 'buildServiceAccount'
  | 'cloudRunServiceAccount'
  | 'googleBetaProvider'
  | 'skypilotServiceAccount'
  | 'vertexServiceAccount'
> {
  readonly project: GcpProject;
  readonly bucket: IGcsArtifactBucket;
  readonly repository: IGarImageRepository;
  readonly services: ReadonlySet<GcpService>;
}

/** The services of Google Cloud that a base stack, and the team stacks on it, use. */
export class GcpServices extends Construct {
  readonly cloudBuild?: CloudBuildAccess;
  readonly vertex?: VertexAccess;
  readonly cloudRun?: CloudRunAccess;
  readonly skypilot?: SkypilotAccess;

  constructor(scope: Construct, id: string, { services, ...props }: GcpServicesProps) {
    super(scope, id);
    if (services.has('cloud-build')) this.cloudBuild = new CloudBuildAccess(this, 'cloud-build', props);
    if (services.has('vertex')) {
      this.vertex = new VertexAccess(this, 'vertex', { ...props, serviceAccount: props.vertexServiceAccount });
    }
    if (services.has('cloud-run')) {
      this.cloudRun = new CloudRunAccess(this, 'cloud-run', { ...props, serviceAccount: props.cloudRunServiceAccount });
    }
    if (services.has('skypilot')) {
      this.skypilot = new SkypilotAccess(this, 'skypilot', { ...props, serviceAccount: props.skypilotServiceAccount });
    }
  }

  /** What the identity behind the connectors needs to use them. */
  get clientGrants(): readonly Grant[] {
    return this.all.flatMap(({ clientGrants }) => clientGrants);
  }

  /** What must exist before components use them. */
  get dependencies(): readonly ITerraformDependable[] {
    return this.all.flatMap(({ dependencies }) => dependencies);
  }

  private get all(): readonly ServiceAccess[] {
    return [this.cloudBuild, this.vertex, this.cloudRun, this.skypilot].filter((service) => service !== undefined);
  }
}

/** The services of a base stack: those of its components, and those that team stacks are to use. */
export function servicesOf(
  props: Pick<
    GcpBaseStackProps,
    'deployer' | 'experimentTracker' | 'imageBuilder' | 'orchestrator' | 'services' | 'stepOperator'
  >,
): ReadonlySet<GcpService> {
  const {
    orchestrator,
    imageBuilder = 'cloud-build',
    stepOperator,
    experimentTracker,
    deployer,
    services = [],
  } = props;
  const used = [orchestrator, imageBuilder, stepOperator, experimentTracker, deployer];
  return new Set([...used.filter(isService), ...services]);
}

function isService(component: unknown): component is GcpService {
  return component === 'cloud-build' || component === 'vertex' || component === 'cloud-run' || component === 'skypilot';
}
