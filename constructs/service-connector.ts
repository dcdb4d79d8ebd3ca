import type { ITerraformDependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import {
  DataZenmlServiceConnector,
  type DataZenmlServiceConnectorConfig,
} from '../src/bindings/data-zenml-service-connector';
import { addChecks, type Check } from './checks';
import type { Configuration } from './configuration';
import type { ConnectorAuth } from './connectors/connector-auth';
import { connectorChecks } from './connectors/connector-checks';
import { CONNECTOR_SECRET_KEYS } from './connectors/secret-keys';
import { isTypedConnectorAuth, type TypedConnectorAuth } from './connectors/typed-connector-auth';
import { defaultName } from './default-name';
import { Registrar, type Registered } from './registration/registrar';
import { givenOnceChecks, secretValueChecks } from './secret-values';

/** A service connector, made here or elsewhere. */
export interface IServiceConnector extends IConstruct {
  /** Its id (UUID) on the server. */
  readonly connectorId: string;
  readonly connectorName: string;
}

/** What a service connector is made from. */
export interface ServiceConnectorProps {
  /**
   * How it authenticates, and to what: `AwsConnectorAuth.iamRole({...})`, or any value of your own. Another method is a change in
   * place; another type makes a new connector.
   */
  readonly auth: ConnectorAuth;
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
   * What it is for.
   * @default what it has stays as it is
   */
  readonly description?: string;
  /**
   * Whether the server must be able to use the credentials before the connector is created or changed.
   * @default true
   */
  readonly verify?: boolean;
  /**
   * How long the short-lived credentials that it hands out are valid, in seconds.
   * @default the default of its method
   */
  readonly expirationSeconds?: number;
  /**
   * When the credentials in its configuration expire: RFC 3339, `2027-01-31T12:00:00Z`.
   * @default never, as far as the server knows
   */
  readonly expiresAt?: string;
  /**
   * Keys and values to find it by, beside those of the environment whose base stack is in the same Terraform stack and was made before.
   * @default none of its own
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
  /** A connector that exists, by its name. Whoever looks it up needs no credentials of the cloud behind it. */
  static fromName(scope: Construct, id: string, connectorName: string): IServiceConnector {
    return new ExistingConnector(scope, id, { name: connectorName });
  }

  /** A connector that exists, by its id (UUID). */
  static fromId(scope: Construct, id: string, connectorId: string): IServiceConnector {
    return new ExistingConnector(scope, id, { id: connectorId });
  }

  readonly connectorId: string;
  /** As the server calls it: `implicit`, `external-account`. */
  readonly authMethod: string;
  /** What the server keeps for it; undefined where this package does not know the method. */
  readonly credential: TypedConnectorAuth['credential'] | undefined;
  private readonly registered: Registered;

  constructor(scope: Construct, id: string, { name, ...props }: ServiceConnectorProps) {
    super(scope, id);
    const { configuration, secretConfiguration } = props.auth;
    addChecks(this, [
      ...connectorChecks(props.auth, props),
      ...secretValueChecks(secretConfiguration, { property: 'secretConfiguration', references: false }),
      ...givenOnceChecks(configuration, secretConfiguration),
      ...openSecretChecks(configuration),
    ]);
    this.authMethod = props.auth.authMethod;
    this.credential = isTypedConnectorAuth(props.auth) ? props.auth.credential : undefined;
    this.registered = Registrar.of(this).connector(this, { ...props, name: name ?? defaultName(this) });
    this.connectorId = this.registered.id;
  }

  get connectorName(): string {
    return this.registered.name;
  }
}

/** What is in `configuration` lies in the state, and what is written out there in `cdktf.out` as well. */
function openSecretChecks(configuration: Configuration = {}): readonly Check[] {
  return CONNECTOR_SECRET_KEYS.map((key) => ({
    holds: configuration[key] === undefined,
    message: `${key} is a secret, and what is in configuration lies in the state; expected it in secretConfiguration, as a sensitive variable, an ephemeral value or an attribute of another resource: move it there`,
  }));
}

class ExistingConnector extends Construct implements IServiceConnector {
  readonly connectorId: string;
  readonly connectorName: string;

  constructor(scope: Construct, id: string, lookUp: Pick<DataZenmlServiceConnectorConfig, 'id' | 'name'>) {
    super(scope, id);
    const source = new DataZenmlServiceConnector(this, 'Resource', lookUp);
    this.connectorId = source.id;
    this.connectorName = source.name;
  }
}
