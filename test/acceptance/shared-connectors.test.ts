import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createCdktfWorkspace, type CdktfWorkspace } from '../support/cdktf-workspace';
import { Guide } from '../support/guide';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { ZenmlRest } from '../support/zenml-rest';

// The guide is followed by two people: one has the cloud's credentials, the other only a key of the ZenML server.
const guide = new Guide('shared-connectors');

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let administrators: CdktfWorkspace;
let team: CdktfWorkspace;

beforeAll(async () => {
  moto = await startMoto();
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = moto.environment;
  const settings = { ZENML_ENABLE_IMPLICIT_AUTH_METHODS: 'true', AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
  server = await startZenmlServer({ moto, settings });
  rest = new ZenmlRest(server.url, server.apiKey);
  administrators = await createCdktfWorkspace({ ...moto.environment, ...server.environment });
  team = await createCdktfWorkspace(server.environment);
});

afterAll(async () => {
  await administrators.dispose();
  await team.dispose();
  await server.stop();
  await moto.stop();
});

it('gives administrators a connector for each account, which the server can verify', async () => {
  await guide.follow('What administrators deploy', administrators);
  const connectors = await rest.list('service_connectors');
  expect(connectors.map(({ name }) => name).sort()).toEqual(['nonprod', 'prod']);
  for (const { id } of connectors) {
    const { metadata } = await rest.get(`/service_connectors/${id}`);
    expect(Object.keys((metadata as { configuration: object }).configuration).sort()).toEqual(['region', 'role_arn']);
    expect(await rest.put(`/service_connectors/${id}/verify`, {})).toMatchObject({ error: null });
  }
});

it('gives a team its stacks on them, without any credentials of the cloud', async () => {
  await guide.follow('What teams deploy', team);
  expect((await rest.names('stacks')).sort()).toEqual(['dev-research', 'prod-research', 'staging-research']);
  const connectors = new Map((await rest.list('service_connectors')).map(({ id, name }) => [id, name]));
  const components = await Promise.all(
    (await rest.list('components', { type: 'artifact_store' })).map(async ({ id, name }) => {
      const component = await rest.get(`/components/${id}`);
      const { configuration, connector } = component.metadata as {
        configuration: { path: string };
        connector: { id: string } | null;
      };
      return [name, configuration.path, connectors.get(connector?.id ?? '')];
    }),
  );
  expect(components.filter(([name]) => name !== 'default').sort()).toEqual([
    ['dev-artifacts', 's3://acme-ml-nonprod/research/dev', 'nonprod'],
    ['prod-artifacts', 's3://acme-ml-prod/research/prod', 'prod'],
    ['staging-artifacts', 's3://acme-ml-nonprod/research/staging', 'nonprod'],
  ]);
});

it('has the team install no provider of the cloud', async () => {
  const lock = path.join(team.directory, 'cdktf.out', 'stacks', 'dev', '.terraform.lock.hcl');
  const providers = [...(await readFile(lock, 'utf8')).matchAll(/^provider "[^/]+\/(.+)"/gm)].map(
    ([, source]) => source,
  );
  expect(providers).toEqual(['cdktf-zenml/zenml']);
});

it('has nothing more to change, for either of them', async () => {
  for (const stack of ['nonprod', 'prod']) expect(await administrators.plan(stack)).toMatchObject({ changes: false });
  for (const stack of ['dev', 'staging', 'prod']) expect(await team.plan(stack)).toMatchObject({ changes: false });
});

it('keeps a connector that the team uses, and lets go of all where the team goes first', async () => {
  await expect(administrators.cdktf('destroy', 'prod', '--auto-approve')).rejects.toThrow(/prod-artifacts/);
  await team.cdktf('destroy', 'dev', 'staging', 'prod', '--auto-approve');
  await administrators.cdktf('destroy', 'nonprod', 'prod', '--auto-approve');
  expect(Object.values(await rest.everything()).flat()).toEqual([]);
});

test('nothing of the guide is left out', () => {
  expect(guide.unfollowed).toEqual([]);
});
