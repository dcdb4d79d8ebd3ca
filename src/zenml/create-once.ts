import { randomUUID } from 'node:crypto';
import type { Attempts } from './attempts';
import { isZenmlError } from './zenml-error';

/** A create that must not make two objects, nor leave one that nobody knows of. */
export interface Creation<Model> {
  readonly attempts: Attempts;
  /** Sends the POST, again and again where that helps, under one idempotency key. */
  readonly post: (idempotencyKey: string) => Promise<Model>;
  /** The object, where an attempt whose answer was lost made it. */
  readonly findOwn: () => Promise<Model | undefined>;
}

/**
 * Creates an object although answers may be lost. A server from 0.83 answers a repeated POST as it answered the first under the same
 * key, for five minutes. Where it does not (an older one, or a key that is stuck), the name shows whether the object was made:
 * by a name that is taken now, or by looking. What is not there is tried once more under another key.
 */
export async function createOnce<Model>({ attempts, post, findOwn }: Creation<Model>): Promise<Model> {
  for (let keys = 1; ; keys += 1) {
    try {
      return await post(randomUUID());
    } catch (error) {
      const isTaken = isZenmlError(error, 'conflict');
      const isStuck = isZenmlError(error) && error.status === 429;
      if (!(attempts.inDoubt || attempts.isAtWork) || !(isTaken || isStuck)) throw error;
      const own = await findOwn().catch((second: unknown) => {
        // What the server said to the create is what the caller must know, where looking fails as well.
        throw isZenmlError(second) ? error : second;
      });
      if (own !== undefined) return own;
      if (isTaken || keys > 1) throw error;
    }
  }
}
