import { Token } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { DataZenmlFlavor, type DataZenmlFlavorConfig } from '../src/bindings/data-zenml-flavor';
import { addChecks } from './checks';

import { defaultName } from './default-name';
import { expectType } from './expect-type';
import { jsonText, type Json } from './json-text';
import { Registrar } from './registration/registrar';
import type { ComponentType } from './stack-component';

/** A flavor of your own, made here or elsewhere. */
export interface ICustomFlavor extends IConstruct {
  /** Its id (UUID) on the server. */
  readonly flavorId: string;
  readonly flavorName: string;
  /** The type of the components that it is for. */
  readonly componentType: ComponentType;
}

/** What a custom flavor is made from. */
export interface CustomFlavorProps {
  /** The type of the components that it is for. A change makes a new flavor. */
  readonly type: ComponentType;
  /**
   * Python path of the flavor's class: `acme_ml.flavors.SlurmOrchestratorFlavor`. The server does not load it; whoever runs
   * pipelines with it needs it installed.
   */
  readonly source: string;
  /**
   * JSON Schema of the configuration of its components, as `Config.model_json_schema()` of its class gives it: an object, or
   * its text. At most 65,535 characters.
   */
  readonly configSchema: Readonly<Record<string, Json>> | string;
  /**
   * Unique among the flavors of its type. A change makes a new flavor, and new components on it.
   * @default the path of the construct: `dev-slurm`
   */
  readonly name?: string;
  /**
   * The integration that it belongs to.
   * @default none
   */
  readonly integration?: string;
  /**
   * The type of service connector that its components can use: `aws`.
   * @default any that reaches `connectorResourceType`
   */
  readonly connectorType?: string;
  /**
   * The type of resource that its components reach through a connector: `s3-bucket`.
   * @default its components take no connector
   */
  readonly connectorResourceType?: string;
  /**
   * The key of the configuration that says which resource of the connector a component uses: `path`.
   * @default none
   */
  readonly connectorResourceIdAttribute?: string;
  /**
   * Address of a picture for the dashboard: PNG, SVG or JPG.
   * @default none
   */
  readonly logoUrl?: string;
  /**
   * Address of its documentation.
   * @default none
   */
  readonly docsUrl?: string;
  /**
   * Address of the documentation of its Python class.
   * @default none
   */
  readonly sdkDocsUrl?: string;
}

const LONGEST_SCHEMA = 65_535;

/** A kind of stack component of your own, for the `flavor` of a `StackComponent`. */
export class CustomFlavor extends Construct implements ICustomFlavor {
  /** A flavor that exists, by its type and name. */
  static fromName(scope: Construct, id: string, { type, name }: FlavorLookUp): ICustomFlavor {
    return new ExistingFlavor(scope, id, type, { type, name });
  }

  /** A flavor that exists, by its id (UUID). The plan fails where it is for another type. */
  static fromId(
    scope: Construct,
    id: string,
    { type, flavorId }: { readonly type: ComponentType; readonly flavorId: string },
  ): ICustomFlavor {
    return new ExistingFlavor(scope, id, type, { id: flavorId, lifecycle: expectType(type) });
  }

  readonly flavorId: string;
  readonly flavorName: string;
  readonly componentType: ComponentType;

  constructor(scope: Construct, id: string, { name, configSchema, ...props }: CustomFlavorProps) {
    super(scope, id);
    const schema = typeof configSchema === 'string' ? configSchema : jsonText(configSchema);
    addChecks(this, [
      {
        holds: typeof configSchema !== 'string' || Token.isUnresolved(schema) || isJsonObject(schema),
        message: `configSchema is ${JSON.stringify(schema.slice(0, 40))}; expected a JSON Schema such as '{"type": "object", "properties": {...}}': give what model_json_schema() of the configuration's class returns`,
      },
      {
        holds: Token.isUnresolved(schema) || schema.length <= LONGEST_SCHEMA,
        message: `configSchema has ${schema.length} characters; expected ${LONGEST_SCHEMA} at most, which is what the server keeps: shorten its descriptions`,
      },
    ]);
    const registered = Registrar.of(this).flavor(this, {
      ...props,
      name: name ?? defaultName(this),
      configSchema,
    });
    this.flavorId = registered.id;
    this.flavorName = registered.name;
    this.componentType = props.type;
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** By what a flavor is found. */
export interface FlavorLookUp {
  readonly type: ComponentType;
  readonly name: string;
}

class ExistingFlavor extends Construct implements ICustomFlavor {
  readonly flavorId: string;
  readonly flavorName: string;

  constructor(
    scope: Construct,
    id: string,
    readonly componentType: ComponentType,
    lookUp: Pick<DataZenmlFlavorConfig, 'id' | 'type' | 'name' | 'lifecycle'>,
  ) {
    super(scope, id);
    const source = new DataZenmlFlavor(this, 'Resource', lookUp);
    this.flavorId = source.id;
    this.flavorName = source.name;
  }
}
