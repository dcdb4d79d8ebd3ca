import type { Construct } from 'constructs';
import { forgetResources } from '../../forget-resources';
import { makeAccessLogs, makeBucket, makeKey, makeRepository, type StoresProps } from './store-parts';
import type { AwsSwitches } from './switches';

/**
 * Has terraform let go of what an earlier deploy made, where what is given takes its place. Otherwise it would be destroyed
 * with what users have put into it, and a key with all that it has encrypted.
 */
export function forgetReplaced(scope: Construct, stores: StoresProps, switches: AwsSwitches): void {
  const { bucket, repository } = stores.props;
  const most = { ...switches, ...EVERYTHING };
  // The key that is given may be the very one that was made.
  if (stores.encryptionKey || (bucket && repository)) {
    forgetResources(scope, 'encryption-key', () => makeKey(scope, stores, switches));
  }
  if (switches.forceDestroy) return;
  const all = { ...stores, tlsOnly: true, props: { ...stores.props, untaggedImageDays: 1 } };
  if (bucket || (stores.encryptionKey && !switches.strict)) {
    forgetResources(scope, 'access-logs', () => makeAccessLogs(scope, all, switches));
  }
  if (bucket) {
    const logs = { bucket: 'logs', dependencies: [] };
    forgetResources(scope, 'bucket', () => makeBucket(scope, all, most, undefined, logs));
  }
  if (repository) forgetResources(scope, 'repository', () => makeRepository(scope, all, most, undefined));
}

/** All that a bucket or repository may have been made with, whatever the switches were. */
export const EVERYTHING = {
  strict: true,
  versioned: true,
  noncurrentVersionDays: 1,
  immutableTags: true,
  registryKey: true,
} satisfies Partial<AwsSwitches>;
