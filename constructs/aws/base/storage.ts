import type { Construct } from 'constructs';
import type { IArtifactBucket } from '../artifact-bucket';
import type { IImageRepository } from '../image-repository';
import { addReplica } from './replica';
import type { StoresProps } from './store-parts';
import { makeStores } from './stores';
import { switchesOf } from './switches';

/** What bucket and registry of a base stack are made from. */
export type StorageProps = Omit<StoresProps, 'bucketName' | 'repositoryName' | 'encryptionKey'> & {
  readonly resourcePrefix: string;
};

/** Where artifacts and images are. */
export interface Storage {
  readonly bucket: IArtifactBucket;
  readonly repository: IImageRepository;
}

/** Makes bucket and repository as the switches of the environment ask, as children of the scope, or takes those that exist. */
export function makeStorage(scope: Construct, { resourcePrefix, ...storage }: StorageProps): Storage {
  const { props } = storage;
  const switches = switchesOf(props);
  const here = {
    ...storage,
    bucketName: resourcePrefix,
    repositoryName: resourcePrefix,
    encryptionKey: props.encryptionKey,
  };
  const made = makeStores(scope, here, switches);
  addReplica(scope, { ...here, bucketName: `${resourcePrefix}-replica` }, switches, made);
  return { bucket: given(props.bucket ?? made.bucket), repository: given(props.repository ?? made.repository) };
}

/** Exists already or was made. */
function given<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('neither was it given nor made');
  return part;
}
