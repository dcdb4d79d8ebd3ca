import { createCdktfWorkspace, type CdktfWorkspace } from '../support/cdktf-workspace';
import { Guide } from '../support/guide';
import { MotoAccount } from '../support/moto-account';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { ZenmlRest } from '../support/zenml-rest';

// One repository, whose program becomes another one from part to part, as its reader does it.
const walkthrough = new Guide('../walkthrough');

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let repository: CdktfWorkspace;
let bucket: string | undefined;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  rest = new ZenmlRest(server.url, server.apiKey);
  repository = await createCdktfWorkspace({ ...moto.environment, ...server.environment });
});

afterAll(async () => {
  await repository.dispose();
  await server.stop();
  await moto.stop();
});

const stacks = async (): Promise<string[]> => (await rest.names('stacks')).sort();

/** Where the base stack keeps artifacts. */
async function artifactPath(): Promise<string | undefined> {
  const { metadata } = await rest.read<{ metadata: { configuration: { path?: string } } }>(
    `/components/${await rest.idOf('components', 'dev-base-artifact-store')}`,
  );
  return metadata.configuration.path;
}

it('starts with a base stack and a team stack', async () => {
  await walkthrough.follow('Part 1: components', repository);
  expect(await stacks()).toEqual(['dev-base-stack', 'dev-training-stack']);
  bucket = await artifactPath();
  expect(bucket).toMatch(/^s3:\/\/zenml-dev-[0-9a-f]{8}/);
});

it('has projects beside the base stack, which stays as it is', async () => {
  await walkthrough.follow('Part 2: authentication', repository);
  const id = await rest.idOf('stacks', 'dev-base-stack');
  await walkthrough.follow('Part 3: sharing and isolation', repository);
  expect(await stacks()).toEqual(['dev-base-stack', 'fraud_detection-dev-stack', 'recommendation-dev-stack']);
  expect(await rest.idOf('stacks', 'dev-base-stack')).toBe(id);
});

it('has environments, and goes on with the base stack that is there', async () => {
  await walkthrough.follow('Part 4: environments', repository);
  expect(await stacks()).toEqual(['dev-base-stack', 'dev-training-stack']);
  expect(await artifactPath()).toBe(bucket);
  const { metadata } = await rest.read<{
    metadata: { labels: object; components: { orchestrator: { id: string }[] } };
  }>(`/stacks/${await rest.idOf('stacks', 'dev-training-stack')}`);
  expect(metadata.labels).toMatchObject({ environment: 'dev', team: 'ml-platform', cost_center: '4711' });
  const gpu = await rest.read<{ metadata: { configuration: object; labels: object } }>(
    `/components/${String(metadata.components.orchestrator[0]?.id)}`,
  );
  expect(gpu.metadata.configuration).toMatchObject({ instance_type: 'ml.g4dn.xlarge' });
  expect(gpu.metadata.labels).toMatchObject({ managed_by: 'terraform', environment: 'dev', cost_center: '4711' });
});

it('has versions, and an alias for the current one', async () => {
  await walkthrough.follow('Versions', repository);
  expect(await stacks()).toEqual(['dev-base-stack', 'zenml-dev', 'zenml-dev-v1.2.0', 'zenml-dev-v2.0.0']);
  expect(await artifactPath()).toBe(bucket);
});

it('is destroyed with nothing left in AWS or on the server', async () => {
  await walkthrough.follow('Clean-up', repository);
  expect(await new MotoAccount(moto).leftovers()).toEqual([]);
  expect(Object.values(await rest.everything()).flat()).toEqual([]);
  expect(walkthrough.unfollowed).toEqual([]);
});
