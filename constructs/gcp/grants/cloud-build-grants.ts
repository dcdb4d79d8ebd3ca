import type { IGcsArtifactBucket } from '../gcs-artifact-bucket';
import type { IGarImageRepository } from '../gar-image-repository';
import type { IServiceAccount } from '../service-account';
import { bucketReadGrants } from './bucket-grants';
import type { Grant } from './grant';
import { imagePushGrants } from './image-grants';
import { actAsGrants, logWriteGrants, type ProjectTarget } from './project-grants';

/** Starting builds, and waiting for them. Where it may be granted, `builder` is whom they run as. */
export function cloudBuildClientGrants(
  target: ProjectTarget,
  builder?: Pick<IServiceAccount, 'name'>,
): readonly Grant[] {
  const actAs = builder ? actAsGrants('build-service-account', builder) : [];
  return [
    {
      use: 'image-builds',
      role: 'roles/cloudbuild.builds.editor',
      on: 'project',
      ...target,
      why: 'Builds belong to the project and are named by Google.',
    },
    ...actAs.map((each) => ({
      ...each,
      why: 'ZenML names no service account for a build, so Google has it run as the default one of the project, and wants its caller to be allowed to act as that.',
    })),
  ];
}

/** What a build works with. */
export interface BuildScope {
  readonly bucket: IGcsArtifactBucket;
  readonly repository: IGarImageRepository;
  readonly target: ProjectTarget;
}

/** What a build does: read its context, push the image, write its log. */
export function cloudBuildGrants({ bucket, repository, target }: BuildScope): readonly Grant[] {
  return [...bucketReadGrants(bucket), ...imagePushGrants(repository), ...logWriteGrants(target)];
}
