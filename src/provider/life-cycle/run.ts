import { setTimeout as wait } from 'node:timers/promises';
import { Holders } from './holders';

/** How long all destroy plans of a process together wait to learn what else is managed, in milliseconds. */
const PATIENCE = 5_000;
/** Terraform has nothing more to say after so long without a call, in milliseconds. */
const SILENCE = 1_500;
const PAUSE = 20;

/** A component that gets its name when another one has given it up. */
export interface AwaitedName {
  readonly id: string;
  readonly name: string;
  readonly connectorId: string | null;
  readonly connectorResourceId: string | null;
}

/** What a process of the provider remembers between calls. Terraform starts one for each walk: nothing here gets from plan to apply. */
export class Run {
  /** Components that were renamed because a stack could not do without them. */
  readonly retired = new Set<string>();
  readonly holders = new Holders();
  /** By the id of the component that has the name. */
  readonly awaitedNames = new Map<string, AwaitedName>();
  private readonly freed = new Set<string>();
  private readonly stacks = new Map<string, ReadonlySet<string>>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private lastCall = Date.now();
  private patienceEnds: number | undefined;

  /** Terraform is still asking. */
  noteCall(): void {
    this.lastCall = Date.now();
  }

  /** A stack is managed, and these components are in it when the plan is carried out. */
  noteStackPlan(id: string, componentIds: Iterable<string>): void {
    this.noteCall();
    this.stacks.set(id, new Set(componentIds));
  }

  /**
   * Those of the stacks that terraform itself plans to be without the component. It plans in an order of its own, so this waits a
   * little for stacks that were not planned yet, as long as terraform keeps asking.
   */
  async leavingStacks(
    stackIds: readonly string[],
    componentId: string,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    this.patienceEnds ??= Date.now() + PATIENCE;
    const isOpen = () => stackIds.some((id) => !this.stacks.has(id));
    while (isOpen() && Date.now() < Math.min(this.patienceEnds, this.lastCall + SILENCE) && !signal.aborted) {
      await wait(PAUSE);
    }
    return stackIds.filter((id) => this.stacks.get(id)?.has(componentId) === false);
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
