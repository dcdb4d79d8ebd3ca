import { Aspects, TerraformDataSource, TerraformResource, type TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Has everything of AWS in a construct use one provider, for another account or region than that of the default provider. */
export function useProvider(construct: IConstruct, provider: TerraformProvider): void {
  Aspects.of(construct).add({
    visit: (node) => {
      if (isOfAws(node)) node.provider ??= provider;
    },
  });
}

function isOfAws(node: IConstruct): node is TerraformResource | TerraformDataSource {
  const isElement = TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node);
  return isElement && node.terraformResourceType.startsWith('aws_');
}
