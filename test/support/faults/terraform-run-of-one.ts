import {
  isWhollyKnown,
  record,
  valuesEqual,
  type Resource,
  type Schema,
  type Value,
  type ValueRecord,
} from '../../../src/framework';
import { createZenmlProvider } from '../../../src/provider';
import { Diagnostic_Severity, type Diagnostic } from '../../../src/protocol/gen/tfplugin6';
import { decodeObject, encodeObject } from '../../../src/protocol/values/dynamic-value';
import { ProviderProcess } from '../../../scripts/support/provider-process';
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

/** What came of one run. */
export interface RunResult {
  /** Null where the state does not hold the object. */
  readonly held: Held | null;
  /** As the user reads them. */
  readonly errors: readonly string[];
  /** Warnings, as the user reads them. */
  readonly warnings: readonly string[];
  /** All that the provider logged. */
  readonly log: string;
}

/** Terraform 1.11 announces that it understands write-only attributes. */
const CLIENT_CAPABILITIES = { deferralAllowed: false, writeOnlyAttributesAllowed: true };

const provider = createZenmlProvider();

/**
 * One run of Terraform on one resource, without Terraform: the RPCs in its order, with its merge of configuration and
 * prior state, and its rules of what a state holds after a failure.
 */
export class TerraformRunOfOne {
  private readonly diagnostics: Diagnostic[] = [];

  private constructor(
    private readonly connection: ProviderConnection,
    private readonly resource: Resource<ValueRecord, never>,
    private held: Held | null,
  ) {}

  /** `terraform apply` of a configuration, null to destroy. */
  static apply(settings: Written, typeName: string, held: Held | null, config: Written | null): Promise<RunResult> {
    return TerraformRunOfOne.run(settings, typeName, held, async (run) => {
      await run.read();
      await run.applyPlan(config);
    });
  }

  /** `terraform apply`, and then `terraform plan`, which must be empty: anything else is an error of the run. */
  static applyAndPlan(settings: Written, typeName: string, held: Held | null, config: Written): Promise<RunResult> {
    return TerraformRunOfOne.run(settings, typeName, held, async (run) => {
      await run.read();
      await run.applyPlan(config);
      if (run.hasFailed() || run.held === null) return;
      await run.read();
      const again = run.held as Held | null;
      if (again === null) throw new Error('the object is gone right after the apply');
      const { planned } = await run.plan(config, again);
      const changed = Object.keys(again.state).filter((name) => !valuesEqual(planned?.[name], again.state[name]));
      if (changed.length > 0) throw new Error(`a second plan changes ${changed.join(', ')}`);
    });
  }

  /** `terraform apply -refresh-only` */
  static refresh(settings: Written, typeName: string, held: Held): Promise<RunResult> {
    return TerraformRunOfOne.run(settings, typeName, held, (run) => run.read());
  }

  private static async run(
    settings: Written,
    typeName: string,
    held: Held | null,
    steps: (run: TerraformRunOfOne) => Promise<void>,
  ): Promise<RunResult> {
    const resource = provider.resources.find((candidate) => candidate.typeName === typeName);
    if (resource === undefined) throw new Error(`there is no resource ${typeName}`);
    const process = await ProviderProcess.start({
      command: globalThis.process.execPath,
      args: ['dist/terraform-provider-zenml.cjs'],
      environment: { TF_LOG: 'TRACE' },
    });
    const run = new TerraformRunOfOne(process.connect(), resource, held);
    try {
      await run.configure(settings);
      if (!run.hasFailed()) await steps(run);
    } finally {
      await process.shutDown(run.connection);
    }
    return {
      held: run.held,
      errors: run.textsOf(Diagnostic_Severity.ERROR),
      warnings: run.textsOf(Diagnostic_Severity.WARNING),
      log: await process.stderr,
    };
  }

  private hasFailed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === Diagnostic_Severity.ERROR);
  }

  private textsOf(wanted: Diagnostic_Severity): string[] {
    return this.diagnostics
      .filter(({ severity }) => severity === wanted)
      .map(({ summary, detail }) => `${summary}: ${detail}`);
  }

  private async configure(settings: Written): Promise<void> {
    const config = encodeObject(whole(provider.schema, settings), provider.schema);
    const { diagnostics } = await this.connection.provider.configureProvider({
      config,
      terraformVersion: '1.11.4',
      clientCapabilities: CLIENT_CAPABILITIES,
    });
    this.diagnostics.push(...diagnostics);
  }

  private async read(): Promise<void> {
    if (this.held === null || this.hasFailed()) return;
    const answer = await this.connection.provider.readResource({
      typeName: this.resource.typeName,
      currentState: this.encode(this.held.state),
      private: this.held.private,
      clientCapabilities: CLIENT_CAPABILITIES,
    });
    this.diagnostics.push(...answer.diagnostics);
    if (this.hasFailed()) return;
    const state = decodeObject(answer.newState, this.resource.schema);
    this.held = state && { ...this.held, state, private: answer.private };
  }

  private async applyPlan(config: Written | null): Promise<void> {
    if (this.hasFailed()) return;
    const prior = this.held;
    if (config === null) {
      if (prior !== null) await this.change(null, prior);
      return;
    }
    if (prior?.tainted !== true) {
      const plan = await this.plan(config, prior);
      if (this.hasFailed()) return;
      if (prior === null || plan.requiresReplace === 0) {
        if (!valuesEqual(plan.planned, prior?.state)) await this.change(config, prior);
        return;
      }
    }
    await this.change(null, prior);
    if (!this.hasFailed()) await this.change(config, null);
  }

  private async plan(config: Written | null, prior: Held | null) {
    const { schema, typeName } = this.resource;
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
      planned: decodeObject(answer.plannedState, schema),
      private: answer.plannedPrivate,
      requiresReplace: answer.requiresReplace.length,
    };
  }

  private async change(config: Written | null, prior: Held | null): Promise<void> {
    const { schema, typeName } = this.resource;
    const { planned, private: plannedPrivate } = await this.plan(config, prior);
    if (this.hasFailed()) return;
    const answer = await this.connection.provider.applyResourceChange({
      typeName,
      config: this.encode(config && whole(schema, config)),
      priorState: this.encode(prior?.state ?? null),
      plannedState: this.encode(planned),
      plannedPrivate,
    });
    this.diagnostics.push(...answer.diagnostics);
    const state = decodeObject(answer.newState, schema);
    if (!this.hasFailed()) checkResult(planned, state);
    if (state !== null) this.held = { state, private: answer.private, tainted: this.hasFailed() && prior === null };
    else if (!this.hasFailed()) this.held = null;
  }

  private encode(value: ValueRecord | null) {
    return encodeObject(value, this.resource.schema);
  }
}

function whole(schema: Schema, written: Written): ValueRecord {
  return record(Object.keys(schema.attributes).map((name) => [name, written[name] ?? null] as const));
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
