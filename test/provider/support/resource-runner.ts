import {
  planResourceChange,
  validateAttributes,
  type CallContext,
  type Diagnostic,
  type Outcome,
  type PrivateState,
  type PlanResponse,
  type Resource,
  type Value,
  type ValueRecord,
} from '../../../src/framework';
import { createZenmlProvider } from '../../../src/provider';
import { ProviderClient, type ProviderSettings } from '../../../src/provider/server/provider-client';
import type { ZenmlClientOptions } from '../../../src/zenml';
import type { MockZenml } from '../../zenml/support/mock-zenml';

export const context: CallContext = { signal: new AbortController().signal, log: () => undefined };

/** The provider's client of a mock server, with a ready token unless an API key is asked for by `{}`. */
export function providerClient(
  server: MockZenml,
  options: Partial<ZenmlClientOptions> = { apiToken: 'token' },
  settings: Partial<ProviderSettings> = {},
): ProviderClient {
  return new ProviderClient(server.options(options), { adoptExisting: false, skipValidation: false, ...settings });
}

/**
 * Takes one resource through what Terraform does with it. Attributes that are left out are null. The private state goes
 * from call to call, as Terraform carries it; a call without prior state begins with none.
 */
export class ResourceRunner {
  /** What the last call left. */
  privateState: PrivateState = {};
  private readonly resource: Resource<ValueRecord, ProviderClient>;

  constructor(
    typeName: string,
    private readonly client: ProviderClient,
    private readonly callContext: CallContext = context,
  ) {
    const found = createZenmlProvider().resources.find((resource) => resource.typeName === typeName);
    if (!found) throw new Error(`no resource ${typeName}`);
    this.resource = found;
  }

  /** A whole object of the resource's type. */
  model(attributes: Readonly<Record<string, Value>>): ValueRecord {
    return Object.fromEntries(
      Object.keys(this.resource.schema.attributes).map((name) => [name, attributes[name] ?? null]),
    );
  }

  validate(config: Readonly<Record<string, Value>>): readonly Diagnostic[] {
    const whole = this.model(config);
    return [
      ...validateAttributes(this.resource.schema, whole),
      ...(this.resource.validateConfig?.({ config: whole }) ?? []),
    ];
  }

  plan(config: Readonly<Record<string, Value>>, prior: ValueRecord | null = null): Promise<PlanResponse> {
    const whole = this.model(config);
    const proposed = Object.fromEntries(
      Object.entries(this.resource.schema.attributes).map(([name, { computed }]) => [
        name,
        whole[name] === null && computed === true ? (prior?.[name] ?? null) : (whole[name] ?? null),
      ]),
    );
    return planResourceChange({
      resource: this.resource,
      config: whole,
      prior,
      proposed,
      privateState: prior === null ? {} : this.privateState,
      client: this.client,
      context: this.callContext,
    });
  }

  /** Plans that the object is deleted; the private state is what the delete is given. */
  async planDestroy(prior: ValueRecord): Promise<PlanResponse> {
    const plan = await planResourceChange({
      resource: this.resource,
      config: this.model({}),
      prior,
      proposed: null,
      privateState: this.privateState,
      client: this.client,
      context: this.callContext,
    });
    this.privateState = plan.privateState ?? this.privateState;
    return plan;
  }

  /** Plans and applies; a plan with errors is not applied. */
  async apply(
    config: Readonly<Record<string, Value>>,
    prior: ValueRecord | null = null,
  ): Promise<Outcome<ValueRecord>> {
    const { planned, diagnostics, requiresReplace, privateState } = await this.plan(config, prior);
    if (planned === null || diagnostics.length > 0) return { diagnostics };
    this.privateState = privateState ?? (prior === null ? {} : this.privateState);
    const request = {
      config: this.model(config),
      planned,
      privateState: this.privateState,
      client: this.client,
      context: this.callContext,
    };
    if (prior !== null && requiresReplace.length > 0) throw new Error('the plan replaces the resource');
    return this.kept(
      await (prior === null ? this.resource.create(request) : this.resource.update({ ...request, prior })),
    );
  }

  async read(state: ValueRecord): Promise<Outcome<ValueRecord | null>> {
    return this.kept(
      await this.resource.read({
        state,
        privateState: this.privateState,
        client: this.client,
        context: this.callContext,
      }),
    );
  }

  delete(state: ValueRecord): Promise<readonly Diagnostic[]> {
    return this.resource.delete({
      state,
      privateState: this.privateState,
      client: this.client,
      context: this.callContext,
    });
  }

  async import(id: string): Promise<Outcome<ValueRecord>> {
    this.privateState = {};
    return this.kept(await this.resource.importState({ id, client: this.client, context: this.callContext }));
  }

  private kept<T>(outcome: Outcome<T>): Outcome<T> {
    this.privateState = outcome.privateState ?? this.privateState;
    return outcome;
  }
}

/** The value of an outcome that has one and no diagnostics. */
export function valueOf<T>({ value, diagnostics }: Outcome<T>): T {
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error('no value');
  return value;
}
