import { createBackend, type CreateBackendOptions } from '../../../src/cli/backend/create-backend';
import type { JsonObject, SynthesizedStack } from '../../../src/cli/synthesized';

function stack(name: string, environment: string, backend?: SynthesizedStack['backend'], google?: JsonObject) {
  return {
    name,
    environment,
    environments: [environment],
    dependencies: [],
    folder: `/app/cdktf.out/stacks/${name}`,
    resources: [],
    dataSources: [],
    providers: google ? [{ name: 'google', values: google }] : [],
    outputs: {},
    ...(backend && { backend }),
  } satisfies SynthesizedStack;
}

const gcs = { type: 'gcs', values: { bucket: 'acme-states', prefix: 'ml/prod/platform' } };
const google = { project: 'acme-ml', region: 'europe-west1' };

/** Runs the command against a Cloud Storage without any bucket. */
async function run(options: Partial<CreateBackendOptions> & Pick<CreateBackendOptions, 'stacks'>) {
  const lines: string[] = [];
  const sent: (object | undefined)[] = [];
  const done = createBackend({
    yes: false,
    print: (line) => lines.push(line),
    cloudStorage: ({ method, body }) => {
      if (method !== 'GET') sent.push(body);
      return Promise.resolve({ status: method === 'GET' ? 404 : 200, data: {} });
    },
    ...options,
  });
  const failure = await done.then(
    () => undefined,
    (error: unknown) => error,
  );
  return { text: lines.join('\n'), sent, failure };
}

describe('backend create', () => {
  it('tells what it will do, asks, and does it when somebody agrees', async () => {
    const asked: string[] = [];
    const confirm = (question: string) => Promise.resolve(asked.push(question) > 0);
    const { text, sent, failure } = await run({ stacks: [stack('prod', 'prod', gcs, google)], confirm });
    expect(failure).toBeUndefined();
    expect(asked).toEqual(['Do this?']);
    expect(text).toMatch(/^States of prod: bucket acme-states \(Google Cloud Storage\)\n {2}- create the bucket/);
    expect(sent).toMatchObject([{ name: 'acme-states', location: 'europe-west1', labels: { environment: 'prod' } }]);
  });

  it('makes nothing when somebody does not agree, and when nobody can be asked', async () => {
    const stacks = [stack('prod', 'prod', gcs, google)];
    const refused = await run({ stacks, confirm: () => Promise.resolve(false) });
    const unattended = await run({ stacks });
    expect(refused).toMatchObject({ sent: [], failure: { problem: 'Nothing was done.' } });
    expect(unattended).toMatchObject({ sent: [], failure: { remedy: expect.stringContaining('--yes') as string } });
  });

  it('makes a bucket once for all stacks that keep their state in it, and labels it with their environment', async () => {
    const training = { ...gcs, values: { ...gcs.values, prefix: 'ml/prod/training' } };
    const stacks = [stack('prod', 'prod', gcs, google), stack('training', 'prod', training, google)];
    const { text, sent } = await run({ stacks, yes: true });
    expect(text).toContain('States of prod, training:');
    expect(sent).toHaveLength(1);
  });

  it('labels a bucket of several environments with none of them, also when it is made for one', async () => {
    const stacks = [stack('dev', 'dev', gcs, google), stack('prod', 'prod', gcs, google)];
    const { sent } = await run({ stacks, environment: 'prod', yes: true });
    expect(sent).toMatchObject([{ labels: { managed_by: 'cdktf-zenml', purpose: 'terraform-state' } }]);
    expect(sent[0]).not.toHaveProperty('labels.environment');
  });

  it('never calls a bucket with states one that terraform manages, which a clean-up would remove', async () => {
    const { sent } = await run({ stacks: [stack('prod', 'prod', gcs, google)], yes: true });
    expect(sent[0]).not.toHaveProperty('labels.managed_by', 'terraform');
  });

  it.each([
    ['files', { type: 'local', values: { path: 'terraform.prod.tfstate' } }, /files on this machine[^]*shared backend/],
    ['HCP Terraform', { type: 'cloud', values: { organization: 'acme' } }, /organization acme[^]*terraform init makes/],
    ['another backend', { type: 'pg', values: {} }, /type pg[^]*cannot make it/],
  ])('has nothing to make for states in %s, and says why', async (_, backend, words) => {
    const { text, sent, failure } = await run({ stacks: [stack('prod', 'prod', backend)] });
    expect(text).toMatch(words);
    expect({ sent, failure }).toEqual({ sent: [], failure: undefined });
  });

  it('makes what one environment needs and leaves the others', async () => {
    const other = { ...gcs, values: { ...gcs.values, bucket: 'acme-dev' } };
    const stacks = [stack('dev', 'dev', other, google), stack('prod', 'prod', gcs, google)];
    const { sent } = await run({ stacks, environment: 'dev', yes: true });
    expect(sent).toMatchObject([{ name: 'acme-dev' }]);
  });

  it('fails for an environment that the app does not have', async () => {
    const { failure } = await run({ stacks: [stack('prod', 'prod', gcs, google)], environment: 'prd' });
    expect(failure).toMatchObject({ problem: expect.stringContaining('"prd"') as string });
  });
});
