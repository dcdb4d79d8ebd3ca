import { TerraformVariable, type TerraformStack } from 'cdktf';
import { addChecks } from '../checks';

/**
 * Has every plan fail, that of a destroy too, while another workspace is selected. Only the validation of a variable is
 * evaluated in all of them: preconditions of resources and outputs are left out when they are destroyed.
 */
export function addWorkspaceGuard(stack: TerraformStack, workspace: string): void {
  const variable = new TerraformVariable(stack, 'expected_workspace', {
    type: 'string',
    description: 'The Terraform workspace that this configuration is for.',
    default: workspace,
    nullable: false,
  });
  variable.addValidation({
    condition: '${terraform.workspace == var.expected_workspace}',
    errorMessage:
      'the Terraform workspace "${terraform.workspace}" is selected, but this configuration is for "${var.expected_workspace}": ' +
      'set TF_WORKSPACE=${var.expected_workspace}, or synthesize the app for the environment of that workspace.',
  });
  addChecks(variable, [
    {
      holds: /^[A-Za-z0-9_.~-]+$/.test(workspace) && workspace !== 'default',
      message: `the environment sets workspace: "${workspace}"; expected letters, digits and . _ ~ -, and another name than "default", which is selected wherever nobody has chosen: rename the workspace`,
    },
  ]);
}
