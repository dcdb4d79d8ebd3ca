import { TerraformOutput, type TerraformStack } from 'cdktf';
import type { IServiceConnector, IStackComponent, IZenmlStack } from '../constructs';

/** What was registered. */
export interface Registration {
  readonly stack: IZenmlStack;
  readonly components: readonly IStackComponent[];
  readonly connectors: readonly IServiceConnector[];
}

/** Gives a Terraform stack the outputs `stack_id`, `stack_name`, `components` and `connector_ids`. */
export function addRegistrationOutputs(scope: TerraformStack, { stack, components, connectors }: Registration): void {
  addOutputs(scope, {
    stack_id: stack.stackId,
    stack_name: stack.stackName,
    components: components.map(({ componentType, componentName, componentId, flavor }) => ({
      type: componentType,
      flavor,
      name: componentName,
      id: componentId,
    })),
    connector_ids: connectors.map(({ connectorId }) => connectorId),
  });
}

/** Gives a Terraform stack outputs of exactly these names. */
export function addOutputs(scope: TerraformStack, outputs: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(outputs)) new TerraformOutput(scope, name, { value, staticId: true });
}
