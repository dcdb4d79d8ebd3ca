import { TerraformStack, type ITerraformDependable } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import type { Configuration } from '../configuration';
import type { ConnectorAuth } from '../connectors/connector-auth';
import type { Json } from '../json-text';
import { ProviderRegistration } from './provider-registration';

/** What was registered, as far as others refer to it. Both are terraform's to know, and create an order. */
export interface Registered {
  /** Its id (UUID) on the server. */
  readonly id: string;
  readonly name: string;
}

/** A secret to register. */
export interface SecretSpec {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly version: number;
  readonly private?: boolean;
}

/** A flavor to register. */
export interface FlavorSpec {
  readonly name: string;
  readonly type: string;
  readonly source: string;
  /** JSON Schema, as an object or as its text. */
  readonly configSchema: Readonly<Record<string, Json>> | string;
  readonly integration?: string;
  readonly connectorType?: string;
  readonly connectorResourceType?: string;
  readonly connectorResourceIdAttribute?: string;
  readonly logoUrl?: string;
  readonly docsUrl?: string;
  readonly sdkDocsUrl?: string;
}

/** A service connector to register. */
export interface ConnectorSpec {
  readonly name: string;
  readonly auth: ConnectorAuth;
  readonly description?: string;
  readonly resourceType?: string;
  readonly resourceId?: string;
  readonly verify?: boolean;
  readonly expirationSeconds?: number;
  readonly expiresAt?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A stack component to register. */
export interface ComponentSpec {
  readonly name: string;
  readonly type: string;
  readonly flavor: string;
  readonly configuration?: Configuration;
  readonly secretConfiguration?: Readonly<Record<string, string>>;
  readonly secretVersion?: number;
  readonly connectorId?: string;
  readonly connectorResourceId?: string;
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /** Ids of the secrets whose keys and values become environment variables. */
  readonly secretIds?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly dependsOn?: readonly ITerraformDependable[];
  /** Whether a new one is there before the old one goes. @default only where the strategy always does so */
  readonly createBeforeDestroy?: boolean;
  /** Whether labels and description are left as they are on the server once it is made. @default they are put right */
  readonly ignoreMetadataChanges?: boolean;
}

/** A stack to register. */
export interface StackSpec {
  readonly name: string;
  /** The id of the default component of each type. */
  readonly components: Readonly<Record<string, string>>;
  /** The ids of the others, by type. */
  readonly additionalComponents: Readonly<Record<string, readonly string[]>>;
  readonly description?: string;
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /** Ids of the secrets whose keys and values become environment variables. */
  readonly secretIds?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly dependsOn?: readonly ITerraformDependable[];
  /** Whether a new one is there before the old one goes. @default only where the strategy always does so */
  readonly createBeforeDestroy?: boolean;
  /** Whether labels and description are left as they are on the server once it is made. @default they are put right */
  readonly ignoreMetadataChanges?: boolean;
}

/** How objects get onto the ZenML server: which terraform resources stand for them. Each becomes `Resource` in the scope. */
export interface Registrar {
  secret(scope: Construct, spec: SecretSpec): Registered;
  flavor(scope: Construct, spec: FlavorSpec): Registered;
  connector(scope: Construct, spec: ConnectorSpec): Registered;
  component(scope: Construct, spec: ComponentSpec): Registered;
  stack(scope: Construct, spec: StackSpec): Registered;
  /** Has the plan fail, or synth where that can tell, if objects would get onto another server than that at `url`. */
  expectServer(scope: Construct, url: string): void;
}

const byProvider: Registrar = new ProviderRegistration();
const inForce = new WeakMap<TerraformStack, Registrar>();
const wrappers = new WeakMap<TerraformStack, Map<IConstruct, (registrar: Registrar) => Registrar>>();

/** Which registrar is in force. */
export const Registrar = {
  /**
   * The one in force where `scope` is: the ZenML provider, unless its Terraform stack was given another, in all that `within` puts
   * around it.
   */
  of(scope: Construct): Registrar {
    const stack = TerraformStack.of(scope);
    const registrar = inForce.get(stack) ?? byProvider;
    inForce.set(stack, registrar);
    const around = wrappers.get(stack);
    if (around === undefined) return registrar;
    return scope.node.scopes.reduce((inner, ancestor) => around.get(ancestor)?.(inner) ?? inner, registrar);
  },

  /** Puts something around the registrar for all that is registered in `scope` from now on: other labels, another order. */
  within(scope: Construct, wrap: (registrar: Registrar) => Registrar): void {
    const stack = TerraformStack.of(scope);
    const around = wrappers.get(stack) ?? new Map<IConstruct, (registrar: Registrar) => Registrar>();
    wrappers.set(stack, around.set(scope, wrap));
  },

  /**
   * Gives a Terraform stack another registrar, for everything in it.
   * @throws where the stack has registered something already, or has been given one
   */
  set(stack: TerraformStack, registrar: Registrar): void {
    if (inForce.has(stack)) {
      throw new Error(
        `${stack.node.path} registers its objects in one way, and has one already; expected the choice before the first object: ` +
          'make the registration right after the providers, and only one',
      );
    }
    inForce.set(stack, registrar);
  },
} as const;
