import type { Construct } from 'constructs';
import type { IArtifactBucket } from '../artifact-bucket';
import type { IImageRepository } from '../image-repository';
import { addReplica, type ReplicaProps } from './replica';
import type { StoresProps } from './store-parts';
import { makeStores } from './stores';
import { switchesOf } from './switches';

/** What bucket and registry of a base stack, or of a project on it, are made from. */
export interface StorageProps extends StoresProps {
  readonly replica: ReplicaProps;
}

/** Where artifacts and images are. */
export interface Storage {
  readonly bucket: IArtifactBucket;
  readonly repository: IImageRepository;
}

/** Makes bucket and repository as the switches of the environment ask, as children of the scope, or takes those that exist. */
export function makeStorage(scope: Construct, { replica, ...stores }: StorageProps): Storage {
  const { props } = stores;
  const switches = switchesOf(props);
  const made = makeStores(scope, stores, switches);
  addReplica(scope, stores, replica, switches, made);
  return { bucket: given(props.bucket ?? made.bucket), repository: given(props.repository ?? made.repository) };
}

/** Exists already or was made. */
function given<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('neither was it given nor made');
  return part;
}
