import type { ResourceGroup } from './diagram-model';

/** Cloud resources that people know by their names. All others are grants to them and settings of them. */
const TITLES: Readonly<Record<string, readonly [title: string, group: ResourceGroup]>> = {
  aws_s3_bucket: ['S3 bucket', 'Storage'],
  google_storage_bucket: ['Storage bucket', 'Storage'],
  google_storage_managed_folder: ['Managed folder', 'Storage'],
  aws_dynamodb_table: ['DynamoDB table', 'Storage'],
  aws_ecr_repository: ['ECR repository', 'Images'],
  google_artifact_registry_repository: ['Artifact Registry', 'Images'],
  aws_codebuild_project: ['CodeBuild project', 'Compute'],
  aws_batch_compute_environment: ['Batch environment', 'Compute'],
  aws_batch_job_queue: ['Batch queue', 'Compute'],
  aws_eks_cluster: ['EKS cluster', 'Compute'],
  aws_instance: ['EC2 instance', 'Compute'],
  aws_lb: ['Load balancer', 'Compute'],
  google_container_cluster: ['GKE cluster', 'Compute'],
  google_cloud_run_v2_service: ['Cloud Run service', 'Compute'],
  aws_iam_role: ['IAM role', 'Identities'],
  aws_iam_user: ['IAM user', 'Identities'],
  google_service_account: ['Service account', 'Identities'],
  google_iam_workload_identity_pool: ['Identity pool', 'Identities'],
  google_project_iam_custom_role: ['Custom role', 'Identities'],
  aws_kms_key: ['KMS key', 'Keys'],
  aws_kms_replica_key: ['KMS replica key', 'Keys'],
  google_kms_key_ring: ['Key ring', 'Keys'],
  google_kms_crypto_key: ['KMS key', 'Keys'],
  aws_iam_access_key: ['Access key', 'Keys'],
  google_service_account_key: ['Service account key', 'Keys'],
  aws_secretsmanager_secret: ['Secret', 'Keys'],
};

/** Types whose instances are long-lived keys that terraform makes. */
export const KEY_TYPES: readonly string[] = ['aws_iam_access_key', 'google_service_account_key'];

/** The groups in the order in which they are shown. */
export const RESOURCE_GROUPS: readonly ResourceGroup[] = [
  'Storage',
  'Images',
  'Compute',
  'Identities',
  'Keys',
  'Other',
];

/** What people call a resource of a type; undefined for a setting or a grant, and for what is no cloud resource. */
export function titleOf(type: string): { readonly title: string; readonly group: ResourceGroup } | undefined {
  const [title, group] = TITLES[type] ?? [];
  return title === undefined || group === undefined ? undefined : { title, group };
}
