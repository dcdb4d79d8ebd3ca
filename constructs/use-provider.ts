import { Aspects, TerraformDataSource, TerraformResource, type TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * Has everything of one cloud in a construct use one provider, for another account, project or region than that of the default
 * provider. What has a provider already keeps it.
 * @param cloud how the names of its resource types begin
 */
export function useProvider(construct: IConstruct, cloud: 'aws' | 'google', provider: TerraformProvider): void {
  Aspects.of(construct).add({
    visit: (node) => {
      if (isElement(node) && node.terraformResourceType.startsWith(`${cloud}_`)) node.provider ??= provider;
    },
  });
}

/** Has what is in a construct by now use one provider, whatever a construct around it says. */
export function assignProvider(construct: IConstruct, cloud: 'aws' | 'google', provider: TerraformProvider): void {
  for (const node of construct.node.findAll()) {
    if (isElement(node) && node.terraformResourceType.startsWith(`${cloud}_`)) node.provider = provider;
  }
}

function isElement(node: IConstruct): node is TerraformResource | TerraformDataSource {
  return TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node);
}
