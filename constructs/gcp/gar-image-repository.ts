import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { resourceLabels } from './resource-labels';

/**
 * What a stack needs of a repository in Artifact Registry. `ArtifactRegistryRepository` and
 * `DataGoogleArtifactRegistryRepository` of the Google bindings have it. Its format is `DOCKER`.
 */
export interface IGarImageRepository {
  /** Its name, the last part of its address. */
  readonly repositoryId: string;
  /** `europe-west1`, or a multi-region: `europe`. */
  readonly location: string;
  /** Id of the project that it is in. */
  readonly project: string;
}

/** What an image repository is made from. */
export interface GarImageRepositoryProps {
  /** Unique in its project and location. */
  readonly repositoryName: string;
  readonly projectId: string;
  readonly location: string;
  /**
   * On the resource itself.
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What must exist before it.
   * @default nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * A repository in Artifact Registry for the images of pipelines. Its tags can be moved, as ZenML does with every build, and
 * nothing in it expires, since earlier builds are found by digest. Google deletes it with the images in it.
 */
export class GarImageRepository extends Construct implements IGarImageRepository {
  readonly repositoryId: string;
  readonly location: string;
  readonly project: string;

  constructor(scope: Construct, id: string, props: GarImageRepositoryProps) {
    super(scope, id);
    const { repositoryName, projectId, location, labels, dependsOn } = props;
    const resource = new ArtifactRegistryRepository(this, 'Resource', {
      repositoryId: repositoryName,
      project: projectId,
      location,
      format: 'DOCKER',
      description: 'Images of ZenML pipelines',
      labels: labels && resourceLabels(labels),
      dependsOn: dependsOn && [...dependsOn],
    });
    this.repositoryId = resource.repositoryId;
    this.location = location;
    this.project = projectId;
  }
}

/** Its address, as docker and ZenML take it: `europe-west1-docker.pkg.dev/acme-ml/zenml-dev-1a2b3c4d`. */
export function repositoryUri({ location, project, repositoryId }: IGarImageRepository): string {
  return `${location}-docker.pkg.dev/${project}/${repositoryId}`;
}
