import { findZenmlLeftovers, type AskZenml } from '../../../src/cli/leftovers/zenml-leftovers';
import { ZenmlClient, type Component, type Secret, type Stack } from '../../../src/zenml';

/** A server that knows some objects, by clients that know nothing any more when they are closed. */
function serverWith(objects: Partial<Record<'stacks' | 'components' | 'secrets', readonly object[]>>) {
  const deleted: string[] = [];
  const ask: AskZenml = async (work) => {
    let closed = false;
    const client = new ZenmlClient({ serverUrl: 'http://zenml.example.test', apiToken: 'token' });
    const { stacks, components, serviceConnectors, secrets, customFlavors } = client;
    for (const each of [stacks, components, serviceConnectors, secrets, customFlavors]) {
      jest.spyOn(each, 'list').mockResolvedValue([]);
      jest.spyOn(each, 'delete').mockImplementation((id) => {
        if (closed) throw new Error('the client is closed');
        deleted.push(id);
        return Promise.resolve();
      });
    }
    jest.spyOn(stacks, 'list').mockResolvedValue((objects.stacks ?? []) as readonly Stack[]);
    jest.spyOn(components, 'list').mockResolvedValue((objects.components ?? []) as readonly Component[]);
    jest.spyOn(secrets, 'list').mockResolvedValue((objects.secrets ?? []) as readonly Secret[]);
    try {
      return await work(client);
    } finally {
      closed = true;
    }
  };
  return { ask, deleted };
}

const search = { labels: { environment: 'dev' }, unlabelled: { secret: ['token'], flavor: [] } };

test('objects of a server are listed with commands of ZenML, in the order in which they can go', async () => {
  const { ask } = serverWith({
    components: [{ id: 'c', name: 'store', type: 'artifact_store' }],
    stacks: [{ id: 's', name: 'stack' }],
    secrets: [
      { id: 'x', name: 'token' },
      { id: 'y', name: 'of-others' },
    ],
  });
  const found = [...(await findZenmlLeftovers(ask, search))].sort((a, b) => a.rank - b.rank);
  expect(found.map(({ kind, removals }) => [kind, removals[0]?.command])).toEqual([
    ['ZenML stack', 'zenml stack delete s --yes'],
    ['ZenML artifact store', 'zenml artifact-store delete c'],
    ['ZenML secret', 'zenml secret delete x --yes'],
  ]);
});

test('they are deleted by a client of their own, when that with which they were found is closed', async () => {
  const { ask, deleted } = serverWith({ stacks: [{ id: 's', name: 'stack' }] });
  const [stack] = await findZenmlLeftovers(ask, search);
  await stack?.removals[0]?.run?.();
  expect(deleted).toEqual(['s']);
});
