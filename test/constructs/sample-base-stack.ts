import { Construct } from 'constructs';
import {
  LocalArtifactStore,
  LocalOrchestrator,
  ServiceConnector,
  StackComponent,
  ZenmlStack,
  type ComponentType,
  type Environment,
  type IBaseStack,
  type IServiceConnector,
  type IStackComponent,
} from '../../constructs';

/** A base stack without a cloud, with as many components of further types as are asked for. */
export class SampleBaseStack extends Construct implements IBaseStack {
  readonly region = 'here';
  readonly resourcePrefix = 'zenml-dev-00000000';
  readonly artifactStorePath = '/artifacts';
  readonly containerRegistryUri = 'localhost:5000';
  readonly stackId: string;
  readonly stackName: string;
  readonly components: readonly IStackComponent[];

  constructor(
    scope: Construct,
    id: string,
    further: Partial<Record<ComponentType, number>> = {},
    readonly environment: Environment = { name: 'dev', projectName: 'fraud' },
  ) {
    super(scope, id);
    this.components = [
      new LocalArtifactStore(this, 'artifact-store'),
      new LocalOrchestrator(this, 'orchestrator'),
      ...Object.entries(further).flatMap(([type, count]) =>
        Array.from(
          { length: count },
          (_, index) => new StackComponent(this, `${type}-${index}`, { type: type as ComponentType, flavor: 'sample' }),
        ),
      ),
    ];
    const first = (type: string) => this.components.find(({ componentType }) => componentType === type);
    const stack = new ZenmlStack(this, 'stack', {
      name: `${environment.name}-base-stack`,
      components: this.components,
      defaults: Object.keys(further).flatMap((type) => first(type) ?? []),
    });
    this.stackId = stack.stackId;
    this.stackName = stack.stackName;
  }

  get connector(): IServiceConnector {
    return this.connectorFor('aws-generic');
  }

  connectorFor(resourceType: string): IServiceConnector {
    return ServiceConnector.fromName(this, resourceType, `of-${resourceType}`);
  }

  runsAs(service: string): string {
    return `zenml-on-${service}`;
  }
}
