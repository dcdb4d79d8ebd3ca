import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { EcrReplicationConfiguration } from '@cdktf/provider-aws/lib/ecr-replication-configuration';
import { TerraformStack, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import { addNamesakeCheck } from '../namesakes';
import { useProvider } from '../use-provider';
import type { IImageRepository } from './image-repository';

/** What the replication of a registry is made from. */
export interface RegistryReplicationProps {
  /** Whose images are copied. Others of the registry are not, unless their names begin with the name of one of these. */
  readonly repositories: readonly Pick<IImageRepository, 'name'>[];
  /** Where to, `eu-central-1`: regions other than that of the registry, 25 at most. */
  readonly regions: readonly string[];
  /**
   * Number of the account whose registries get the copies. Another account must allow it in the policy of its registry.
   * @default the same account
   */
  readonly accountId?: string;
  /**
   * An AWS provider with an alias, for the registry of another account or region.
   * @default the AWS provider without an alias
   */
  readonly provider?: TerraformProvider;
}

const MOST_REGIONS = 25;
const MOST_REPOSITORIES = 100;

/**
 * Has the registry of an account and region copy the images of some repositories to other regions. A registry has one such
 * configuration, and this one takes the place of whatever it had: make it in one place, and not in each environment.
 */
export class RegistryReplication extends Construct {
  private readonly repositories: Pick<IImageRepository, 'name'>[] = [];
  private readonly resource: EcrReplicationConfiguration;
  private readonly destination: readonly { readonly region: string; readonly registryId: string }[];

  constructor(scope: Construct, id: string, props: RegistryReplicationProps) {
    super(scope, id);
    const { repositories, regions, provider } = props;
    addChecks(this, [
      { holds: repositories.length > 0, message: 'repositories is empty; expected one at least: name what to copy' },
      {
        holds: regions.length > 0 && regions.length <= MOST_REGIONS,
        message: `regions has ${regions.length}; AWS takes 1 to ${MOST_REGIONS}: change them`,
      },
    ]);
    this.node.addValidation({
      validate: () => {
        const { length } = this.repositories;
        if (length <= MOST_REPOSITORIES) return [];
        return [
          `repositories has ${length}; AWS takes ${MOST_REPOSITORIES} at most, and each stands for all whose names begin with it: set registryReplication: false on base stacks, and name such beginnings in a RegistryReplication`,
        ];
      },
    });
    const place = JSON.stringify([TerraformStack.of(this).node.path, provider?.node.path]);
    addNamesakeCheck(
      this,
      `aws/registry-replication/${place}`,
      ([other]) =>
        `it is for the same registry as ${other?.node.path}, and a registry has one configuration of what it replicates: make one RegistryReplication for the repositories of both, and set registryReplication: false on base stacks`,
    );
    if (provider) useProvider(this, 'aws', provider);
    const registryId = props.accountId ?? new DataAwsCallerIdentity(this, 'account', {}).accountId;
    this.destination = regions.map((region) => ({ region, registryId }));
    this.repositories.push(...repositories);
    this.resource = new EcrReplicationConfiguration(this, 'Resource', {
      replicationConfiguration: this.configuration(),
    });
  }

  /** Has the images of one more repository copied. */
  addRepository(repository: Pick<IImageRepository, 'name'>): void {
    this.repositories.push(repository);
    this.resource.putReplicationConfiguration(this.configuration());
  }

  private configuration() {
    const repositoryFilter = this.repositories.map(({ name }) => ({ filter: name, filterType: 'PREFIX_MATCH' }));
    return { rule: [{ destination: [...this.destination], repositoryFilter }] };
  }
}
