import { DataGoogleComputeDefaultServiceAccount } from '@cdktf/provider-google/lib/data-google-compute-default-service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { GcpProject } from '../gcp-project';
import { cloudBuildClientGrants, cloudBuildGrants } from '../grants/cloud-build-grants';
import { grant, type Grant } from '../grants/grant';
import type { IServiceAccount } from '../service-account';
import { targetOf, type ServiceAccess, type ServiceAccessProps } from './service-access';

/** What Cloud Build is opened up from. */
export interface CloudBuildAccessProps extends ServiceAccessProps {
  /**
   * Whom the builds of the project run as. ZenML names no service account, so Google takes its default: that of Compute
   * Engine, or Cloud Build's own (`legacy`) in projects that had builds before May 2024 or whose organization chose it.
   * @default 'compute'
   */
  readonly buildServiceAccount?: 'compute' | 'legacy';
}

/** Cloud Build, building images from contexts in the bucket and pushing them to the repository. */
export class CloudBuildAccess extends Construct implements ServiceAccess {
  readonly clientGrants: readonly Grant[];
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: CloudBuildAccessProps) {
    super(scope, id);
    const { project, bucket, repository, buildServiceAccount = 'compute' } = props;
    const target = targetOf(project);
    const api = project.apis.use('cloudbuild');
    const builder = buildServiceAccount === 'compute' ? this.computeServiceAccount(project) : undefined;
    const email = builder?.email ?? `${project.number}@cloudbuild.gserviceaccount.com`;
    const granted = cloudBuildGrants({ bucket, repository, target }).map((each) =>
      grant(this, `serviceAccount:${email}`, { ...each, dependsOn: [...(each.dependsOn ?? []), ...api] }),
    );
    this.clientGrants = cloudBuildClientGrants(target, builder);
    this.dependencies = [...api, ...granted];
  }

  private computeServiceAccount({ projectId, apis }: GcpProject): Pick<IServiceAccount, 'email' | 'name'> {
    return new DataGoogleComputeDefaultServiceAccount(this, 'service-account', {
      project: projectId,
      dependsOn: apis.use('compute', 'iam'),
    });
  }
}
