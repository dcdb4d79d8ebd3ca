import { record, type PrivateState } from '../../framework';

/** The private state with ids under a key; without the key where there are none. */
export function rememberIds(privateState: PrivateState, key: string, ids: readonly string[]): PrivateState {
  const others = Object.entries(privateState).filter(([name]) => name !== key);
  return record(ids.length === 0 ? others : [...others, [key, ids.join(' ')] as const]);
}

/** The ids under a key of the private state. */
export function rememberedIds(privateState: PrivateState, key: string): readonly string[] {
  return (privateState[key] ?? '').split(' ').filter((id) => id !== '');
}
