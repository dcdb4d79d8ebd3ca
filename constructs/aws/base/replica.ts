import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { forgetResources } from '../../forget-resources';
import { assignProvider } from '../../use-provider';
import { BucketReplication } from '../bucket-replication';
import { expectRegion } from '../expect-region';
import { RegistryReplication } from '../registry-replication';
import { EVERYTHING } from './forget-replaced';
import type { StoresProps } from './store-parts';
import { makeStores, type Stores } from './stores';
import type { AwsSwitches } from './switches';

/**
 * Makes copies of bucket and repository in the second region, and has AWS keep them up to date. Where high availability is
 * off, copies of an earlier deploy stay in AWS, unless the environment may throw them away.
 */
export function addReplica(scope: Construct, stores: StoresProps, switches: AwsSwitches, source: Stores): void {
  const { replicaProvider: provider, replicaRegion: region, replicaEncryptionKey: encryptionKey } = stores.props;
  if (!provider || region === undefined) return;
  const there = { ...stores, scope: { ...stores.scope, region }, encryptionKey };
  if (switches.highAvailability) replicate(scope, source, makeReplica(scope, there, switches, provider), there);
  else if (!switches.forceDestroy) {
    forgetResources(scope, 'replica', () => makeReplica(scope, ...withEverything(there, switches), provider));
  }
}

function makeReplica(
  scope: Construct,
  stores: StoresProps,
  switches: AwsSwitches,
  provider: TerraformProvider,
): Stores {
  const replica = new Construct(scope, 'replica');
  expectRegion(replica, stores.scope.region);
  const made = makeStores(replica, stores, switches);
  assignProvider(replica, 'aws', provider);
  return made;
}

function replicate(
  scope: Construct,
  source: Stores,
  replica: Stores,
  { props, scope: place, ...stores }: StoresProps,
): void {
  if (source.bucket && replica.bucket) {
    new BucketReplication(scope, 'bucket-replication', {
      source: source.bucket,
      replica: replica.bucket,
      roleName: `${stores.repositoryName}-replication`,
      tags: stores.tags,
    });
  }
  if (source.repository && props.registryReplication !== false) {
    new RegistryReplication(scope, 'registry-replication', {
      repositories: [source.repository],
      regions: [place.region],
      accountId: place.accountId,
      provider: props.provider,
    });
  }
}

/** All that a replica may have been made with, whatever the switches were. */
function withEverything(stores: StoresProps, switches: AwsSwitches): [StoresProps, AwsSwitches] {
  const props = { ...stores.props, bucket: undefined, repository: undefined, untaggedImageDays: 1 };
  return [
    { ...stores, encryptionKey: undefined, tlsOnly: true, props },
    { ...switches, ...EVERYTHING },
  ];
}
