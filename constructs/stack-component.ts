import type { ITerraformDependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { StackComponent as StackComponentResource } from '../src/bindings/stack-component';
import { configurationText, type Configuration } from './configuration';
import { defaultName } from './default-name';
import type { IServiceConnector } from './service-connector';

/** What a component does in a stack. */
export type ComponentType =
  | 'alerter'
  | 'annotator'
  | 'artifact_store'
  | 'container_registry'
  | 'data_validator'
  | 'deployer'
  | 'experiment_tracker'
  | 'feature_store'
  | 'image_builder'
  | 'log_store'
  | 'model_deployer'
  | 'model_registry'
  | 'orchestrator'
  | 'sandbox'
  | 'step_operator';

/** A stack component, made here or elsewhere. */
export interface IStackComponent extends IConstruct {
  /** Its id (UUID) on the server. */
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
  /** `s3`, `sagemaker`. */
  readonly flavor: string;
}

/** What every component takes, whatever its type and flavor. */
export interface ComponentProps {
  /**
   * Unique among the components of its type on the server.
   * @default the path of the construct: `dev-base-artifact-store`
   */
  readonly name?: string;
  /**
   * Through which it reaches its resource.
   * @default what the component finds where it runs
   */
  readonly connector?: IServiceConnector;
  /**
   * Which of the connector's resources it uses. Needs `connector`.
   * @default the one that its configuration names
   */
  readonly connectorResourceId?: string;
  /**
   * Keys and values to find it by.
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What must exist before it.
   * @default only what the other properties refer to
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** What a component of any flavor is made from. */
export interface StackComponentProps extends ComponentProps {
  /** A change makes a new component. */
  readonly type: ComponentType;
  /** A flavor that the server has for the type. A change makes a new component. */
  readonly flavor: string;
  /**
   * By the keys of the flavor. For secrets write references, `{{secret.key}}`.
   * @default the flavor's own defaults
   */
  readonly configuration?: Configuration;
}

/** A part that ZenML stacks are made of, of any type and flavor. */
export class StackComponent extends Construct implements IStackComponent {
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
  readonly flavor: string;

  constructor(scope: Construct, id: string, props: StackComponentProps) {
    super(scope, id);
    const { name, type, flavor, configuration, connector, connectorResourceId, labels, dependsOn } = props;
    const resource = new StackComponentResource(this, 'Resource', {
      name: name ?? defaultName(this),
      type,
      flavor,
      configuration: configurationText(configuration),
      connectorId: connector?.connectorId,
      connectorResourceId,
      labels: labels && { ...labels },
      dependsOn: dependsOn && [...dependsOn],
    });
    this.componentId = resource.id;
    this.componentName = resource.name;
    this.componentType = type;
    this.flavor = flavor;
  }
}
