import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readState } from '../../../src/cli/leftovers/read-state';
import type { SynthesizedBackend } from '../../../src/cli/synthesized';
import { put, putScript, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();

afterEach(() => {
  delete process.env.TERRAFORM_BINARY_NAME;
});

const STATE = {
  version: 4,
  resources: [
    {
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'a',
      instances: [{ attributes: { id: 'a-bucket', arn: 'arn:a' } }],
    },
    {
      mode: 'managed',
      type: 'zenml_stack',
      name: 's',
      module: 'module.m',
      instances: [{ attributes: { id: 'uuid' } }],
    },
    { mode: 'managed', type: 'terraform_data', name: 'v', instances: [{ attributes: { id: 'v-id' } }] },
    { mode: 'managed', type: 'aws_iam_role', name: 'gone', instances: [] },
    { mode: 'data', type: 'aws_region', name: 'r', instances: [{ attributes: { id: 'us-east-1' } }] },
  ],
};

/** Reads the state of a stack by a terraform that does what the script says. */
async function readBy(script: string, backend: SynthesizedBackend, configuration: object = {}) {
  process.env.TERRAFORM_BINARY_NAME = await putScript(path.join(folder(), 'terraform'), script);
  const stack = path.join(folder(), 'stacks', 'dev');
  await put(path.join(stack, 'cdk.tf.json'), JSON.stringify(configuration));
  const lists = { environments: [], dependencies: [], resources: [], dataSources: [], providers: [], outputs: {} };
  return readState({ name: 'dev', folder: stack, backend, ...lists });
}

const local = { type: 'local', values: { path: '../../dev.tfstate' } };
const answers = (state: string) => `if [ "$1" = state ]; then echo '${state}'; fi`;

describe('the state of a stack', () => {
  it('tells what terraform made and still has, by ids and ARNs', async () => {
    const { resources, identifiers } = await readBy(answers(JSON.stringify(STATE)), local);
    expect(resources).toEqual(['aws_s3_bucket.a', 'module.m.zenml_stack.s']);
    expect([...identifiers]).toEqual(['a-bucket', 'arn:a', 'uuid']);
  });

  it('is empty before the first deploy', async () => {
    expect((await readBy(':', local)).resources).toEqual([]);
  });

  it('is read where the stack keeps it, from beside its folder, with no provider and nothing left', async () => {
    const copy = path.join(folder(), 'copy.json');
    await readBy(`cp backend.tf.json ${copy}; pwd >> ${folder()}/where`, local);
    expect(JSON.parse(await readText(copy))).toEqual({ terraform: { backend: { local: local.values } } });
    expect((await readText(path.join(folder(), 'where'))).split('\n')[0]).toBe(
      path.join(folder(), 'stacks', 'dev.state'),
    );
    expect(await readdir(path.join(folder(), 'stacks'))).toEqual(['dev']);
  });

  it('of HCP Terraform is in a block of its own', async () => {
    const copy = path.join(folder(), 'copy.json');
    await readBy(`cp backend.tf.json ${copy}`, { type: 'cloud', values: { organization: 'acme' } });
    expect(JSON.parse(await readText(copy))).toEqual({ terraform: { cloud: { organization: 'acme' } } });
  });

  it('is read in the workspace that the stack is for', async () => {
    const file = path.join(folder(), 'workspace');
    await readBy(`printf %s "$TF_WORKSPACE" > ${file}`, local, {
      variable: { expected_workspace: { default: 'prod' } },
    });
    expect(await readText(file)).toBe('prod');
  });

  it('fails with what terraform says where the backend cannot be reached', async () => {
    await expect(readBy('echo "no such bucket" >&2; exit 1', local)).rejects.toThrow(
      /The state of dev cannot be read: terraform init failed:\nno such bucket/,
    );
  });
});

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8');
}
