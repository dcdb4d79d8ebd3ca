import type { IGarImageRepository } from '../gar-image-repository';
import type { Grant } from './grant';

/** Pulling images from one repository. */
export function imagePullGrants(repository: IGarImageRepository): readonly Grant[] {
  return [{ use: 'image-pull', role: 'roles/artifactregistry.reader', on: 'repository', repository }];
}

/** Pushing images to one repository and pulling them. */
export function imagePushGrants(repository: IGarImageRepository): readonly Grant[] {
  return [{ use: 'image-push', role: 'roles/artifactregistry.writer', on: 'repository', repository }];
}
