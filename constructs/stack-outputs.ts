import { TerraformOutput, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { integrationsOf } from './integrations';
import type { IServiceConnector } from './service-connector';
import type { IStackComponent } from './stack-component';

/** What was registered, and what was made for it. */
export interface StackOutputs {
  readonly stackId: string;
  readonly stackName: string;
  readonly components: readonly IStackComponent[];
  /** @default none of its own */
  readonly connectors?: readonly IServiceConnector[];
  /**
   * Names of resources in the cloud, by the names of their outputs: `{ bucket_name: 'zenml-dev-1a2b3c4d' }`. Those without a value
   * are left out.
   * @default none
   */
  readonly resources?: Readonly<Record<string, string | undefined>>;
}

/**
 * Gives the Terraform stack of a construct the outputs `stack_id`, `stack_name`, `components`, `connector_ids`, those of the
 * resources, and the commands that users of the ZenML stack start with: `install_command` and `set_command`.
 * A prefix tells apart the outputs of several stacks: `training_stack_id`.
 */
export function addStackOutputs(construct: IConstruct, outputs: StackOutputs, prefix = ''): void {
  const { stackId, stackName, components, connectors, resources = {} } = outputs;
  const integrations = integrationsOf(components);
  const values = {
    stack_id: stackId,
    stack_name: stackName,
    components: components.map(({ componentType, componentName, componentId, flavor }) => ({
      type: componentType,
      flavor,
      name: componentName,
      id: componentId,
    })),
    connector_ids: connectors?.map(({ connectorId }) => connectorId),
    ...resources,
    install_command: integrations.length > 0 ? `zenml integration install -y ${integrations.join(' ')}` : undefined,
    set_command: `zenml stack set ${stackName}`,
  };
  const scope = TerraformStack.of(construct);
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) new TerraformOutput(scope, `${prefix}${name}`, { value, staticId: true });
  }
}
