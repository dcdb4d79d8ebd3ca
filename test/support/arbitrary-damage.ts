import * as fc from 'fast-check';
import type { RecordedRequest } from './recorded-requests';

/**
 * A request that may be broken in any way: another RPC's, cut off, with other bytes in it, with bytes missing or twice, or
 * random altogether.
 */
export function arbitraryDamage(requests: readonly RecordedRequest[]): fc.Arbitrary<RecordedRequest> {
  const paths = [...new Set(requests.map(({ path }) => path))];
  const one = fc.constantFrom(...requests);
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 16 });
  const place = fc.nat({ max: 10_000 });
  return fc.oneof(
    fc.record({ path: fc.constantFrom(...paths), request: fc.uint8Array({ maxLength: 64 }) }),
    fc.record({ path: fc.constantFrom(...paths), request: one.map(({ request }) => request) }),
    fc.tuple(one, place).map(([{ path, request }, end]) => ({ path, request: request.slice(0, at(request, end)) })),
    fc
      .tuple(one, fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 }))
      .map(([{ path, request }, changes]) => {
        const changed = Uint8Array.from(request);
        for (const [position, byte] of changes) if (changed.length > 0) changed[at(changed, position)] = byte;
        return { path, request: changed };
      }),
    fc.tuple(one, place, place, bytes).map(([{ path, request }, from, length, inserted]) => {
      const start = at(request, from);
      return { path, request: concat(request.slice(0, start), inserted, request.slice(start + (length % 8))) };
    }),
    fc.tuple(one, one, place).map(([{ path, request }, other, end]) => ({
      path,
      request: concat(request.slice(0, at(request, end)), other.request),
    })),
  );
}

function at(bytes: Uint8Array, position: number): number {
  return bytes.length === 0 ? 0 : position % bytes.length;
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
