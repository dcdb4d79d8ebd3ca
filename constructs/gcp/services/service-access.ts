import type { ITerraformDependable } from 'cdktf';
import type { IGcsArtifactBucket } from '../gcs-artifact-bucket';
import type { GcpProject } from '../gcp-project';
import type { Grant } from '../grants/grant';
import type { ProjectTarget } from '../grants/project-grants';
import type { IGarImageRepository } from '../gar-image-repository';

/** A service of Google Cloud that components run on: `vertex`, `cloud-build`, `cloud-run`, `skypilot`. */
export type GcpService = 'vertex' | 'cloud-build' | 'cloud-run' | 'skypilot';

/** What a service is opened up from. */
export interface ServiceAccessProps {
  readonly project: GcpProject;
  readonly bucket: IGcsArtifactBucket;
  readonly repository: IGarImageRepository;
}

/** A service that is ready for use: its APIs enabled, what it runs as provided with its roles. */
export interface ServiceAccess {
  /** What the identity behind the connectors needs to use it. */
  readonly clientGrants: readonly Grant[];
  /** What must exist before components use it. */
  readonly dependencies: readonly ITerraformDependable[];
}

/** The project as a target of grants. */
export function targetOf({ projectId, apis }: GcpProject): ProjectTarget {
  return { projectId, dependsOn: apis.use('cloudresourcemanager') };
}
