import {
  ArtifactRegistryRepository,
  type ArtifactRegistryRepositoryCleanupPolicies,
} from '@cdktf/provider-google/lib/artifact-registry-repository';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addChecks, type Check } from '../checks';
import { dayCheck } from '../day-check';
import type { IEncryptionKey } from './encryption-key';
import { repositoryLifecycle } from './replacement-guards';
import { resourceLabels } from './resource-labels';

const SECONDS_A_DAY = 86_400;

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

/** Which images a repository deletes by itself. Runs and schedules find theirs by digest, with a tag or without. */
export interface ImageCleanUp {
  /**
   * Days after which an image is deleted that has lost its tag to a later build.
   * @default none is deleted
   */
  readonly untaggedImageDays?: number;
  /**
   * How many of the latest images of each name are kept in any case. Only with `untaggedImageDays`.
   * @default 10
   */
  readonly keptImages?: number;
  /**
   * Whether Google only writes into the audit logs what it would delete.
   * @default false
   */
  readonly cleanUpDryRun?: boolean;
}

/** What an image repository is made from. */
export interface GarImageRepositoryProps extends ImageCleanUp {
  /** Unique in its project and location. */
  readonly repositoryName: string;
  readonly projectId: string;
  /** A region, or a multi-region: `europe`, `us`, `asia`. Google moves no repository: on a change the plan fails. */
  readonly location: string;
  /**
   * A key in Cloud KMS by which the images are encrypted. A repository has it for life: on a change the plan fails.
   * @default a key of Google's
   */
  readonly encryptionKey?: IEncryptionKey;
  /**
   * Whether a tag stays with its image. ZenML gives each build of a pipeline the same tag, unless the pipeline's
   * `DockerSettings(image_tag=...)` names another one, so a second build is refused.
   * @default false
   */
  readonly immutableTags?: boolean;
  /**
   * Whether images are scanned for vulnerabilities when they are pushed, as the API Container Scanning does in a project where it
   * is enabled, at a price for each image.
   * @default as the project does
   */
  readonly scanned?: boolean;
  /**
   * Whether terraform refuses to destroy it.
   * @default false
   */
  readonly preventDestroy?: boolean;
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
 * A repository in Artifact Registry for the images of pipelines. Unless it is told otherwise, its tags can be moved, as ZenML does
 * with every build, and nothing in it expires, since earlier builds are found by digest. Google deletes it with the images in it.
 */
export class GarImageRepository extends Construct implements IGarImageRepository {
  readonly repositoryId: string;
  readonly location: string;
  readonly project: string;

  constructor(scope: Construct, id: string, props: GarImageRepositoryProps) {
    super(scope, id);
    const {
      repositoryName,
      projectId,
      location,
      encryptionKey,
      preventDestroy = false,
      labels,
      dependsOn = [],
    } = props;
    const { immutableTags = false, scanned, untaggedImageDays, cleanUpDryRun = false } = props;
    addChecks(this, repositoryChecks(props));
    const resource = new ArtifactRegistryRepository(this, 'Resource', {
      repositoryId: repositoryName,
      project: projectId,
      location,
      format: 'DOCKER',
      description: 'Images of ZenML pipelines',
      kmsKeyName: encryptionKey?.id,
      ...(immutableTags && { dockerConfig: { immutableTags } }),
      ...(scanned !== undefined && {
        vulnerabilityScanningConfig: { enablementConfig: scanned ? 'INHERITED' : 'DISABLED' },
      }),
      ...(untaggedImageDays !== undefined && {
        cleanupPolicies: cleanUpPolicies({ ...props, untaggedImageDays }),
        cleanupPolicyDryRun: cleanUpDryRun,
      }),
      labels: labels && resourceLabels(labels),
      dependsOn: [...dependsOn, ...(encryptionKey?.dependencies ?? [])],
      lifecycle: repositoryLifecycle({ location, encryptionKeyName: encryptionKey?.id, preventDestroy }),
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

function cleanUpPolicies({
  untaggedImageDays,
  keptImages = 10,
}: Required<Pick<ImageCleanUp, 'untaggedImageDays'>> & ImageCleanUp): ArtifactRegistryRepositoryCleanupPolicies[] {
  return [
    {
      id: 'delete-untagged',
      action: 'DELETE',
      condition: { tagState: 'UNTAGGED', olderThan: `${untaggedImageDays * SECONDS_A_DAY}s` },
    },
    { id: 'keep-latest', action: 'KEEP', mostRecentVersions: { keepCount: keptImages } },
  ];
}

function repositoryChecks({ untaggedImageDays, keptImages, cleanUpDryRun }: ImageCleanUp): readonly Check[] {
  const others = Object.entries({ keptImages, cleanUpDryRun }).filter(([, value]) => value !== undefined);
  return [
    dayCheck('untaggedImageDays', untaggedImageDays),
    {
      holds: keptImages === undefined || (Number.isInteger(keptImages) && keptImages >= 1),
      message: `keptImages is ${String(keptImages)}; expected a whole number of images, 1 or more: correct it, or leave it out`,
    },
    {
      holds: untaggedImageDays !== undefined || others.length === 0,
      message: `${others.map(([name]) => name).join(' and ')} without untaggedImageDays, so that no image is ever deleted: say after how many days, or leave it out`,
    },
  ];
}
