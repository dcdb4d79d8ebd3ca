import { isWhollyKnown, record, valuesEqual, type Schema, type Value, type ValueRecord } from '../../../src/framework';
import { createZenmlProvider } from '../../../src/provider';
import { Diagnostic_Severity, type Diagnostic, type DynamicValue } from '../../../src/protocol/gen/tfplugin6';
import { decodeObject, encodeObject } from '../../../src/protocol/values/dynamic-value';
import type { ProviderConnection } from '../../../scripts/support/provider-connection';

/** A configuration as a user writes it; what is left out is null. */
export type Written = Readonly<Record<string, Value>>;

/** What Terraform holds of one object between two runs. */
export interface Held {
  readonly state: ValueRecord;
  readonly private: Uint8Array;
  /** Made in half: the next run replaces it. */
  readonly tainted: boolean;
}

/** Terraform 1.11 announces that it understands write-only attributes. */
export const CLIENT_CAPABILITIES = { deferralAllowed: false, writeOnlyAttributesAllowed: true };

/** The provider as the tests know it, for its schemas. */
export const provider = createZenmlProvider();

/** One object in one run of Terraform. All objects of a run share the diagnostics: after an error nothing more is done. */
export class ManagedObject {
  private readonly schema: Schema;

  /** @param deposed what a replacement left to be deleted (`create_before_destroy`) */
  constructor(
    private readonly connection: ProviderConnection,
    private readonly typeName: string,
    private readonly diagnostics: Diagnostic[],
    public held: Held | null,
    public deposed: Held | null = null,
  ) {
    const resource = provider.resources.find((candidate) => candidate.typeName === typeName);
    if (resource === undefined) throw new Error(`there is no resource ${typeName}`);
    this.schema = resource.schema;
  }

  async read(): Promise<void> {
    this.held = await this.readOne(this.held);
    this.deposed = await this.readOne(this.deposed);
  }

  /** True where the object is made anew by this configuration. */
  async isNewBy(config: Written): Promise<boolean> {
    if (this.held === null || this.held.tainted) return true;
    return (await this.plan(config, this.held)).requiresReplace > 0;
  }

  /** Names of the attributes that a plan of this configuration would change. */
  async changesBy(config: Written): Promise<readonly string[]> {
    const { held } = this;
    if (held === null) return ['id'];
    const { planned } = await this.plan(config, held);
    return Object.keys(held.state).filter((name) => !valuesEqual(planned?.[name], held.state[name]));
  }

  /** Carries out a configuration, null to delete. */
  async apply(config: Written | null, createsFirst = false): Promise<void> {
    if (this.hasFailed()) return;
    const prior = this.held;
    if (config === null) {
      if (prior !== null) this.held = await this.change(null, prior);
      return;
    }
    const isNew = await this.isNewBy(config);
    if (this.hasFailed()) return;
    if (prior !== null && !isNew) {
      if ((await this.changesBy(config)).length > 0) this.held = await this.change(config, prior);
      return;
    }
    if (prior !== null && createsFirst) {
      this.deposed = prior;
      this.held = null;
      this.held = await this.change(config, null);
      // Terraform takes the old one back where there is no new one.
      if (this.held === null) [this.held, this.deposed] = [this.deposed, null];
      return;
    }
    if (prior !== null) this.held = await this.change(null, prior, (await this.plan(config, null)).private);
    if (!this.hasFailed()) this.held = await this.change(config, null);
  }

  /** Deletes what a replacement left. */
  async deleteDeposed(): Promise<void> {
    if (this.deposed !== null && !this.hasFailed()) this.deposed = await this.change(null, this.deposed);
  }

  /** What is planned for a configuration. */
  async plan(config: Written | null, prior: Held | null) {
    const { schema, typeName } = this;
    const written = config && whole(schema, config);
    const answer = await this.connection.provider.planResourceChange({
      typeName,
      config: this.encode(written),
      priorState: this.encode(prior?.state ?? null),
      proposedNewState: this.encode(written && proposed(schema, written, prior?.state ?? null)),
      priorPrivate: prior?.private ?? new Uint8Array(),
      clientCapabilities: CLIENT_CAPABILITIES,
    });
    this.diagnostics.push(...answer.diagnostics);
    return {
      planned: this.decode(answer.plannedState),
      private: answer.plannedPrivate,
      requiresReplace: answer.requiresReplace.length,
    };
  }

  /** @param handed private state in place of the plan's own: the delete of a replacement gets that of the new object. */
  private async change(config: Written | null, prior: Held | null, handed?: Uint8Array): Promise<Held | null> {
    const { schema, typeName } = this;
    const { planned, private: plannedPrivate } = await this.plan(config, prior);
    if (this.hasFailed()) return prior;
    const answer = await this.connection.provider.applyResourceChange({
      typeName,
      config: this.encode(config && whole(schema, config)),
      priorState: this.encode(prior?.state ?? null),
      plannedState: this.encode(planned),
      plannedPrivate: handed ?? plannedPrivate,
    });
    this.diagnostics.push(...answer.diagnostics);
    const hasFailed = answer.diagnostics.some(({ severity }) => severity === Diagnostic_Severity.ERROR);
    const state = this.decode(answer.newState);
    if (!hasFailed) checkResult(planned, state);
    if (state !== null) return { state, private: answer.private, tainted: hasFailed && prior === null };
    return hasFailed ? prior : null;
  }

  private async readOne(held: Held | null): Promise<Held | null> {
    if (held === null || this.hasFailed()) return held;
    const answer = await this.connection.provider.readResource({
      typeName: this.typeName,
      currentState: this.encode(held.state),
      private: held.private,
      clientCapabilities: CLIENT_CAPABILITIES,
    });
    this.diagnostics.push(...answer.diagnostics);
    if (this.hasFailed()) return held;
    const state = this.decode(answer.newState);
    return state && { ...held, state, private: answer.private };
  }

  private hasFailed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === Diagnostic_Severity.ERROR);
  }

  private encode(value: ValueRecord | null) {
    return encodeObject(value && withSortedSets(value, this.schema), this.schema);
  }

  private decode(value: DynamicValue | undefined): ValueRecord | null {
    const decoded = decodeObject(value, this.schema);
    return decoded && withSortedSets(decoded, this.schema);
  }
}

/** A whole object of what is written. */
export function whole(schema: Schema, written: Written): ValueRecord {
  return record(Object.keys(schema.attributes).map((name) => [name, written[name] ?? null] as const));
}

/** Terraform knows no order in sets of texts, and writes them sorted. */
function withSortedSets(value: ValueRecord, { attributes }: Schema): ValueRecord {
  return record(
    Object.entries(value).map(([name, item]) => {
      const type = attributes[name]?.type;
      return [name, type?.[0] === 'set' && Array.isArray(item) ? item.toSorted() : item] as const;
    }),
  );
}

/** Terraform's merge: what is configured, and for the rest that the provider computes, what it was. */
function proposed({ attributes }: Schema, config: ValueRecord, prior: ValueRecord | null): ValueRecord {
  return record(
    Object.entries(attributes).map(([name, { computed }]) => [
      name,
      config[name] ?? (computed === true ? (prior?.[name] ?? null) : null),
    ]),
  );
}

/** Terraform refuses a result that differs from the plan. */
function checkResult(planned: ValueRecord | null, result: ValueRecord | null): void {
  if ((planned === null) !== (result === null)) throw new Error('the result exists, or not, against the plan');
  const different = Object.entries(planned ?? {}).filter(
    ([name, value]) => isWhollyKnown(value) && !valuesEqual(value, result?.[name]),
  );
  if (different.length > 0) {
    throw new Error(`the result differs from the plan in ${different.map(([name]) => name).join(', ')}`);
  }
}
