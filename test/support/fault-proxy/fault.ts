/**
 * What can go wrong with one request between the provider and the server, by whether the server sees the request.
 * `refuse`: nobody accepts the connection for a moment; `reset`: the connection breaks; `hang`: no answer comes;
 * `cut`: the connection breaks in the middle of the answer; `half-json`: a whole answer with half of its JSON;
 * `slow`: the answer comes late and in pieces.
 */
export const FAULTS = {
  unseen: ['refuse', 'reset', 'hang', '401', '429', '502', '503', '504'],
  done: ['reset', 'cut', 'half-json', 'hang', 'slow', '502', '503', '504'],
} as const;

/** A fault: `unseen/...` strikes before the request has reached the server, `done/...` after the server has carried it out. */
export type Fault = `unseen/${(typeof FAULTS.unseen)[number]}` | `done/${(typeof FAULTS.done)[number]}`;

/** All faults, in a fixed order. */
export const ALL_FAULTS: readonly Fault[] = [
  ...FAULTS.unseen.map((kind) => `unseen/${kind}` as const),
  ...FAULTS.done.map((kind) => `done/${kind}` as const),
];

/** A request as it passed the proxy. */
export interface RecordedRequest {
  readonly method: string;
  /** Below `/api/v1`, with `{id}` in place of ids and without the query. */
  readonly path: string;
  /** Of the server's answer; undefined where the server did not get it. */
  readonly status: number | undefined;
}

/** Where a fault strikes. */
export interface PlannedFault {
  readonly fault: Fault;
  readonly method: string;
  /** As recorded. */
  readonly path: string;
  /** How many requests of that method and path pass before it. */
  readonly occurrence: number;
  /**
   * How many requests of any kind pass before it. `unseen/refuse` goes by this alone, since nobody sees what is
   * asked of a port that is closed.
   */
  readonly after: number;
}
