import { deleteLeftovers } from '../../../src/cli/leftovers/delete-leftovers';
import type { Leftover } from '../../../src/cli/leftovers/leftover';

/** A leftover whose removal does what is given, and writes its name into the list. */
function leftover(name: string, rank: number, ...steps: readonly (() => void)[]): Leftover {
  return {
    kind: 'thing',
    name,
    address: `id-of-${name}`,
    place: 'somewhere',
    rank,
    removals: steps.map((step, index) => ({
      command: `remove ${name} ${index}`,
      run: () => Promise.resolve().then(step),
    })),
  };
}

function failWith(name: string, message: string): () => never {
  return () => {
    throw Object.assign(new Error(message), { name });
  };
}

async function deletedOf(...leftovers: readonly Leftover[]) {
  const reported: string[] = [];
  const { deleted, failed } = await deleteLeftovers(leftovers, ({ name }) => reported.push(name));
  expect(deleted.map(({ name }) => name)).toEqual(reported);
  return { reported, failed: failed.map(({ leftover: { name }, why }) => `${name}: ${why}`) };
}

describe('leftovers', () => {
  it('are deleted in the order in which they can go, step by step', async () => {
    const steps: string[] = [];
    const step = (text: string) => () => void steps.push(text);
    await deletedOf(leftover('key', 2, step('key')), leftover('bucket', 1, step('empty'), step('delete')));
    expect(steps).toEqual(['empty', 'delete', 'key']);
  });

  it('that are gone already count as deleted, and so do parts of them', async () => {
    const detached = jest.fn();
    const gone = failWith('NoSuchEntityException', 'no such policy');
    const { reported, failed } = await deletedOf(
      leftover('role', 1, gone, detached),
      leftover('repository', 2, failWith('RepositoryNotFoundException', 'none')),
    );
    expect(detached).toHaveBeenCalledTimes(1);
    expect({ reported, failed }).toEqual({ reported: ['role', 'repository'], failed: [] });
  });

  it('are deleted although another one fails, whose reason is told', async () => {
    const { reported, failed } = await deletedOf(
      leftover('locked', 1, failWith('AccessDenied', 'you may not')),
      leftover('open', 2, () => undefined),
    );
    expect({ reported, failed }).toEqual({ reported: ['open'], failed: ['locked: you may not'] });
  });

  it('that could not go before others are tried again when those are gone', async () => {
    let inUse = true;
    const { reported, failed } = await deletedOf(
      leftover('group', 1, () => {
        if (inUse) throw new Error('in use');
      }),
      leftover('user of it', 2, () => {
        inUse = false;
      }),
    );
    expect({ reported, failed }).toEqual({ reported: ['user of it', 'group'], failed: [] });
  });

  it('that never go are not tried for ever', async () => {
    const attempts = jest.fn(failWith('AccessDenied', 'you may not'));
    await deletedOf(leftover('locked', 1, attempts));
    expect(attempts).toHaveBeenCalledTimes(1);
  });
});
