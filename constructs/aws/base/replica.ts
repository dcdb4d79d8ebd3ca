import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { forgetResources } from '../../forget-resources';
import { assignProvider } from '../../use-provider';
import { BucketReplication } from '../bucket-replication';
import { expectRegion } from '../expect-region';
import { EVERYTHING } from './forget-replaced';
import type { ReplicateImages } from './replicate-images';
import type { StoresProps } from './store-parts';
import { makeStores, type Stores } from './stores';
import type { AwsSwitches } from './switches';

/** What the replicas are made from, beside what bucket and repository are. */
export interface ReplicaProps {
  /** Name of the replica of the bucket. That of the repository has the name of the repository. */
  readonly bucketName: string;
  /** Name of the role as which S3 copies, unique in the account. */
  readonly roleName: string;
  /** Undefined where it is told elsewhere what the registry copies. */
  readonly replicateImages: ReplicateImages | undefined;
}

/**
 * Makes copies of bucket and repository in the second region, and has AWS keep them up to date. Where high availability is
 * off, copies of an earlier deploy stay in AWS, unless the environment may throw them away.
 */
export function addReplica(
  scope: Construct,
  stores: StoresProps,
  replica: ReplicaProps,
  switches: AwsSwitches,
  source: Stores,
): void {
  const { replicaProvider: provider, replicaRegion: region, replicaEncryptionKey: encryptionKey } = stores.props;
  if (!provider || region === undefined) return;
  const there = { ...stores, bucketName: replica.bucketName, scope: { ...stores.scope, region }, encryptionKey };
  if (switches.highAvailability) {
    const made = makeReplica(scope, there, switches, provider);
    if (source.bucket && made.bucket) {
      new BucketReplication(scope, 'bucket-replication', {
        source: source.bucket,
        replica: made.bucket,
        roleName: replica.roleName,
        tags: stores.tags,
      });
    }
    if (source.repository) replica.replicateImages?.(source.repository);
  } else if (!switches.forceDestroy) {
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

/** All that a replica may have been made with, whatever the switches were. */
function withEverything(stores: StoresProps, switches: AwsSwitches): [StoresProps, AwsSwitches] {
  const props = { ...stores.props, bucket: undefined, repository: undefined, untaggedImageDays: 1 };
  return [
    { ...stores, encryptionKey: undefined, tlsOnly: true, props },
    { ...switches, ...EVERYTHING },
  ];
}
