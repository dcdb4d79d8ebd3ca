import type { ITerraformDependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import {
  DataZenmlStackComponent,
  type DataZenmlStackComponentConfig,
} from '../src/bindings/data-zenml-stack-component';
import { addChecks, type Check } from './checks';
import { configurationChecks } from './components/configuration-checks';
import type { Configuration } from './configuration';
import type { ICustomFlavor } from './custom-flavor';
import { defaultName } from './default-name';
import { expectType } from './expect-type';
import { Registrar, type Registered } from './registration/registrar';
import type { ISecret } from './secret';
import { givenOnceChecks, secretValueChecks } from './secret-values';
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
   * Environment variables for what runs on it. They are no place for secrets: use `secrets`.
   * @default what it has stays as it is
   */
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /**
   * Secrets whose keys and values become environment variables for what runs on it.
   * @default what it has stays as it is
   */
  readonly secrets?: readonly ISecret[];
  /**
   * Secrets of its configuration by the keys of the flavor: sensitive variables, ephemeral values or attributes of other
   * resources, never a literal. They reach the server and are in neither plan nor state.
   * @default none
   */
  readonly secretConfiguration?: Readonly<Record<string, string>>;
  /**
   * Counts the changes of `secretConfiguration`, which terraform cannot see: raise it to send new values.
   * @default 1
   */
  readonly secretVersion?: number;
  /**
   * Keys and values to find it by, beside those of the environment whose base stack is in the same Terraform stack and was made before.
   * @default none of its own
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether what somebody changes about its labels on the server stays. What is changed here about them reaches no component that
   * exists, either.
   * @default false: they are put right
   */
  readonly ignoreMetadataChanges?: boolean;
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
  /** A flavor that the server has for the type, or one of your own. A change makes a new component. */
  readonly flavor: string | ICustomFlavor;
  /**
   * By the keys of the flavor. For secrets write references, `secretReference(secret, key)`.
   * @default the flavor's own defaults
   */
  readonly configuration?: Configuration;
}

/** By what a component is found. */
export interface ComponentLookUp {
  readonly type: ComponentType;
  readonly name: string;
}

/** A part that ZenML stacks are made of, of any type and flavor. */
export class StackComponent extends Construct implements IStackComponent {
  /** A component that exists, by its type and name. */
  static fromName(scope: Construct, id: string, { type, name }: ComponentLookUp): IStackComponent {
    return new ExistingComponent(scope, id, type, { type, name });
  }

  /** A component that exists, by its id (UUID). The plan fails where it is of another type. */
  static fromId(
    scope: Construct,
    id: string,
    { type, componentId }: { readonly type: ComponentType; readonly componentId: string },
  ): IStackComponent {
    return new ExistingComponent(scope, id, type, { id: componentId, lifecycle: expectType(type) });
  }

  readonly componentId: string;
  readonly componentType: ComponentType;
  readonly flavor: string;
  private readonly registered: Registered;

  constructor(scope: Construct, id: string, props: StackComponentProps) {
    super(scope, id);
    const { name, type, flavor, connector, secrets, ...spec } = props;
    addChecks(this, [
      ...flavorChecks(type, flavor),
      {
        holds: spec.connectorResourceId === undefined || connector !== undefined,
        message: `connectorResourceId is "${spec.connectorResourceId}", and there is no connector to reach it through: give connector, or take it out`,
      },
      ...secretValueChecks(spec.secretConfiguration, { property: 'secretConfiguration', references: true }),
      ...givenOnceChecks(spec.configuration, spec.secretConfiguration),
      ...configurationChecks(type, flavor, spec),
    ]);
    this.flavor = typeof flavor === 'string' ? flavor : flavor.flavorName;
    this.registered = Registrar.of(this).component(this, {
      ...spec,
      name: name ?? defaultName(this),
      type,
      flavor: this.flavor,
      connectorId: connector?.connectorId,
      secretIds: secrets?.map(({ secretId }) => secretId),
    });
    this.componentId = this.registered.id;
    this.componentType = type;
  }

  get componentName(): string {
    return this.registered.name;
  }
}

function flavorChecks(type: ComponentType, flavor: string | ICustomFlavor): readonly Check[] {
  if (typeof flavor === 'string') return [];
  return [
    {
      holds: flavor.componentType === type,
      message: `flavor is ${flavor.node.path}, which is for ${flavor.componentType}; this is a component of type ${type}: give it a flavor for ${type}`,
    },
  ];
}

class ExistingComponent extends Construct implements IStackComponent {
  readonly componentId: string;
  readonly componentName: string;
  readonly flavor: string;

  constructor(
    scope: Construct,
    id: string,
    readonly componentType: ComponentType,
    lookUp: Pick<DataZenmlStackComponentConfig, 'id' | 'type' | 'name' | 'lifecycle'>,
  ) {
    super(scope, id);
    const source = new DataZenmlStackComponent(this, 'Resource', lookUp);
    this.componentId = source.id;
    this.componentName = source.name;
    this.flavor = source.flavor;
  }
}
