import path from 'node:path';
import { readSynthesized, selectEnvironment, type SynthesizedResource } from '../../../src/cli/synthesized';
import { put, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();

const labels = { environment: 'dev', managed_by: 'terraform' };

async function writeApp(stacks: Record<string, object>): Promise<string> {
  const entries = Object.keys(stacks).map((name) => [
    name,
    {
      name,
      constructPath: name,
      dependencies: [],
      synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
      workingDirectory: `stacks/${name}`,
    },
  ]);
  await put(
    path.join(folder(), 'manifest.json'),
    JSON.stringify({ version: '0.21.0', stacks: Object.fromEntries(entries) as object }),
  );
  for (const [name, configuration] of Object.entries(stacks)) {
    await put(path.join(folder(), 'stacks', name, 'cdk.tf.json'), JSON.stringify(configuration));
  }
  return folder();
}

async function resourcesOf(configuration: object): Promise<readonly SynthesizedResource[]> {
  const [stack] = await readSynthesized(await writeApp({ only: configuration }));
  return stack?.resources ?? [];
}

describe('a synthesized app', () => {
  it('has its stacks, with what terraform will make and where', async () => {
    const stacks = await readSynthesized(
      await writeApp({
        prod: { resource: {} },
        dev: {
          resource: {
            aws_s3_bucket: {
              bucket_1: {
                '//': { metadata: { path: 'dev/base/bucket/Resource', uniqueId: 'bucket_1' } },
                bucket: 'artifacts',
                depends_on: ['aws_kms_key.key'],
                tags: labels,
              },
            },
            aws_kms_key: { key: {} },
          },
          data: { aws_region: { region: {} } },
          output: { bucket_name: { value: '${aws_s3_bucket.bucket_1.bucket}' } },
          provider: { aws: [{ region: 'us-east-1' }, { alias: 'replica', region: 'us-west-2' }] },
          terraform: { backend: { s3: { bucket: 'states', key: 'dev' } } },
        },
      }),
    );
    expect(stacks.map(({ name }) => name)).toEqual(['dev', 'prod']);
    expect(stacks[0]).toMatchObject({
      environment: 'dev',
      environments: ['dev'],
      folder: path.join(folder(), 'stacks', 'dev'),
      resources: [
        { address: 'aws_kms_key.key', constructPath: 'aws_kms_key.key', labels: {} },
        {
          address: 'aws_s3_bucket.bucket_1',
          type: 'aws_s3_bucket',
          name: 'bucket_1',
          values: { bucket: 'artifacts', tags: labels },
          dependsOn: ['aws_kms_key.key'],
          constructPath: 'dev/base/bucket/Resource',
          labels,
        },
      ],
      dataSources: [{ address: 'data.aws_region.region', type: 'aws_region' }],
      outputs: { bucket_name: '${aws_s3_bucket.bucket_1.bucket}' },
      providers: [
        { name: 'aws', values: { region: 'us-east-1' } },
        { name: 'aws', alias: 'replica', values: { region: 'us-west-2' } },
      ],
      backend: { type: 's3', values: { bucket: 'states', key: 'dev' } },
    });
    expect(stacks[1]).not.toHaveProperty('environment');
    expect(stacks[1]).not.toHaveProperty('backend');
  });

  it('says what refers to what, however deep in functions and texts', async () => {
    const resources = await resourcesOf({
      resource: {
        aws_s3_bucket: { 'base_bucket-1': { bucket: '${data.aws_region.here.id}-x' } },
        aws_iam_role_policy: {
          access: {
            policy: '{"Resource":["${join("/", [aws_s3_bucket.base_bucket-1.arn, "${data.aws_region.here.id}}"])}/*"]}',
            role: 'aws_s3_bucket.base_bucket-1.bucket is only text, and so is $${aws_s3_bucket.base_bucket-1.id}',
          },
        },
      },
      data: { aws_region: { here: {} } },
    });
    expect(resources.map(({ address, references }) => [address, references])).toEqual([
      ['aws_iam_role_policy.access', ['aws_s3_bucket.base_bucket-1', 'data.aws_region.here']],
      ['aws_s3_bucket.base_bucket-1', ['data.aws_region.here']],
    ]);
  });

  it('takes no text for a reference that is only text', async () => {
    const [bucket, role] = await resourcesOf({
      resource: {
        aws_iam_role: {
          role: { description: 'reads aws_s3_bucket.bucket, $${aws_s3_bucket.bucket.id} and ${other.bucket.id}' },
        },
        aws_s3_bucket: { bucket: { bucket: '${aws_s3_bucket.bucket.id}' } },
      },
    });
    expect([bucket?.references, role?.references]).toEqual([[], []]);
  });

  it.each([
    ['labels of Google Cloud', { labels }],
    ['tags of AWS', { tags: labels }],
    [
      'labels in what restapi sends',
      { data: '{"components":${jsonencode({"a" = x})},"labels":{"environment":"dev","managed_by":"terraform"}}' },
    ],
  ])('knows %s', async (_, attributes) => {
    const [resource] = await resourcesOf({ resource: { some_type: { one: attributes } } });
    expect(resource?.labels).toEqual(labels);
  });

  it('knows no label that terraform computes', async () => {
    const [resource] = await resourcesOf({
      resource: { a: { b: { tags: { stack: '${x.y.name}', team: 'vision' } } } },
    });
    expect(resource?.labels).toEqual({ team: 'vision' });
  });

  it('has the environments of all its objects, and none of its own where they are several', async () => {
    const [stack] = await readSynthesized(
      await writeApp({
        shared: { resource: { a: { x: { tags: { environment: 'prod' } }, y: { labels } } } },
      }),
    );
    expect(stack?.environments).toEqual(['dev', 'prod']);
    expect(stack).not.toHaveProperty('environment');
  });

  it('knows HCP Terraform as a backend', async () => {
    const [stack] = await readSynthesized(await writeApp({ a: { terraform: { cloud: { organization: 'acme' } } } }));
    expect(stack?.backend).toEqual({ type: 'cloud', values: { organization: 'acme' } });
  });

  it('fails where nothing was synthesized', async () => {
    await expect(readSynthesized(folder())).rejects.toThrow(/manifest\.json does not exist.*\n.*cdktf synth/s);
    await put(path.join(folder(), 'manifest.json'), 'no json');
    await expect(readSynthesized(folder())).rejects.toThrow(/manifest\.json holds no JSON object/);
  });
});

describe('the stacks of an environment', () => {
  it('are those whose objects carry it', async () => {
    const stacks = await readSynthesized(
      await writeApp({
        local: {},
        base: { resource: { a: { b: { labels } } } },
        teams: { resource: { a: { b: { tags: labels } } } },
      }),
    );
    expect(selectEnvironment(stacks, 'dev').map(({ name }) => name)).toEqual(['base', 'teams']);
    expect(selectEnvironment(stacks, undefined)).toHaveLength(3);
    expect(() => selectEnvironment(stacks, 'prod')).toThrow(/environment "prod"; its environments are dev\./);
    expect(() => selectEnvironment(stacks.slice(1, 2), 'dev')).toThrow(/none of its objects has a label "environment"/);
  });
});
