import { Token, type IResolvable, type TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { DataZenmlServer } from '../../src/bindings/data-zenml-server';
import { Flavor } from '../../src/bindings/flavor';
import { Secret } from '../../src/bindings/secret';
import { ServiceConnector } from '../../src/bindings/service-connector';
import { Stack } from '../../src/bindings/stack';
import { StackComponent } from '../../src/bindings/stack-component';
import { configurationText } from '../configuration';
import { jsonText } from '../json-text';
import { serverAddress } from '../server-address';
import type {
  ComponentSpec,
  ConnectorSpec,
  FlavorSpec,
  Registered,
  Registrar,
  SecretSpec,
  StackSpec,
} from './registrar';

const FIRST_VERSION = 1;

/** Registers by the ZenML provider: `zenml_stack` and the like. Secrets are write-only, in neither plan nor state. */
export class ProviderRegistration implements Registrar {
  secret(scope: Construct, { values, version, ...spec }: SecretSpec): Registered {
    return new Secret(scope, 'Resource', { ...spec, valuesWo: { ...values }, valuesWoVersion: version });
  }

  flavor(scope: Construct, { configSchema, connectorResourceIdAttribute, ...spec }: FlavorSpec): Registered {
    return new Flavor(scope, 'Resource', {
      ...spec,
      configSchema: typeof configSchema === 'string' ? configSchema : jsonText(configSchema),
      connectorResourceIdAttr: connectorResourceIdAttribute,
      // The server keeps a flavor that components have, and these go over to the new one only when it is there.
      lifecycle: { createBeforeDestroy: true },
    });
  }

  connector(scope: Construct, { auth, labels, dependsOn, ...spec }: ConnectorSpec): Registered {
    return new ServiceConnector(scope, 'Resource', {
      ...spec,
      type: auth.connectorType,
      authMethod: auth.authMethod,
      configuration: configurationText(auth.configuration),
      ...writeOnly(auth),
      labels: labels && { ...labels },
      dependsOn: dependsOn && [...dependsOn],
    });
  }

  component(scope: Construct, spec: ComponentSpec): Registered {
    const { environmentVariables, secretIds, labels, dependsOn } = spec;
    return new StackComponent(scope, 'Resource', {
      name: spec.name,
      type: spec.type,
      flavor: spec.flavor,
      configuration: configurationText(spec.configuration),
      ...writeOnly(spec),
      connectorId: spec.connectorId,
      connectorResourceId: spec.connectorResourceId,
      environment: environmentVariables && { ...environmentVariables },
      secrets: secretIds && [...secretIds],
      labels: labels && { ...labels },
      dependsOn: dependsOn && [...dependsOn],
      lifecycle: lifeCycle(spec, ['labels']),
    });
  }

  stack(scope: Construct, spec: StackSpec): Registered {
    const { components, additionalComponents, environmentVariables, secretIds, labels, dependsOn } = spec;
    return new Stack(scope, 'Resource', {
      name: spec.name,
      components: { ...components },
      additionalComponents: copyOf(additionalComponents),
      description: spec.description,
      environment: environmentVariables && { ...environmentVariables },
      secrets: secretIds && [...secretIds],
      labels: labels && { ...labels },
      dependsOn: dependsOn && [...dependsOn],
      lifecycle: lifeCycle(spec, ['labels', 'description']),
    });
  }

  expectServer(scope: Construct, url: string): void {
    const expected = serverAddress(url);
    new DataZenmlServer(scope, 'Resource', {
      lifecycle: {
        postcondition: [
          {
            condition: `\${self.connected_url == "${expected}"}`,
            errorMessage: `The ZenML provider talks to \${self.connected_url}, and the environment is on ${expected}: set ZENML_SERVER_URL and ZENML_API_KEY, or serverUrl of the provider, to those of that server.`,
          },
        ],
      },
    });
  }
}

/** What terraform is to do otherwise with an object; undefined where that is nothing. */
function lifeCycle(
  { createBeforeDestroy, ignoreMetadataChanges }: Pick<StackSpec, 'createBeforeDestroy' | 'ignoreMetadataChanges'>,
  metadata: readonly string[],
): TerraformResourceLifecycle | undefined {
  if (createBeforeDestroy !== true && ignoreMetadataChanges !== true) return undefined;
  return {
    ...(createBeforeDestroy === true && { createBeforeDestroy }),
    ...(ignoreMetadataChanges === true && { ignoreChanges: [...metadata] }),
  };
}

/** A map of lists, or an expression that is one, for bindings that take nothing read-only. */
function copyOf(map: Readonly<Record<string, readonly string[]>>): Record<string, string[]> | IResolvable {
  if (Token.isUnresolved(map)) return Token.asAny(map);
  return Object.fromEntries(Object.entries(map).map(([type, ids]) => [type, [...ids]]));
}

function writeOnly({ secretConfiguration, secretVersion = FIRST_VERSION }: WriteOnlySource): WriteOnly | undefined {
  const configurationWo = configurationText(secretConfiguration);
  return configurationWo && { configurationWo, configurationWoVersion: secretVersion };
}

interface WriteOnlySource {
  readonly secretConfiguration?: Readonly<Record<string, string>>;
  readonly secretVersion?: number;
}

interface WriteOnly {
  readonly configurationWo: Record<string, string>;
  readonly configurationWoVersion: number;
}
