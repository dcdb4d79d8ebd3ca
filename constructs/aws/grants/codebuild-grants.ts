import { objectsArn, type IArtifactBucket } from '../artifact-bucket';
import type { IImageRepository } from '../image-repository';
import type { PolicyStatement } from '../policy';
import { artifactKeyGrants } from './bucket-grants';
import { regionalArn, type CloudScope } from './cloud-scope';
import { imagePushGrants } from './image-grants';

/** Where ZenML's image builder puts the build contexts, in the artifact store. */
export const BUILD_CONTEXTS = 'code-build-contexts';

/** Building images in one CodeBuild project. */
export function codebuildClientGrants(projectArn: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'ImageBuilds',
      actions: ['codebuild:BatchGetBuilds', 'codebuild:StartBuild'],
      resources: [projectArn],
    },
  ];
}

/** What CodeBuild works with: contexts from one bucket, images to one repository, the logs of one project. */
export interface CodebuildScope extends CloudScope {
  readonly bucket: IArtifactBucket;
  readonly repository: IImageRepository;
  readonly projectName: string;
}

/** What CodeBuild does as the role of the project. */
export function codebuildServiceGrants(scope: CodebuildScope): readonly PolicyStatement[] {
  const { bucket, repository, projectName } = scope;
  const logGroup = regionalArn(scope, 'logs', `log-group:/aws/codebuild/${projectName}`);
  return [
    {
      sid: 'BuildContexts',
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [`${objectsArn(bucket)}/${BUILD_CONTEXTS}/*`],
    },
    {
      sid: 'BuildContextBucket',
      actions: ['s3:GetBucketAcl', 's3:GetBucketLocation'],
      resources: [bucket.arn],
    },
    ...artifactKeyGrants(bucket, 'kms:Decrypt'),
    ...imagePushGrants(repository),
    {
      sid: 'BuildLogs',
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup, `${logGroup}:*`],
    },
  ];
}
