import { Construct } from 'constructs';
import type { IArtifactBucket } from './artifact-bucket';
import { Role } from './auth/role';
import { bucketGrants } from './grants/bucket-grants';
import type { CloudScope } from './grants/cloud-scope';
import { imagePullGrants } from './grants/image-grants';
import { sagemakerExecutionGrants } from './grants/sagemaker-grants';
import type { IImageRepository } from './image-repository';

/** What an execution role is made from. */
export interface SagemakerExecutionRoleProps {
  /** Unique in the account, 64 characters at most. */
  readonly roleName: string;
  /** Where the jobs run. */
  readonly scope: CloudScope;
  readonly bucket: IArtifactBucket;
  readonly repository: IImageRepository;
  readonly tags: Readonly<Record<string, string>>;
}

/** The role that the steps of pipelines run as on SageMaker: artifacts of one bucket, images of one repository. */
export class SagemakerExecutionRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: SagemakerExecutionRoleProps) {
    super(scope, id);
    const role = new Role(this, 'role', {
      roleName: props.roleName,
      description: 'What the steps of ZenML pipelines may do on SageMaker',
      trusted: { kind: 'Service', identifiers: ['sagemaker.amazonaws.com'] },
      statements: (executionRoleArn) => [
        ...bucketGrants(props.bucket),
        ...imagePullGrants(props.repository),
        ...sagemakerExecutionGrants({ ...props.scope, executionRoleArn }),
      ],
      tags: props.tags,
    });
    this.roleArn = role.roleArn;
  }
}
