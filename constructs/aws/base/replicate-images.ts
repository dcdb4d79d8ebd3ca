import type { Construct } from 'constructs';
import type { IImageRepository } from '../image-repository';
import { RegistryReplication } from '../registry-replication';
import type { AwsBaseStackProps } from './aws-base-stack-props';

/** Has the registry copy the images of a repository to the second region. */
export type ReplicateImages = (repository: Pick<IImageRepository, 'name'>) => void;

/**
 * For a base stack and its projects, which share the one configuration that a registry has: `registry-replication` in the scope, made
 * with the first repository. Undefined where the account has it elsewhere.
 */
export function replicateImagesOf(
  scope: Construct,
  { registryReplication = true, replicaRegion, provider }: AwsBaseStackProps,
  accountId: string,
): ReplicateImages | undefined {
  if (!registryReplication || replicaRegion === undefined) return undefined;
  let replication: RegistryReplication | undefined;
  return (repository) => {
    if (replication) replication.addRepository(repository);
    else {
      replication = new RegistryReplication(scope, 'registry-replication', {
        repositories: [repository],
        regions: [replicaRegion],
        accountId,
        provider,
      });
    }
  };
}
