import {
  Fn,
  FOR_EXPRESSION_KEY,
  FOR_EXPRESSION_VALUE,
  forExpression,
  TerraformStack,
  Token,
  type ITerraformDependable,
} from 'cdktf';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import { jsonText, type Json } from '../json-text';
import { isKnown } from '../known-value';
import { isSecretReference, secretValueChecks } from '../secret-values';
import { serverAddress } from '../server-address';
import {
  Registrar,
  type ComponentSpec,
  type ConnectorSpec,
  type FlavorSpec,
  type Registered,
  type SecretSpec,
  type StackSpec,
} from './registrar';
import { RestapiObject, RestapiProvider } from './restapi-object';

/** How the REST interface of the ZenML server is reached. */
export interface RestApiRegistrationProps {
  /** Address of the ZenML server: `https://zenml.example.com`. */
  readonly serverUrl: string;
  /**
   * An access token, as `POST /api/v1/login` gives it for an API key: a sensitive variable or an attribute, never a literal.
   * restapi cannot log in, so it must be valid until the end of the run.
   */
  readonly accessToken: string;
  /**
   * Whether secrets of connectors, of components and in a `Secret` may be registered in this way: restapi has no write-only
   * attributes, so they lie readable in the state, and everyone who can read the state can use them.
   * @default false
   */
  readonly allowSecretsInState?: boolean;
  /**
   * Keys of an object whose changes on the server are left alone, since they do not matter to pipelines.
   * @default `labels` and `description`
   */
  readonly ignoreChangesTo?: readonly string[];
}

/**
 * Registers everything in its Terraform stack with `restapi_object` of Mastercard/restapi, for those who cannot use the ZenML
 * provider. It comes before the first object. The server does not try connectors that are made in this way.
 */
export class RestApiRegistration extends Construct implements Registrar {
  private readonly provider: RestapiProvider;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RestApiRegistrationProps,
  ) {
    super(scope, id);
    const { serverUrl, accessToken } = props;
    addChecks(this, [
      {
        holds: Token.isUnresolved(serverUrl) || /^https?:\/\/[^/]/.test(serverUrl),
        message: `serverUrl is "${serverUrl}"; expected an address such as "https://zenml.example.com": put "https://" before the host`,
      },
      ...secretValueChecks({ accessToken }, { property: 'props', references: false }),
    ]);
    this.provider = new RestapiProvider(this, 'Resource', {
      uri: serverUrl.replace(/\/+$/, ''),
      headers: { Authorization: `Bearer ${accessToken}` },
      alias: 'zenml_api',
    });
    Registrar.set(TerraformStack.of(this), this);
  }

  secret(scope: Construct, { name, values, private: isPrivate }: SecretSpec): Registered {
    return this.send(scope, {
      collection: 'secrets',
      data: { name, values: hidden(values), private: isPrivate },
      secrets: values,
    });
  }

  flavor(scope: Construct, spec: FlavorSpec): Registered {
    const { name, type, configSchema } = spec;
    return this.send(scope, {
      collection: 'flavors',
      data: {
        name,
        type,
        source: spec.source,
        config_schema: typeof configSchema === 'string' ? parsed(configSchema) : configSchema,
        // The server wants the key, also without a value.
        integration: spec.integration ?? null,
        connector_type: spec.connectorType,
        connector_resource_type: spec.connectorResourceType,
        connector_resource_id_attr: spec.connectorResourceIdAttribute,
        logo_url: spec.logoUrl,
        docs_url: spec.docsUrl,
        sdk_docs_url: spec.sdkDocsUrl,
        is_custom: true,
      },
      fixed: [name, type],
    });
  }

  connector(scope: Construct, { auth, dependsOn, resourceType, ...spec }: ConnectorSpec): Registered {
    return this.send(scope, {
      collection: 'service_connectors',
      data: {
        name: spec.name,
        connector_type: auth.connectorType,
        auth_method: auth.authMethod,
        description: spec.description,
        resource_types: resourceType === undefined ? undefined : [resourceType],
        resource_id: spec.resourceId,
        expiration_seconds: spec.expirationSeconds,
        expires_at: spec.expiresAt,
        configuration: { ...auth.configuration, ...hidden(auth.secretConfiguration) },
        labels: spec.labels,
      },
      fixed: [auth.connectorType],
      secrets: auth.secretConfiguration,
      // Otherwise the answer has the secrets in it.
      readQuery: 'expand_secrets=false',
      dependsOn,
    });
  }

  component(scope: Construct, spec: ComponentSpec): Registered {
    const { name, type, flavor, secretIds: secrets } = spec;
    return this.send(scope, {
      collection: 'components',
      data: {
        name,
        type,
        flavor,
        configuration: { ...spec.configuration, ...hidden(spec.secretConfiguration) },
        connector: spec.connectorId,
        connector_resource_id: spec.connectorResourceId,
        environment: spec.environmentVariables,
        secrets,
        labels: spec.labels,
      },
      fixed: [type, flavor, ...(secrets ?? [])],
      secrets: spec.secretConfiguration,
      dependsOn: spec.dependsOn,
      ignoreMetadataChanges: spec.ignoreMetadataChanges,
    });
  }

  stack(scope: Construct, { name, components, additionalComponents, secretIds, ...spec }: StackSpec): Registered {
    return this.send(scope, {
      collection: 'stacks',
      data: {
        name,
        description: spec.description,
        components: listsByType(components, additionalComponents),
        environment: spec.environmentVariables,
        secrets: secretIds,
        labels: spec.labels,
      },
      fixed: secretIds ?? [],
      dependsOn: spec.dependsOn,
      ignoreMetadataChanges: spec.ignoreMetadataChanges,
    });
  }

  expectServer(scope: Construct, url: string): void {
    const [actual, expected] = [serverAddress(this.props.serverUrl), serverAddress(url)];
    addChecks(scope, [
      {
        holds: !isKnown(actual) || !isKnown(expected) || actual === expected,
        message: `${this.node.path} registers on ${actual}, and the environment is on ${expected}: give it the serverUrl and an access token of that server`,
      },
    ]);
  }

  private send(
    scope: Construct,
    { collection, data, fixed, secrets, readQuery, dependsOn, ...sent }: Sent,
  ): Registered {
    const secretKeys = Object.entries(secrets ?? {}).flatMap(([key, value]) => (isSecret(value) ? [key] : []));
    const { allowSecretsInState = false, ignoreChangesTo = METADATA } = this.props;
    const ignored = new Set([...ignoreChangesTo, ...(sent.ignoreMetadataChanges === true ? METADATA : [])]);
    addChecks(scope, [
      {
        holds: allowSecretsInState || secretKeys.length === 0,
        message: `${secretKeys.join(', ')} would lie readable in the state, since restapi has no write-only attributes: register by the ZenML provider, or set allowSecretsInState of ${this.node.path}`,
      },
    ]);
    const path = `/api/v1/${collection}`;
    const object = new RestapiObject(scope, 'Resource', {
      provider: this.provider,
      path,
      readPath: readQuery === undefined ? undefined : `${path}/{id}?${readQuery}`,
      data: jsonText(data),
      ignoreChangesTo: [...ignored],
      fixed,
      dependsOn,
    });
    // Whoever takes the name comes after the object.
    return { id: object.id, name: `${data.name}${Token.asString(Fn.substr(object.id, 0, 0))}` };
  }
}

const METADATA: readonly string[] = ['labels', 'description'];

type Secrets = Readonly<Record<string, string>>;

/** An object to send. */
interface Sent {
  readonly collection: string;
  readonly data: { readonly [key: string]: Json; readonly name: string };
  /** Values that the server takes when an object is made and ignores later: a change makes a new object. */
  readonly fixed?: readonly string[];
  /** What of `data` is secret, by key. */
  readonly secrets?: Secrets;
  readonly readQuery?: string;
  readonly dependsOn?: readonly ITerraformDependable[];
  readonly ignoreMetadataChanges?: boolean;
}

/** The value of a JSON text; one that is no JSON fails at synth. */
function parsed(text: string): Json {
  if (Token.isUnresolved(text)) return Fn.jsondecode(text) as Json;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** Terraform shows what holds a sensitive value as sensitive. A reference to a secret of the server is none. */
function hidden(secrets: Secrets = {}): Secrets {
  return Object.fromEntries(
    Object.entries(secrets).map(([key, value]) => [
      key,
      isSecret(value) && Token.isUnresolved(value) ? Token.asString(Fn.sensitive(value)) : value,
    ]),
  );
}

function isSecret(value: string): boolean {
  return !isSecretReference(value);
}

/** The components as the server takes them: type to ids, the default one first. Of a base that is looked up terraform knows them. */
function listsByType(
  components: StackSpec['components'],
  additional: StackSpec['additionalComponents'],
): Readonly<Record<string, readonly string[]>> {
  if (Token.isUnresolved(components)) {
    const others = Token.asList(Fn.lookup(additional, Token.asString(FOR_EXPRESSION_KEY), []));
    const all = Token.asList(Fn.concat([[Token.asString(FOR_EXPRESSION_VALUE)], others]));
    return Token.asAnyMap(forExpression(components, all, Token.asString(FOR_EXPRESSION_KEY)));
  }
  const entries = Object.entries(components);
  return Object.fromEntries(entries.map(([type, id]) => [type, [id, ...(additional[type] ?? [])]]));
}
