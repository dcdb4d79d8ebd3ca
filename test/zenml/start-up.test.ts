import { ZenmlClient } from '../../src/zenml';

const mockLoaded = jest.fn();

jest.mock('undici', () => {
  mockLoaded();
  return jest.requireActual<object>('undici');
});

test('undici is not loaded before the first request', async () => {
  const client = new ZenmlClient({ serverUrl: 'http://127.0.0.1:9', apiToken: 'token' });
  expect(mockLoaded).not.toHaveBeenCalled();
  await expect(client.projects.create({ name: 'p' })).rejects.toThrow('nothing accepts connections');
  expect(mockLoaded).toHaveBeenCalledTimes(1);
  await client.close();
});
