import type { Construct } from 'constructs';
import type { IArtifactBucket } from './artifact-bucket';
import { Role } from './auth/role';
import { appRunnerInstanceGrants } from './grants/app-runner-grants';
import { bucketGrants } from './grants/bucket-grants';
import type { CloudScope } from './grants/cloud-scope';
import { imagePullGrants } from './grants/image-grants';
import { schedulerGrants } from './grants/sagemaker-grants';
import type { IImageRepository } from './image-repository';

/** What the roles of services are made from. */
export interface ServiceRoleProps {
  /** Begins the names of the roles. */
  readonly resourcePrefix: string;
  readonly scope: CloudScope;
  readonly bucket: IArtifactBucket;
  readonly repository: IImageRepository;
  readonly tags: Readonly<Record<string, string>>;
}

/** The role `scheduler-role` in the scope, as which EventBridge starts scheduled pipelines. */
export function schedulerRole(scope: Construct, props: ServiceRoleProps): Role {
  return new Role(scope, 'scheduler-role', {
    roleName: `${props.resourcePrefix}-scheduler`,
    description: 'What EventBridge may do when it starts scheduled ZenML pipelines',
    trusted: { kind: 'Service', identifiers: ['scheduler.amazonaws.com'] },
    statements: () => schedulerGrants(props.scope),
    tags: props.tags,
  });
}

/** The role `app-runner-access-role` in the scope, as which App Runner pulls images. */
export function appRunnerAccessRole(scope: Construct, props: ServiceRoleProps): Role {
  return new Role(scope, 'app-runner-access-role', {
    roleName: `${props.resourcePrefix}-app-runner-access`,
    description: 'What App Runner may do when it deploys ZenML pipelines',
    trusted: { kind: 'Service', identifiers: ['build.apprunner.amazonaws.com'] },
    statements: () => imagePullGrants(props.repository),
    tags: props.tags,
  });
}

/** The role `app-runner-instance-role` in the scope, as which deployed pipelines run. */
export function appRunnerInstanceRole(scope: Construct, props: ServiceRoleProps): Role {
  return new Role(scope, 'app-runner-instance-role', {
    roleName: `${props.resourcePrefix}-app-runner`,
    description: 'What deployed ZenML pipelines may do',
    trusted: { kind: 'Service', identifiers: ['tasks.apprunner.amazonaws.com'] },
    statements: () => [...bucketGrants(props.bucket), ...appRunnerInstanceGrants(props.scope)],
    tags: props.tags,
  });
}
