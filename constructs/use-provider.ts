import { Aspects, TerraformDataSource, TerraformResource, TerraformStack, type TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * Has everything of one cloud in a construct use one provider, for another account, project or region than that of the default
 * provider. What has a provider already keeps it.
 * @param cloud how the names of its resource types begin
 */
export function useProvider(construct: IConstruct, cloud: 'aws' | 'google', provider: TerraformProvider): void {
  requireProvider(construct, provider);
  Aspects.of(construct).add({
    visit: (node) => {
      if (isElement(node) && node.terraformResourceType.startsWith(`${cloud}_`)) node.provider ??= provider;
    },
  });
}

/** Has what is in a construct by now use one provider, whatever a construct around it says. */
export function assignProvider(construct: IConstruct, cloud: 'aws' | 'google', provider: TerraformProvider): void {
  requireProvider(construct, provider);
  for (const node of construct.node.findAll()) {
    if (isElement(node) && node.terraformResourceType.startsWith(`${cloud}_`)) node.provider = provider;
  }
}

/** Terraform knows a provider by its alias within a Terraform stack: one of another stack means that of the same alias here. */
function requireProvider(construct: IConstruct, { fqn, node }: TerraformProvider): void {
  const stack = TerraformStack.of(construct);
  construct.node.addValidation({
    validate: () =>
      stack.allProviders().some((provider) => provider.fqn === fqn)
        ? []
        : [
            `it uses the provider ${fqn}, which ${node.path} is, and the Terraform stack ${stack.node.path} has none of that name: make one with the same alias there`,
          ],
  });
}

function isElement(node: IConstruct): node is TerraformResource | TerraformDataSource {
  return TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node);
}
