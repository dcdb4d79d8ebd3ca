import { setTimeout as wait } from 'node:timers/promises';
import { Holders } from './holders';

/** How long all destroy plans of a process together wait to learn what else is managed, in milliseconds: less than terraform's users do. */
const PATIENCE = 60_000;
/** Terraform has nothing more to say after so long without a call, in milliseconds; or it waits for this answer, which the first wait shows. */
const SILENCE = 1_500;
const SILENCE_AGAIN = 100;
const PAUSE = 20;

/** A component that gets its name when another one has given it up. */
export interface AwaitedName {
  readonly id: string;
  readonly name: string;
  readonly connectorId: string | null;
  readonly connectorResourceId: string | null;
}

/** Ids of the holders of something that is to be deleted. */
export interface Judgement {
  /** They are without it after this run. */
  readonly leaving: readonly string[];
  /** This run does not change them: it keeps them as they are, or destroys everything and does not have them. */
  readonly keeping: readonly string[];
}

/** What a process of the provider remembers between calls. Terraform starts one for each walk: nothing here gets from plan to apply. */
export class Run {
  /** Components and connectors that were renamed because something could not do without them, by id. */
  readonly retired = new Map<string, { readonly name: string; readonly connectorId: string | null }>();
  readonly holders = new Holders();
  /** By the id of the component that has the name. */
  readonly awaitedNames = new Map<string, AwaitedName>();
  private readonly freed = new Set<string>();
  private readonly plans = new Map<string, ReadonlySet<string>>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private lastCall = Date.now();
  private patienceEnds: number | undefined;
  private silence = SILENCE;
  private isDestroy = true;

  /** Terraform is still asking, and not only for deletes. */
  noteCall(): void {
    this.isDestroy = false;
    this.lastCall = Date.now();
  }

  /** A stack or component is managed, and refers to these components or to this connector when the plan is carried out. */
  notePlan(id: string, references: Iterable<string>): void {
    this.lastCall = Date.now();
    this.plans.set(id, new Set(references));
  }

  /**
   * Which of the holders terraform itself plans to be without what they hold, and which it does not change. It plans in an order of
   * its own, so this waits a little for holders that were not planned yet, as long as terraform keeps asking. What it plans only
   * after this answer, such as a stack whose components have a `count`, is in neither list.
   */
  async judge(holderIds: readonly string[], heldId: string, signal: AbortSignal): Promise<Judgement> {
    this.patienceEnds ??= Date.now() + PATIENCE;
    const isOpen = () => holderIds.some((id) => !this.plans.has(id));
    while (isOpen() && Date.now() < Math.min(this.patienceEnds, this.lastCall + this.silence) && !signal.aborted) {
      await wait(PAUSE);
    }
    if (isOpen()) this.silence = SILENCE_AGAIN;
    return {
      leaving: holderIds.filter((id) => this.plans.get(id)?.has(heldId) === false),
      keeping: holderIds.filter((id) => this.plans.get(id)?.has(heldId) ?? this.isDestroy),
    };
  }

  /** The component has given up its name: it is deleted or renamed. */
  noteFreedName(componentId: string): void {
    this.freed.add(componentId);
  }

  /** True as soon as the component has given up its name; false where it has not after so many milliseconds. */
  async nameIsFreed(componentId: string, milliseconds: number, signal: AbortSignal): Promise<boolean> {
    const end = Date.now() + milliseconds;
    while (!this.freed.has(componentId) && Date.now() < end && !signal.aborted) await wait(PAUSE);
    return this.freed.has(componentId);
  }

  /** Runs the operation when no other of the same key is running, so that none overwrites what another changed. */
  async exclusively<T>(key: string, operation: () => Promise<T>): Promise<T> {
    const before = this.queues.get(key) ?? Promise.resolve();
    const result = before.then(operation);
    this.queues.set(
      key,
      result.catch(() => undefined),
    );
    return result;
  }
}
