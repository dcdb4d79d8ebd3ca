import { ProtocolError } from '../protocol-error';

/** How deep values and types may nest. No real ones come near; the limit ends those that would exhaust the stack. */
export const MAX_DEPTH = 500;

/** @throws ProtocolError beyond {@link MAX_DEPTH}. */
export function checkDepth(depth: number): void {
  if (depth > MAX_DEPTH) throw new ProtocolError(`a value must not nest deeper than ${MAX_DEPTH} levels`);
}
