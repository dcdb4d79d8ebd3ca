import { types } from 'node:util';

/** True for an error of the system with one of these codes, such as ENOENT, whichever realm it comes from. */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
