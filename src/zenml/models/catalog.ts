import type { JsonObject } from '../json';
import type { JsonReader } from '../json-reader';

/** A flavor of a component type. */
export interface Flavor {
  readonly name: string;
  /** Component type, such as `artifact_store`. */
  readonly type: string;
  /** True for one that somebody added: servers seldom have its code, and then check no configuration of it. */
  readonly isCustom: boolean;
  /** JSON Schema of the configuration. */
  readonly configSchema: JsonObject;
  /** The connector type it needs; null where any with the right resource type will do, or none. */
  readonly connectorType: string | null;
  readonly connectorResourceType: string | null;
  /** The configuration key that names the connector's resource. */
  readonly connectorResourceIdAttribute: string | null;
}

/** A kind of service connector that the server knows. */
export interface ServiceConnectorType {
  /** Such as `aws`. */
  readonly type: string;
  /** For people. */
  readonly name: string;
  readonly authMethods: readonly ServiceConnectorAuthMethod[];
  readonly resourceTypes: readonly ServiceConnectorTypeResource[];
}

export interface ServiceConnectorAuthMethod {
  /** Such as `secret-key`. */
  readonly authMethod: string;
  readonly name: string;
  /** JSON Schema of the configuration; secret fields carry `"writeOnly": true`. */
  readonly configSchema: JsonObject;
}

export interface ServiceConnectorTypeResource {
  /** Such as `s3-bucket`. */
  readonly resourceType: string;
  readonly name: string;
  /** The auth methods that can reach it. */
  readonly authMethods: readonly string[];
  readonly supportsInstances: boolean;
}

export function readFlavor(answer: JsonReader): Flavor {
  const metadata = answer.at('metadata');
  return {
    name: answer.at('name').string(),
    type: answer.at('body', 'type').string(),
    isCustom: answer.at('body', 'is_custom').optionalBoolean() ?? false,
    configSchema: metadata.at('config_schema').optionalObject(),
    connectorType: metadata.at('connector_type').optionalString(),
    connectorResourceType: metadata.at('connector_resource_type').optionalString(),
    connectorResourceIdAttribute: metadata.at('connector_resource_id_attr').optionalString(),
  };
}

export function readServiceConnectorType(answer: JsonReader): ServiceConnectorType {
  return {
    type: answer.at('connector_type').string(),
    name: answer.at('name').string(),
    authMethods: answer
      .at('auth_methods')
      .items()
      .map((method) => ({
        authMethod: method.at('auth_method').string(),
        name: method.at('name').string(),
        configSchema: method.at('config_schema').optionalObject(),
      })),
    resourceTypes: answer
      .at('resource_types')
      .items()
      .map((resource) => ({
        resourceType: resource.at('resource_type').string(),
        name: resource.at('name').string(),
        authMethods: resource.at('auth_methods').strings(),
        supportsInstances: resource.at('supports_instances').boolean(),
      })),
  };
}
