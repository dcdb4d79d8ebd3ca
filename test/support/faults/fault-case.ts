import { ALL_FAULTS, type PlannedFault, type RecordedRequest } from '../fault-proxy/fault';
import type { Subject } from './subject';

/** What Terraform is at when the fault strikes. */
export type Operation = 'create' | 'read' | 'update' | 'delete';

export const OPERATIONS: readonly Operation[] = ['create', 'read', 'update', 'delete'];

/** Whether the provider tries again by itself, or leaves that to a second run. */
export type Patience = 'retries' | 'no retries';

/** One fault on one request of one operation on one resource. */
export interface FaultCase {
  readonly subject: Subject;
  readonly operation: Operation;
  readonly planned: PlannedFault;
  readonly patience: Patience;
}

/** Every fault on each of the recorded requests, with and without the provider's own retries. */
export function casesOf(
  subject: Subject,
  operation: Operation,
  requests: readonly RecordedRequest[],
): readonly FaultCase[] {
  return requests.flatMap(({ method, path }, after) => {
    const same = requests.slice(0, after).filter((earlier) => earlier.method === method && earlier.path === path);
    return ALL_FAULTS.flatMap((fault) =>
      (['retries', 'no retries'] as const).map((patience) => ({
        subject,
        operation,
        planned: { fault, method, path, occurrence: same.length, after },
        patience,
      })),
    );
  });
}

/** Whether the provider's own retries must be enough: not where the answer says that asking again is of no use. */
export function healsByRetries({ planned: { fault, path }, patience }: FaultCase): boolean {
  const isRefusal = fault === 'unseen/401' && ['/login', '/info'].includes(path);
  return patience === 'retries' && !isRefusal && fault !== 'done/half-json';
}

/** Whether the run must log in: what would need another login, and the login itself. It costs a server half a second. */
export function needsLogin({ planned: { fault, path } }: FaultCase): boolean {
  return path === '/login' || fault === 'unseen/401' || fault === 'unseen/refuse';
}

/** `count` of the cases, always the same ones, spread evenly over all of them. */
export function sampleOf<T>(cases: readonly T[], count: number, seed: number): readonly T[] {
  const random = mulberry32(seed);
  const shuffled = cases.map((item) => ({ item, order: random() })).sort((a, b) => a.order - b.order);
  return shuffled.slice(0, count).map(({ item }) => item);
}

/** What a person reads of a subject. */
export function titleOf({ typeName, title }: Subject): string {
  return title === undefined ? typeName : `${typeName} ${title}`;
}

/** What a person reads of a case. */
export function describeCase({ subject, operation, planned, patience }: FaultCase): string {
  const { fault, method, path, occurrence } = planned;
  const which = occurrence === 0 ? '' : ` (number ${occurrence + 1})`;
  return `${titleOf(subject)} ${operation}, ${fault} on ${method} ${path}${which}, ${patience}`;
}

/** A small generator of the same numbers on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
