import type { ITerraformDependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { ServiceConnector as ServiceConnectorResource } from '../src/bindings/service-connector';
import { configurationText, type Configuration } from './configuration';
import { defaultName } from './default-name';

/** A service connector, made here or elsewhere. */
export interface IServiceConnector extends IConstruct {
  /** Its id (UUID) on the server. */
  readonly connectorId: string;
  readonly connectorName: string;
}

/** What a service connector is made from. */
export interface ServiceConnectorProps {
  /** `aws`, `gcp`, `azure`, `kubernetes`, `docker`, or another type that the server has. A change makes a new connector. */
  readonly type: string;
  /** How it authenticates: a method of its type, such as `iam-role`. */
  readonly authMethod: string;
  /**
   * Settings and credentials, by the keys of the method. Never write a secret here, since it would lie in `cdktf.out`: give
   * an attribute of another resource or a sensitive variable.
   * @default none
   */
  readonly configuration?: Configuration;
  /**
   * The one type of resource it gives access to, such as `s3-bucket`.
   * @default every type that its connector type supports
   */
  readonly resourceType?: string;
  /**
   * The one resource it gives access to, such as `s3://bucket`. Needs `resourceType`.
   * @default every resource that its credentials reach
   */
  readonly resourceId?: string;
  /**
   * Unique among the connectors of the server.
   * @default the path of the construct: `dev-base-connector`
   */
  readonly name?: string;
  /**
   * Whether the server must be able to use the credentials before the connector is created or changed.
   * @default true
   */
  readonly verify?: boolean;
  /**
   * Keys and values to find it by.
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What must exist before the credentials work, such as the policies of the identity behind them.
   * @default only what the configuration refers to
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** Credentials, kept by the ZenML server, with which stack components reach a cloud, a registry or a cluster. */
export class ServiceConnector extends Construct implements IServiceConnector {
  readonly connectorId: string;
  readonly connectorName: string;

  constructor(scope: Construct, id: string, { configuration, labels, dependsOn, ...props }: ServiceConnectorProps) {
    super(scope, id);
    const resource = new ServiceConnectorResource(this, 'Resource', {
      ...props,
      name: props.name ?? defaultName(this),
      configuration: configurationText(configuration),
      labels: labels && { ...labels },
      dependsOn: dependsOn && [...dependsOn],
    });
    this.connectorId = resource.id;
    this.connectorName = resource.name;
  }
}
