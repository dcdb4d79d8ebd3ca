import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** An API that a base stack uses: `storage.googleapis.com` without the domain. */
export type GoogleApi =
  | 'aiplatform'
  | 'artifactregistry'
  | 'cloudbuild'
  | 'cloudkms'
  | 'cloudresourcemanager'
  | 'compute'
  | 'containerscanning'
  | 'iam'
  | 'iamcredentials'
  | 'logging'
  | 'run'
  | 'secretmanager'
  | 'serviceusage'
  | 'storage'
  | 'sts';

/** What enabled APIs are made from. */
export interface EnabledApisProps {
  readonly projectId: string;
  /**
   * Whether they are enabled here. Where they are not, whoever owns the project has enabled them.
   * @default true
   */
  readonly enable?: boolean;
}

/** The APIs of a project, each enabled when first asked for. Destroying disables none: others in the project use them too. */
export class EnabledApis extends Construct {
  private readonly services = new Map<GoogleApi, ProjectService>();
  private readonly props: EnabledApisProps;

  constructor(scope: Construct, id: string, props: EnabledApisProps) {
    super(scope, id);
    this.props = props;
  }

  /** Enables APIs. @returns what must exist before they are used */
  use(...apis: readonly GoogleApi[]): ITerraformDependable[] {
    return this.props.enable === false ? [] : apis.map((api) => this.enabled(api));
  }

  private enabled(api: GoogleApi): ProjectService {
    const service =
      this.services.get(api) ??
      new ProjectService(this, api, {
        project: this.props.projectId,
        service: `${api}.googleapis.com`,
        disableOnDestroy: false,
      });
    this.services.set(api, service);
    return service;
  }
}
