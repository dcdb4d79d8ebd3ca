import type { Construct } from 'constructs';
import type { ArtifactBucket } from '../artifact-bucket';
import type { ImageRepository } from '../image-repository';
import { forgetReplaced } from './forget-replaced';
import { makeAccessLogs, makeBucket, makeKey, makeRepository, type StoresProps } from './store-parts';
import type { AwsSwitches } from './switches';

/** A bucket and a repository, each undefined where the base stack has one that exists already. */
export interface Stores {
  readonly bucket: ArtifactBucket | undefined;
  readonly repository: ImageRepository | undefined;
}

/** Makes bucket and repository as the switches ask, with key and logs, as children of the scope. */
export function makeStores(scope: Construct, stores: StoresProps, switches: AwsSwitches): Stores {
  const { props } = stores;
  const { strict, registryKey } = switches;
  forgetReplaced(scope, stores, switches);
  if (props.bucket && props.repository) return { bucket: undefined, repository: undefined };
  const key = stores.encryptionKey ?? (strict ? makeKey(scope, stores, switches) : undefined);
  return {
    bucket: props.bucket
      ? undefined
      : makeBucket(scope, stores, switches, key, strict ? makeAccessLogs(scope, stores, switches) : undefined),
    repository: props.repository ? undefined : makeRepository(scope, stores, switches, registryKey ? key : undefined),
  };
}
