import { Testing } from 'cdktf';
import { environments } from '../../stacks/environments';
import { LocalStack } from '../../stacks/local-stack';
import { PlatformStack } from '../../stacks/platform-stack';
import { synthesize, type Synthesized } from '../constructs/synthesized';

/** Addresses and names: a change of either makes terraform delete what users have, and make another. */
function namesIn({ configuration }: Synthesized): Record<string, unknown> {
  const entries = Object.entries(configuration.resource ?? {}).flatMap(([type, resources]) =>
    Object.entries(resources).map(([id, { bucket, name }]) => [`${type}.${id}`, name ?? bucket ?? null] as const),
  );
  return Object.fromEntries(entries);
}

const prefix = (environment: string) =>
  `zenml-${environment}-\${substr(sha256(join("/", [data.aws_caller_identity.base_account_EC852A50.account_id, "us-east-1", "${environment}", ""])), 0, 8)}`;

const bucket = '${aws_s3_bucket.base_bucket_896CC8D5.bucket}';

/** What every base stack has, without its orchestrator. */
const base = (environment: string): Record<string, unknown> => ({
  'aws_ecr_repository.base_repository_401BAFF4': prefix(environment),
  'aws_iam_role.base_identity_role_39AC9473': prefix(environment),
  'aws_iam_role_policy.base_identity_role_policy_04F8DC9B': 'access',
  'aws_s3_bucket.base_bucket_896CC8D5': prefix(environment),
  'aws_s3_bucket_policy.base_bucket_tls-only_511B511B': bucket,
  'aws_s3_bucket_public_access_block.base_bucket_public-access-block_0228DF1F': bucket,
  'aws_s3_bucket_server_side_encryption_configuration.base_bucket_encryption_0574DB7E': bucket,
  'zenml_service_connector.base_ecr-connector_4D0D821B': `${environment}-base-ecr-connector`,
  'zenml_service_connector.base_s3-connector_98A7B89F': `${environment}-base-s3-connector`,
  'zenml_stack.base_stack_12F76907': `${environment}-base-stack`,
  'zenml_stack_component.base_artifact-store_F6FB34F5': `${environment}-base-artifact-store`,
  'zenml_stack_component.base_container-registry_B78D7433': `${environment}-base-container-registry`,
});

describe('construct ids and names', () => {
  it('of dev stay as they are', () => {
    const environment = environments.dev;
    expect(namesIn(synthesize(new PlatformStack(Testing.app(), 'dev', { environment })))).toEqual({
      ...base('dev'),
      'aws_iam_access_key.base_identity_user_key_67975714': null,
      'aws_iam_user.base_identity_user_BBCC5939': `${prefix('dev')}-connector`,
      'aws_iam_user_policy.base_identity_user_policy_A3A6064D': 'access',
      'terraform_data.base_identity_user_key-version_FD74FE9F': null,
      'zenml_stack_component.base_local-orchestrator_B544CA00': 'dev-base-local-orchestrator',
    });
  });

  it.each([environments.staging, environments.prod])('of $name stay as they are', (environment) => {
    const { name } = environment;
    expect(namesIn(synthesize(new PlatformStack(Testing.app(), name, { environment })))).toEqual({
      ...base(name),
      'aws_codebuild_project.base_build-project_0F031394': `${prefix(name)}-image-builder`,
      'aws_iam_role.base_build-project_role_455AE1B0': `${prefix(name)}-image-builder`,
      'aws_iam_role.base_scheduler-role_0D442BD7': `${prefix(name)}-scheduler`,
      'aws_iam_role_policy.base_build-project_role_policy_0DC3B5E0': 'access',
      'aws_iam_role_policy.base_scheduler-role_policy_60D2B1CA': 'access',
      'aws_iam_role.base_execution-role_47822565': `${prefix(name)}-sagemaker`,
      'aws_iam_role_policy.base_execution-role_policy_4964669F': 'access',
      'zenml_service_connector.base_sagemaker-connector_B4024CC1': `${name}-base-sagemaker-connector`,
      'zenml_stack_component.base_image-builder_CE5C8EBC': `${name}-base-image-builder`,
      'zenml_stack_component.base_sagemaker-orchestrator_432197F9': `${name}-base-sagemaker-orchestrator`,
    });
  });

  it('of the local stack stay as they are', () => {
    expect(namesIn(synthesize(new LocalStack(Testing.app(), 'local')))).toEqual({
      'zenml_stack.stack_0A22EDDE': 'local-stack',
      'zenml_stack_component.artifact-store_D87AAC4E': 'local-artifact-store',
      'zenml_stack_component.orchestrator_DDCE86FA': 'local-orchestrator',
    });
  });
});
