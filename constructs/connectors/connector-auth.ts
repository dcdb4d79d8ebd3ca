import type { Configuration } from '../configuration';

/** How a service connector authenticates, as a value: the type of the connector, one of its methods, and what that takes. */
export interface ConnectorAuth {
  /** `aws`, `gcp`, `azure`, `kubernetes`, `docker`, or another type that the server has. A change makes a new connector. */
  readonly connectorType: string;
  /** A method of the type, such as `iam-role`. */
  readonly authMethod: string;
  /**
   * Settings that are no secrets, by the keys of the method.
   * @default none
   */
  readonly configuration?: Configuration;
  /**
   * Secrets by the keys of the method: sensitive variables, ephemeral values or attributes of other resources, never a
   * literal. They reach the server and are in neither plan nor state.
   * @default none
   */
  readonly secretConfiguration?: Readonly<Record<string, string>>;
  /**
   * Counts the changes of `secretConfiguration`, which terraform cannot see: raise it to send new values.
   * @default 1
   */
  readonly secretVersion?: number;
}
