/** One request that a proxy keeps waiting. */
export class Hold {
  /** Resolves once the request is there. */
  readonly reached: Promise<void>;
  private readonly released: Promise<void>;
  private arrive: () => void = () => undefined;
  private letGo: () => void = () => undefined;

  constructor(
    readonly when: 'unseen' | 'done',
    readonly method: string,
    readonly path: string,
  ) {
    this.reached = new Promise((resolve) => (this.arrive = resolve));
    this.released = new Promise((resolve) => (this.letGo = resolve));
  }

  /** For the proxy: says that the request is there, and waits. */
  async wait(): Promise<void> {
    this.arrive();
    await this.released;
  }

  /** Lets the request go on. */
  release(): void {
    this.letGo();
  }
}
