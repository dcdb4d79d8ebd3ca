import type { ZenmlError } from '../../zenml';
import type { Undertaking } from './attempt';

/** What may have come of a write whose outcome is not known, with a space before it; nothing where it is known. */
export function stateOfAffairs(verb: Undertaking['verb'], error: ZenmlError): string {
  if (!isInDoubt(error)) return '';
  switch (verb) {
    case 'create':
      return ' If it was made all the same, the next apply stops at its name and shows the block that imports it.';
    case 'update':
      return ' If the change was made all the same, the next plan shows only what is left to do.';
    case 'delete':
      return ' If it is gone all the same, the next plan does not show it any more.';
    default:
      return '';
  }
}

/** True for a write without an answer, and for one that a failing server or a proxy in front of it answered. */
function isInDoubt({ mayBeDone, code, status, method, path = '' }: ZenmlError): boolean {
  if (mayBeDone) return true;
  const isWrite = method !== 'GET' && !/\/(?:verify|login)$/.test(path);
  return code === 'server' && status !== 429 && isWrite;
}
