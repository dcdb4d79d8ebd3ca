import type { QuickstartState } from '../../../src/cli/quickstart/state-file';
import { resolveTarget } from '../../../src/cli/quickstart/target';

const empty: QuickstartState = { ports: {}, servers: {}, stacks: [], proofs: {} };
const remote = { ZENML_SERVER_URL: 'https://zenml.example.test/', ZENML_API_KEY: 'key' };

test('without the variables everything is local', () => {
  expect(resolveTarget({}, empty)).toEqual({ kind: 'local' });
  expect(resolveTarget({ ZENML_SERVER_URL: '', ZENML_API_KEY: '' }, empty)).toEqual({ kind: 'local' });
});

test('with both it is the server of the user', () => {
  expect(resolveTarget(remote, empty)).toEqual({ kind: 'remote', url: 'https://zenml.example.test', apiKey: 'key' });
});

test('with the env file of the quickstart sourced it is local still', () => {
  const state = { ...empty, ports: { zenml: 8237 } };
  expect(resolveTarget({ ZENML_SERVER_URL: 'http://127.0.0.1:8237', ZENML_API_KEY: 'key' }, state)).toEqual({
    kind: 'local',
  });
});

test.each([
  [{ ZENML_SERVER_URL: 'https://zenml.example.test' }, /ZENML_SERVER_URL is set but ZENML_API_KEY is not/],
  [{ ZENML_API_KEY: 'key' }, /ZENML_API_KEY is set but ZENML_SERVER_URL is not/],
  [
    { ...remote, ZENML_SERVER_URL: 'zenml.example.test' },
    /ZENML_SERVER_URL is "zenml\.example\.test": an address such as/,
  ],
])('fails on %j', (environment, message) => {
  expect(() => resolveTarget(environment, empty)).toThrow(message);
});

test('fails when the deployed stacks are elsewhere', () => {
  expect(() => resolveTarget(remote, { ...empty, stacks: ['dev'] })).toThrow(
    /\(dev\) are registered on the server on this machine, but this run would go to https:\/\/zenml\.example\.test\.\nRun .* down" without/,
  );
  const deployed = { ...empty, stacks: ['dev' as const], remoteUrl: 'https://zenml.example.test' };
  expect(() => resolveTarget({}, deployed)).toThrow(/are registered on https.*\nSet ZENML_SERVER_URL=/);
  expect(resolveTarget(remote, deployed)).toMatchObject({ kind: 'remote' });
});
