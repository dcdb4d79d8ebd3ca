import { ServiceAccount as ServiceAccountResource } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { grant, type Grant } from './grants/grant';

/** A service account. `ServiceAccount` and `DataGoogleServiceAccount` of the Google bindings have it. */
export interface IServiceAccount {
  readonly email: string;
  /** `projects/acme-ml/serviceAccounts/EMAIL`. */
  readonly name: string;
  /** As roles are granted to it: `serviceAccount:EMAIL`. */
  readonly member: string;
  /**
   * What must exist before it can do what it is for.
   * @default nothing
   */
  readonly dependencies?: readonly ITerraformDependable[];
}

/** What a service account is made from. */
export interface ServiceAccountProps {
  /** Unique in the project: 6 to 30 lower-case letters, digits and hyphens. */
  readonly accountId: string;
  readonly projectId: string;
  /** What a person reads in the console. */
  readonly displayName: string;
  /**
   * All that it may do.
   * @default nothing
   */
  readonly grants?: readonly Grant[];
  /**
   * What must exist before it.
   * @default nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A service account with the roles that it needs. */
export class ServiceAccount extends Construct implements IServiceAccount {
  readonly email: string;
  readonly name: string;
  readonly member: string;
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ServiceAccountProps) {
    super(scope, id);
    const { accountId, projectId, displayName, grants = [], dependsOn } = props;
    const resource = new ServiceAccountResource(this, 'Resource', {
      accountId,
      project: projectId,
      displayName,
      dependsOn: dependsOn && [...dependsOn],
    });
    this.email = resource.email;
    this.name = resource.name;
    this.member = `serviceAccount:${resource.email}`;
    this.dependencies = grants.map((each) => grant(this, this.member, each));
  }
}
