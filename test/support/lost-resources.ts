/** A synthesized Terraform stack, as far as its resources go. */
export interface SynthesizedResources {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/**
 * By type of resource: the attributes whose change makes terraform delete the object and make another, by the documentation of the
 * providers, and names, which people and other systems know an object by. The attributes of a nested block count as one.
 * Of grants only the address is held: what they grant may change, but the same grant under another address may be taken away by
 * the deletion of the old one, after the new one was given.
 */
const PINNED: Readonly<Record<string, readonly string[]>> = {
  aws_codebuild_project: ['name'],
  aws_ecr_repository: ['name', 'encryption_configuration'],
  aws_iam_access_key: ['user'],
  aws_iam_role: ['name', 'path'],
  aws_iam_role_policy: ['name', 'role'],
  aws_iam_user: ['name', 'path'],
  aws_iam_user_policy: ['name', 'user'],
  aws_s3_bucket: ['bucket', 'object_lock_enabled'],
  aws_s3_bucket_policy: ['bucket'],
  aws_s3_bucket_public_access_block: ['bucket'],
  aws_s3_bucket_server_side_encryption_configuration: ['bucket', 'expected_bucket_owner'],
  google_artifact_registry_repository: ['repository_id', 'location', 'project', 'format', 'mode', 'kms_key_name'],
  google_artifact_registry_repository_iam_member: [],
  google_iam_workload_identity_pool: ['workload_identity_pool_id', 'project'],
  google_iam_workload_identity_pool_provider: [
    'workload_identity_pool_provider_id',
    'workload_identity_pool_id',
    'project',
  ],
  google_project_iam_custom_role: ['role_id', 'project'],
  google_project_iam_member: [],
  google_project_service: ['service', 'project'],
  google_service_account: ['account_id', 'project'],
  google_service_account_iam_member: [],
  google_service_account_key: ['service_account_id'],
  google_storage_bucket: ['name', 'location', 'project'],
  google_storage_bucket_iam_member: [],
  terraform_data: ['triggers_replace'],
  zenml_service_connector: ['name', 'type'],
  zenml_stack: ['name'],
  zenml_stack_component: ['name', 'type', 'flavor'],
};

/** What terraform would delete or replace where the first of two versions is deployed and the second is applied. */
export function lostResources(first: SynthesizedResources, now: SynthesizedResources): string[] {
  return Object.entries(first.resource ?? {}).flatMap(([type, objects]) => {
    const pinned = PINNED[type];
    if (pinned === undefined) return [`${type} has no entry in PINNED: say which of its attributes must not change`];
    return Object.entries(objects).flatMap(([id, before]) => {
      const address = `${type}.${id}`;
      const after = now.resource?.[type]?.[movedId(now, address) ?? id];
      if (after === undefined) return [`${address} is gone`];
      return pinned
        .filter((attribute) => !ignoredChanges(after).includes(attribute))
        .filter((attribute) => JSON.stringify(before[attribute]) !== JSON.stringify(after[attribute]))
        .map((attribute) => `${address}: ${attribute} was ${text(before[attribute])}, is ${text(after[attribute])}`);
    });
  });
}

/** What terraform is told to leave as it is, so that a change of it replaces nothing. */
function ignoredChanges({ lifecycle }: Readonly<Record<string, unknown>>): readonly string[] {
  return (lifecycle as { ignore_changes?: readonly string[] } | undefined)?.ignore_changes ?? [];
}

/** The id that a `moved` block gives to what had an address. */
function movedId({ moved = [] }: SynthesizedResources, address: string): string | undefined {
  return moved
    .find(({ from }) => from === address)
    ?.to.split('.')
    .at(-1);
}

function text(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}
