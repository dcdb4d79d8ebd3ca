import type { Value } from '../../src/framework';
import { Diagnostic_Severity, type Diagnostic, type DynamicValue } from '../../src/protocol/gen/tfplugin6';
import { attributeTypes, dynamicObject, objectOf, type AttributeTypes } from './dynamic-object';
import type { ProviderConnection } from './provider-connection';
import { ProviderProcess } from './provider-process';

export interface ProviderDriverOptions {
  /** Path of the built provider. */
  readonly provider: string;
  /** Such as ZENML_SERVER_URL and ZENML_API_KEY: its configuration is empty. */
  readonly environment: Readonly<Record<string, string>>;
}

/** An object as Terraform keeps it. */
export interface StoredObject {
  readonly typeName: string;
  readonly state: DynamicValue;
  readonly privateState: Uint8Array;
}

/** A provider driven by the calls that Terraform would make, without a Terraform. Errors of the provider are thrown. */
export class ProviderDriver {
  private constructor(
    private readonly process: ProviderProcess,
    private readonly connection: ProviderConnection,
    private readonly types: Readonly<Record<string, AttributeTypes>>,
    private readonly provider: AttributeTypes,
  ) {}

  /** Starts a provider and asks for its schema. It is not configured yet. */
  static async start({ provider, environment }: ProviderDriverOptions): Promise<ProviderDriver> {
    const process = await ProviderProcess.start({
      command: globalThis.process.execPath,
      args: [provider],
      environment,
    });
    const connection = process.connect();
    const schema = await connection.provider.getProviderSchema({});
    const types = Object.entries(schema.resourceSchemas).map(([name, one]) => [name, attributeTypes(one)] as const);
    return new ProviderDriver(process, connection, Object.fromEntries(types), attributeTypes(schema.provider));
  }

  get pid(): number {
    return this.process.child.pid ?? 0;
  }

  async configure(): Promise<void> {
    const config = dynamicObject(this.provider, {});
    const terraformVersion = '1.11.4';
    refuseErrors((await this.connection.provider.configureProvider({ config, terraformVersion })).diagnostics);
  }

  /** Takes an object out of a state file. @param attributes JSON */
  async upgrade(typeName: string, attributes: string): Promise<StoredObject> {
    const rawState = { json: Buffer.from(attributes) };
    const answer = await this.connection.provider.upgradeResourceState({ typeName, version: 0n, rawState });
    refuseErrors(answer.diagnostics);
    return stored(typeName, answer.upgradedState, new Uint8Array());
  }

  /** Plans and applies a new object. */
  async create(typeName: string, values: Readonly<Record<string, Value>>): Promise<StoredObject> {
    const config = dynamicObject(this.typesOf(typeName), values);
    const priorState = NOTHING;
    const planned = await this.plan(typeName, { config, priorState, proposedNewState: config });
    const answer = await this.connection.provider.applyResourceChange({ typeName, config, priorState, ...planned });
    refuseErrors(answer.diagnostics);
    return stored(typeName, answer.newState, answer.private);
  }

  /** Reads an object again, as a refresh does. @returns null where it is gone */
  async read({ typeName, state, privateState }: StoredObject): Promise<StoredObject | null> {
    const { readResource } = this.connection.provider;
    const answer = await readResource({ typeName, currentState: state, private: privateState });
    refuseErrors(answer.diagnostics);
    return answer.newState && !isNull(answer.newState) ? stored(typeName, answer.newState, answer.private) : null;
  }

  /** Plans an object whose configuration has not changed. */
  async planAgain({ typeName, state, privateState }: StoredObject): Promise<void> {
    await this.plan(typeName, {
      config: state,
      priorState: state,
      proposedNewState: state,
      priorPrivate: privateState,
    });
  }

  attributesOf({ typeName, state }: StoredObject): Readonly<Record<string, Value>> {
    return objectOf(this.typesOf(typeName), state);
  }

  /** Ends the provider as Terraform does. */
  async stop(): Promise<void> {
    await this.process.shutDown(this.connection);
  }

  private async plan(
    typeName: string,
    request: object,
  ): Promise<{ plannedState: DynamicValue; plannedPrivate: Uint8Array }> {
    const answer = await this.connection.provider.planResourceChange({ typeName, ...request });
    refuseErrors(answer.diagnostics);
    if (!answer.plannedState) throw new Error(`the provider planned no ${typeName}`);
    return { plannedState: answer.plannedState, plannedPrivate: answer.plannedPrivate };
  }

  private typesOf(typeName: string): AttributeTypes {
    const types = this.types[typeName];
    if (!types) throw new Error(`the provider has no resource ${typeName}`);
    return types;
  }
}

/** Null in msgpack. */
const NOTHING = { msgpack: Uint8Array.of(0xc0) };

function isNull({ msgpack }: DynamicValue): boolean {
  return msgpack.length === 1 && msgpack[0] === 0xc0;
}

function stored(typeName: string, state: DynamicValue | undefined, privateState: Uint8Array): StoredObject {
  if (!state) throw new Error(`the provider gave no state of ${typeName}`);
  return { typeName, state, privateState };
}

function refuseErrors(diagnostics: readonly Diagnostic[]): void {
  const error = diagnostics.find(({ severity }) => severity === Diagnostic_Severity.ERROR);
  if (error) throw new Error(`${error.summary}: ${error.detail}`);
}
