import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Environment } from '../environment';
import { StateBackend } from './state-backend';
import { addWorkspaceGuard } from './workspace-guard';

/**
 * Has the Terraform stack of a construct keep its state where its environment says: in `backend`, by default in a file, and in the
 * Terraform workspace that `workspace` names. Without an environment, in a file.
 */
export function addStateBackend(
  construct: IConstruct,
  environment?: Pick<Environment, 'name' | 'backend' | 'workspace'>,
): void {
  const stack = TerraformStack.of(construct);
  const { name, workspace, backend = StateBackend.local() } = environment ?? {};
  backend.addTo(stack, workspace === undefined ? { environment: name } : { workspace });
  if (workspace !== undefined) addWorkspaceGuard(stack, workspace);
}
