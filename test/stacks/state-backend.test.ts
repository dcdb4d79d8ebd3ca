import path from 'node:path';
import { App, TerraformStack, Testing } from 'cdktf';
import { addStateBackend } from '../../stacks/state-backend';

/** Where terraform, run in the folder of the synthesized stack, keeps the state. */
function stateFile(): string {
  const stack = new TerraformStack(Testing.app(), 'dev');
  addStateBackend(stack);
  const { terraform } = JSON.parse(Testing.synth(stack)) as {
    terraform: { backend: { local: { path: string } } };
  };
  const { path: file } = terraform.backend.local;
  expect(path.isAbsolute(file)).toBe(false);
  return path.resolve(App.of(stack).outdir, 'stacks', 'dev', file);
}

afterEach(() => {
  delete process.env.TERRAFORM_STATE_DIRECTORY;
});

describe('the state of a Terraform stack', () => {
  it('lies in the folder of the app', () => {
    expect(stateFile()).toBe(path.resolve('terraform.dev.tfstate'));
  });

  it('lies in the folder that TERRAFORM_STATE_DIRECTORY names', () => {
    process.env.TERRAFORM_STATE_DIRECTORY = '/var/lib/states';
    expect(stateFile()).toBe('/var/lib/states/terraform.dev.tfstate');
  });
});
