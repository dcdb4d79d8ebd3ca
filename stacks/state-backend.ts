import path from 'node:path';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * Keeps the state of a Terraform stack in a file: `terraform.<stack>.tfstate` in the folder that TERRAFORM_STATE_DIRECTORY
 * names, by default the one the app runs in. The path is written relative to where terraform runs, so that moving the
 * folder with everything in it does not lose the state.
 */
export function addStateBackend(scope: Construct): void {
  const stack = TerraformStack.of(scope);
  const directory = path.resolve(process.env.TERRAFORM_STATE_DIRECTORY ?? '');
  const workingDirectory = path.resolve(App.of(scope).outdir, 'stacks', stack.node.id);
  const file = path.join(directory, `terraform.${stack.node.id}.tfstate`);
  new LocalBackend(stack, { path: path.relative(workingDirectory, file) });
}
