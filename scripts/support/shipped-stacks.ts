import { Testing, type TerraformStack } from 'cdktf';
import { environments } from '../../stacks/environments';
import { gcpEnvironments } from '../../stacks/gcp/environments';
import { GcpPlatformStack } from '../../stacks/gcp/platform-stack';
import { LocalStack } from '../../stacks/local-stack';
import { PlatformStack } from '../../stacks/platform-stack';

/** The Terraform stacks that this repository ships, by name, each in an app of its own. */
export const SHIPPED_STACKS: Readonly<Record<string, () => TerraformStack>> = {
  ...Object.fromEntries(
    Object.values(environments).map((environment) => [
      `aws-${environment.name}`,
      () => new PlatformStack(Testing.app(), environment.name, { environment }),
    ]),
  ),
  ...Object.fromEntries(
    Object.values(gcpEnvironments).map((environment) => [
      `gcp-${environment.name}`,
      () => new GcpPlatformStack(Testing.app(), environment.name, { environment }),
    ]),
  ),
  local: () => new LocalStack(Testing.app(), 'local'),
};

/** A shipped stack as terraform is given it, without the place of its state. */
export function synthesizeShipped(name: string): string {
  const make = SHIPPED_STACKS[name];
  if (make === undefined)
    throw new Error(`no shipped stack ${name}; there are ${Object.keys(SHIPPED_STACKS).join(', ')}`);
  const { terraform, ...configuration } = JSON.parse(Testing.synth(make(), true)) as { terraform: object };
  return JSON.stringify({ ...configuration, terraform: { ...terraform, backend: undefined } });
}
