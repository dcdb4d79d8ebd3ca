/** Times in milliseconds. Together they keep the end within two seconds of Terraform's. */
export interface LifetimeOptions {
  /** Until somebody connects. Default: 60 s, as long as Terraform itself waits for a provider to start. */
  readonly connectTimeout?: number;
  /** After the last connection closed, in case Terraform connects anew. Default: 500. */
  readonly grace?: number;
  /** Between two looks at the parent process. Default: 500. */
  readonly parentInterval?: number;
  /** The parent process of this one, now. */
  readonly parent?: () => number;
  /** The parent as this process began: when it changes, Terraform has died. Default: the one of now. */
  readonly firstParent?: number;
  /** Outlives every client: only `end` ends it. Default: false. */
  readonly lasting?: boolean;
}

const DEFAULTS = {
  connectTimeout: 60_000,
  grace: 500,
  parentInterval: 500,
  parent: () => process.ppid,
  lasting: false,
};

/**
 * Knows when Terraform has no more use for this process: it said so, closed its last connection, died, or never came.
 * Calls `onEnd` once, with the reason.
 */
export class Lifetime {
  private connections = 0;
  private shuttingDown = false;
  private ended = false;
  private timer: NodeJS.Timeout | undefined;
  private parentTimer: NodeJS.Timeout | undefined;
  private readonly options: LifetimeOptions & typeof DEFAULTS;

  constructor(
    private readonly onEnd: (reason: string) => void,
    options: LifetimeOptions = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
    if (this.options.lasting) return;
    const { connectTimeout, parentInterval, parent } = this.options;
    const firstParent = this.options.firstParent ?? parent();
    this.parentTimer = setInterval(() => {
      if (parent() !== firstParent) this.end('the process that started the provider has died');
    }, parentInterval);
    this.endAfter(connectTimeout, 'nobody connected');
  }

  connectionOpened(): void {
    this.connections += 1;
    if (!this.shuttingDown) clearTimeout(this.timer);
  }

  connectionClosed(): void {
    this.connections -= 1;
    if (this.connections > 0) return;
    this.endAfter(this.shuttingDown ? 0 : this.options.grace, 'the last connection closed');
  }

  /** Terraform asked for the end. It closes its connection once it has the answer; if not, the end comes all the same. */
  shutDown(): void {
    this.shuttingDown = true;
    this.endAfter(this.options.grace, 'Terraform asked for it');
  }

  end(reason: string): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.timer);
    clearInterval(this.parentTimer);
    this.onEnd(reason);
  }

  private endAfter(milliseconds: number, reason: string): void {
    clearTimeout(this.timer);
    if (this.options.lasting) return;
    this.timer = setTimeout(() => {
      this.end(reason);
    }, milliseconds);
  }
}
