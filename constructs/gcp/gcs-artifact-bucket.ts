import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { resourceLabels } from './resource-labels';

/** What a stack needs of a bucket. `StorageBucket` and `DataGoogleStorageBucket` of the Google bindings have it. */
export interface IGcsArtifactBucket {
  /** Its name. */
  readonly name: string;
}

/** What an artifact bucket is made from. */
export interface GcsArtifactBucketProps {
  /** Globally unique: 3 to 63 lower-case letters, digits, hyphens and underscores. ZenML takes no dots. */
  readonly bucketName: string;
  readonly projectId: string;
  /** A region, `europe-west1`, or a multi-region, `EU`. A change makes a new bucket. */
  readonly location: string;
  /**
   * Whether destroying the bucket deletes the artifacts in it.
   * @default false
   */
  readonly forceDestroy?: boolean;
  /**
   * Whether overwritten and deleted artifacts are kept as old versions.
   * @default false
   */
  readonly versioned?: boolean;
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

/** A private bucket for the artifacts of pipelines: access by IAM alone, and never to the public. Google encrypts it. */
export class GcsArtifactBucket extends Construct implements IGcsArtifactBucket {
  readonly name: string;

  constructor(scope: Construct, id: string, props: GcsArtifactBucketProps) {
    super(scope, id);
    const { bucketName, projectId, location, forceDestroy = false, versioned = false, labels, dependsOn } = props;
    const resource = new StorageBucket(this, 'Resource', {
      name: bucketName,
      project: projectId,
      location,
      uniformBucketLevelAccess: true,
      publicAccessPrevention: 'enforced',
      forceDestroy,
      ...(versioned && { versioning: { enabled: true } }),
      labels: labels && resourceLabels(labels),
      dependsOn: dependsOn && [...dependsOn],
    });
    this.name = resource.name;
  }
}
