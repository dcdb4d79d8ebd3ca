import { isOlder } from '../server/server-version';
import type { UnknownKeyPolicy } from './check-configuration';

/** What a server does with keys of a connector that it does not know, on every line. */
export const CONNECTOR_KEYS: UnknownKeyPolicy = {
  isRefused: () => false,
  consequence: 'The server ignores it without a word.',
};

/**
 * What a server does with keys of a component that its flavor does not have. Nothing in its interface tells, so its version does. Keys
 * that the component has already stay as they are. Of a custom flavor servers seldom have the code: then they take any key.
 */
export function componentKeys(version: string, isCustom: boolean, existing: readonly string[]): UnknownKeyPolicy {
  const tolerated = (key: string) => existing.includes(key);
  if (isCustom)
    return { isRefused: () => false, consequence: 'The server takes it where it lacks the code of the flavor.' };
  if (!isOlder(version, '0.92.0')) {
    return {
      isRefused: (key) => !tolerated(key),
      consequence: 'The server refuses it, unless the component has it already: then nothing reads it.',
    };
  }
  if (!isOlder(version, '0.84.0')) {
    return { isRefused: () => false, consequence: `The server, ZenML ${version}, drops it without a word.` };
  }
  if (!isOlder(version, '0.82.0')) {
    return { isRefused: () => false, consequence: `The server, ZenML ${version}, stores it, and nothing reads it.` };
  }
  return { isRefused: (key) => !tolerated(key), consequence: 'The server refuses it.' };
}
