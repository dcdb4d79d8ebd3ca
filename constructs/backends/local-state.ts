import path from 'node:path';
import { App, LocalBackend, type TerraformStack } from 'cdktf';
import type { BackendPattern, StateOwner } from './backend-pattern';

/** Where files with states lie. */
export interface LocalStateOptions {
  /**
   * Folder of the files.
   * @default the one that TERRAFORM_STATE_DIRECTORY names, else the one the app runs in
   */
  readonly directory?: string;
}

/** A file for each Terraform stack. Its path is relative, so that moving the folder with everything in it does not lose the state. */
export class LocalState implements BackendPattern {
  readonly label = 'StateBackend.local()';

  constructor(private readonly options: LocalStateOptions = {}) {}

  addTo(stack: TerraformStack, { workspace }: StateOwner): void {
    const directory = path.resolve(this.options.directory ?? process.env.TERRAFORM_STATE_DIRECTORY ?? '');
    const workingDirectory = path.resolve(App.of(stack).outdir, 'stacks', stack.node.id);
    const relative = (name: string) => path.relative(workingDirectory, path.join(directory, name));
    const name = `terraform.${stack.node.id}.tfstate`;
    new LocalBackend(stack, {
      path: relative(name),
      ...(workspace !== undefined && { workspaceDir: relative(`${name}.d`) }),
    });
  }
}
