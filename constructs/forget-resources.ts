import { TerraformElement, TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * Has terraform forget resources that it made in an earlier version of a program, instead of destroying them.
 * @param id of the construct that was in the scope with them
 * @param make makes that construct as it was, or with more in it; it only tells the addresses and is no part of the program
 */
export function forgetResources(scope: Construct, id: string, make: () => unknown): void {
  make();
  const addresses = scope.node
    .findChild(id)
    .node.findAll()
    .flatMap((node) =>
      TerraformResource.isTerraformResource(node) ? [`${node.terraformResourceType}.${node.friendlyUniqueId}`] : [],
    );
  scope.node.tryRemoveChild(id);
  new Forgotten(scope, `forgotten-${id}`, addresses);
}

class Forgotten extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly addresses: readonly string[],
  ) {
    super(scope, id);
  }

  override toTerraform() {
    return { removed: this.addresses.map((from) => ({ from, lifecycle: { destroy: false } })) };
  }
}
