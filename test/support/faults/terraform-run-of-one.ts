import { UNKNOWN, type Value } from '../../../src/framework';
import { Diagnostic_Severity, type Diagnostic } from '../../../src/protocol/gen/tfplugin6';
import { encodeObject } from '../../../src/protocol/values/dynamic-value';
import { ProviderProcess } from '../../../scripts/support/provider-process';
import type { ProviderConnection } from '../../../scripts/support/provider-connection';
import { CLIENT_CAPABILITIES, ManagedObject, provider, whole, type Held, type Written } from './managed-object';

/** What Terraform holds between two runs. */
export interface Holding {
  /** Null where the state does not hold the object. */
  readonly held: Held | null;
  /** What a replacement left to be deleted. */
  readonly deposed: Held | null;
  /** The object that refers to this one. */
  readonly companion: Held | null;
}

/** A state that holds nothing. */
export const NOTHING_HELD: Holding = { held: null, deposed: null, companion: null };

/** What a run is to bring about. */
export interface Wanted {
  readonly typeName: string;
  /** Null to destroy. */
  readonly config: Written | null;
  /** `create_before_destroy` */
  readonly createsFirst?: boolean;
  /** An object that refers to this one, by its id; null where this one is not there. */
  readonly companion?: { readonly typeName: string; readonly config: (id: Value) => Written };
}

/** What came of one run. */
export interface RunResult extends Holding {
  /** As the user reads them. */
  readonly errors: readonly string[];
  /** Warnings, as the user reads them. */
  readonly warnings: readonly string[];
  /** All that the provider logged. */
  readonly log: string;
}

/**
 * One run of Terraform on one resource, and on one that refers to it, without Terraform: the RPCs in its order, with its merge of
 * configuration and prior state, and its rules of what a state holds after a failure.
 */
export class TerraformRunOfOne {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly object: ManagedObject;
  private readonly companion: ManagedObject | undefined;

  private constructor(
    private readonly connection: ProviderConnection,
    private readonly wanted: Wanted,
    private readonly before: Holding,
  ) {
    this.object = new ManagedObject(connection, wanted.typeName, this.diagnostics, before.held, before.deposed);
    this.companion =
      wanted.companion && new ManagedObject(connection, wanted.companion.typeName, this.diagnostics, before.companion);
  }

  /** `terraform apply` */
  static apply(settings: Written, before: Holding, wanted: Wanted): Promise<RunResult> {
    return TerraformRunOfOne.run(settings, before, wanted, async (run) => {
      await run.read();
      await run.apply();
    });
  }

  /** `terraform apply`, and then `terraform plan`, which must be empty: anything else is an error of the run. */
  static applyAndPlan(settings: Written, before: Holding, wanted: Wanted): Promise<RunResult> {
    return TerraformRunOfOne.run(settings, before, wanted, async (run) => {
      await run.read();
      await run.apply();
      if (!run.hasFailed()) await run.checkEmptyPlan();
    });
  }

  /** `terraform apply -refresh-only` */
  static refresh(settings: Written, before: Holding, wanted: Wanted): Promise<RunResult> {
    return TerraformRunOfOne.run(settings, before, wanted, (run) => run.read());
  }

  private static async run(
    settings: Written,
    before: Holding,
    wanted: Wanted,
    steps: (run: TerraformRunOfOne) => Promise<void>,
  ): Promise<RunResult> {
    const process = await ProviderProcess.start({
      command: globalThis.process.execPath,
      args: ['dist/terraform-provider-zenml.cjs'],
      environment: { TF_LOG: 'TRACE' },
    });
    const run = new TerraformRunOfOne(process.connect(), wanted, before);
    try {
      await run.configure(settings);
      if (!run.hasFailed()) await steps(run);
    } finally {
      await process.shutDown(run.connection);
    }
    return {
      held: run.object.held,
      deposed: run.object.deposed,
      companion: run.companion?.held ?? null,
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
    await this.object.read();
    await this.companion?.read();
  }

  /** What a replacement of an earlier run left is deleted beside the rest, and what one of this run leaves at its end. */
  private async apply(): Promise<void> {
    const { config, createsFirst } = this.wanted;
    await this.planCompanion();
    await Promise.all([
      this.object.apply(config, createsFirst),
      this.before.deposed === null ? undefined : this.object.deleteDeposed(),
    ]);
    await this.companion?.apply(this.companionConfig(this.object.held?.state.id ?? null));
    await this.object.deleteDeposed();
  }

  /** Terraform plans everything before it changes anything, so that the provider knows who leaves what is deleted. */
  private async planCompanion(): Promise<void> {
    const { config } = this.wanted;
    const companion = this.companion;
    if (this.hasFailed() || !companion?.held) return;
    const isNew = config !== null && (await this.object.isNewBy(config));
    const id = config === null ? null : (this.object.held?.state.id ?? null);
    if (!this.hasFailed()) await companion.plan(this.companionConfig(isNew ? UNKNOWN : id), companion.held);
  }

  private async checkEmptyPlan(): Promise<void> {
    const { config } = this.wanted;
    await this.read();
    if (config !== null && this.object.held === null) throw new Error('the object is gone right after the apply');
    const changed = [
      ...(config === null ? [] : await this.object.changesBy(config)),
      ...((await this.companion?.changesBy(this.companionConfig(this.object.held?.state.id ?? null))) ?? []),
    ];
    if (changed.length > 0) throw new Error(`a second plan changes ${changed.join(', ')}`);
  }

  private companionConfig(id: Value): Written {
    return this.wanted.companion?.config(id) ?? {};
  }
}
