import { randomUUID } from 'node:crypto';
import { inParallel } from '../support/in-parallel';
import type { RawClient } from './raw-client';
import type { RecordedRequest } from './recording-proxy';
import { PARALLELISM } from './workload';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export interface ReplayOptions {
  /** Whether each write carries a key of its own as the recorded ones did; the server stores the answers of those. */
  readonly withKeys: boolean;
}

/** Sends recorded creations again, as many at a time as Terraform. Ids of what they made the first time become the new ones. */
export async function replay(
  raw: RawClient,
  creations: readonly RecordedRequest[],
  { withKeys }: ReplayOptions,
): Promise<void> {
  const made = new Map<string, Promise<string>>();
  const create = async ({ path, body }: RecordedRequest): Promise<string> => {
    const ids = await Promise.all((body.match(UUID) ?? []).map(async (old) => [old, await made.get(old)] as const));
    const known = new Map(ids);
    const { id } = await raw.send<{ id: string }>('POST', path.replace('/api/v1', ''), {
      body: body.replaceAll(UUID, (old) => known.get(old) ?? old),
      ...(withKeys && { idempotencyKey: randomUUID() }),
    });
    return id;
  };
  await inParallel(creations, PARALLELISM, (creation) => {
    const id = create(creation);
    if (creation.madeId !== undefined) made.set(creation.madeId, id);
    return id;
  });
}
