import { Aspects, TerraformDataSource, TerraformResource, type TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Gives everything of Google in a construct a provider, but what has one already. */
export function useProvider(construct: IConstruct, provider: TerraformProvider): void {
  Aspects.of(construct).add({
    visit(node) {
      if (!(node instanceof TerraformResource || node instanceof TerraformDataSource)) return;
      if (node.terraformResourceType.startsWith('google_')) node.provider ??= provider;
    },
  });
}
