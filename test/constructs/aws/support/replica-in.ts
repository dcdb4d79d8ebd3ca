import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import type { AwsBaseStackProps } from '../../../../constructs/aws';

export const REPLICA_REGION = 'eu-central-1';

/** A place for replicas, with its provider in the scope. */
export function replicaIn(scope: Construct): Pick<AwsBaseStackProps, 'replicaProvider' | 'replicaRegion'> {
  const replicaProvider = new AwsProvider(scope, 'aws-replica', { region: REPLICA_REGION, alias: 'replica' });
  return { replicaProvider, replicaRegion: REPLICA_REGION };
}
