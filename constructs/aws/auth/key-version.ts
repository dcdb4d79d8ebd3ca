import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * A `terraform_data` that changes with the version of a key. cdktf's own DataResource starts terraform at each synth, to ask for
 * its version, and so synth would need it.
 */
export class KeyVersion extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly version: number,
  ) {
    super(scope, id, {
      terraformResourceType: 'terraform_data',
      terraformGeneratorMetadata: { providerName: 'terraform' },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: { version: this.version } };
  }
}
