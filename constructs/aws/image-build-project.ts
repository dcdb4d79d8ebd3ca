import { CodebuildProject } from '@cdktf/provider-aws/lib/codebuild-project';
import { Construct } from 'constructs';
import type { IArtifactBucket } from './artifact-bucket';
import { Role } from './auth/role';
import type { CloudScope } from './grants/cloud-scope';
import { BUILD_CONTEXTS, codebuildServiceGrants } from './grants/codebuild-grants';
import type { IImageRepository } from './image-repository';

/** What a stack needs of a CodeBuild project. `CodebuildProject` of the AWS bindings has it. */
export interface IImageBuildProject {
  readonly name: string;
  readonly arn: string;
}

/** What an image build project is made from. */
export interface ImageBuildProjectProps {
  /** Unique in its account and region. The role of the project has the same name. */
  readonly projectName: string;
  /** Where it is. */
  readonly scope: CloudScope;
  /** The bucket of the artifact store, where ZenML puts what is to be built. */
  readonly bucket: IArtifactBucket;
  /** Where the images go. */
  readonly repository: IImageRepository;
  /**
   * On the project and its role.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** ZenML names image, machine and source with each build; the project must have some. */
const IMAGE = 'bentolor/docker-dind-awscli';
const BUILD_MINUTES = 60;

/** A CodeBuild project in which ZenML's image builder builds images, with a role that reaches one bucket and one repository. */
export class ImageBuildProject extends Construct implements IImageBuildProject {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ImageBuildProjectProps) {
    super(scope, id);
    const { projectName, bucket, repository, tags = {} } = props;
    const role = new Role(this, 'role', {
      roleName: projectName,
      description: 'What CodeBuild may do when it builds images for ZenML pipelines',
      trusted: { kind: 'Service', identifiers: ['codebuild.amazonaws.com'] },
      statements: () => codebuildServiceGrants({ ...props.scope, bucket, repository, projectName }),
      tags,
    });
    const resource = new CodebuildProject(this, 'Resource', {
      name: projectName,
      description: 'Builds images for ZenML pipelines',
      serviceRole: role.roleArn,
      buildTimeout: BUILD_MINUTES,
      source: { type: 'S3', location: `${[bucket.bucket, bucket.prefix, BUILD_CONTEXTS].filter(Boolean).join('/')}/` },
      artifacts: { type: 'NO_ARTIFACTS' },
      environment: { type: 'LINUX_CONTAINER', computeType: 'BUILD_GENERAL1_SMALL', image: IMAGE },
      tags: { ...tags },
      dependsOn: [...role.dependencies],
    });
    this.name = resource.name;
    this.arn = resource.arn;
  }
}
