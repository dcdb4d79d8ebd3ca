/** One request that takes something away. */
export interface Removal {
  /** For a shell. */
  readonly command: string;
  /** Sends it from here; undefined where only people do. */
  readonly run?: () => Promise<unknown>;
}

/** What carries the tags or labels of an environment. */
export interface Leftover {
  /** For people: `S3 bucket`. */
  readonly kind: string;
  readonly name: string;
  /** ARN or id: what a state holds of it. */
  readonly address: string;
  /** The region, or `global`, or `ZenML`. */
  readonly place: string;
  /** What has a lower one is removed earlier. */
  readonly rank: number;
  /** One after the other they remove it. Empty where only people know how. */
  readonly removals: readonly Removal[];
}

/** Whether it can be removed from here. */
export function isRemovable({ removals }: Leftover): boolean {
  return removals.length > 0 && removals.every(({ run }) => run !== undefined);
}

/** Where nothing could be found, since looking failed. */
export interface Unseen {
  /** What was looked for: `ECR repositories in us-east-1`. */
  readonly what: string;
  readonly why: string;
}

/** What a search brought to light. */
export interface Findings {
  readonly leftovers: readonly Leftover[];
  readonly unseen: readonly Unseen[];
}

/** An argument as a shell takes it. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Whether a request to a cloud failed since what it was about does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && /NotFound|NoSuch/.test(error.name);
}
