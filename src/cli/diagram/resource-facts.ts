import { isObject, objectOf, type JsonObject, type SynthesizedResource, type SynthesizedStack } from '../synthesized';

interface Fact {
  /** Type of the resource that says so: the resource itself, or a setting that refers to it. */
  readonly type: string | RegExp;
  readonly fact: string;
  /** @default always */
  readonly when?: (values: JsonObject) => boolean;
}

const FACTS: readonly Fact[] = [
  {
    type: 'aws_s3_bucket_versioning',
    fact: 'old versions kept',
    when: (v) => at(v, 'versioning_configuration', 'status') === 'Enabled',
  },
  { type: 'google_storage_bucket', fact: 'old versions kept', when: (v) => at(v, 'versioning', 'enabled') === true },
  {
    type: 'google_storage_bucket',
    fact: 'soft delete',
    when: (v) => Number(at(v, 'soft_delete_policy', 'retention_duration_seconds') ?? 0) > 0,
  },
  { type: 'aws_s3_bucket_replication_configuration', fact: 'copied to another bucket' },
  { type: 'aws_ecr_replication_configuration', fact: 'copied to another region' },
  { type: 'google_storage_bucket', fact: 'two regions', when: (v) => isObject(first(v.custom_placement_config)) },
  {
    type: /^google_(storage_bucket|artifact_registry_repository)$/,
    fact: 'several regions',
    when: (v) => isMultiRegion(v.location) && v.custom_placement_config === undefined,
  },
  {
    type: 'aws_s3_bucket_server_side_encryption_configuration',
    fact: 'key of its own',
    when: (v) => JSON.stringify(v.rule).includes('aws:kms'),
  },
  {
    type: 'google_storage_bucket',
    fact: 'key of its own',
    when: (v) => at(v, 'encryption', 'default_kms_key_name') !== undefined,
  },
  { type: 'google_artifact_registry_repository', fact: 'key of its own', when: (v) => v.kms_key_name !== undefined },
  {
    type: 'aws_ecr_repository',
    fact: 'key of its own',
    when: (v) => at(v, 'encryption_configuration', 'encryption_type') === 'KMS',
  },
  { type: 'aws_s3_bucket_logging', fact: 'access logged' },
  { type: 'google_storage_bucket', fact: 'access logged', when: (v) => at(v, 'logging', 'log_bucket') !== undefined },
  { type: /^aws_s3_bucket_object_lock_configuration$/, fact: 'retention' },
  { type: 'google_storage_bucket', fact: 'retention', when: (v) => first(v.retention_policy) !== undefined },
  { type: 'aws_s3_bucket_lifecycle_configuration', fact: 'life-cycle rules' },
  { type: 'google_storage_bucket', fact: 'life-cycle rules', when: (v) => first(v.lifecycle_rule) !== undefined },
  { type: 'aws_ecr_lifecycle_policy', fact: 'clean-up policy' },
  {
    type: 'google_artifact_registry_repository',
    fact: 'clean-up policy',
    when: (v) => first(v.cleanup_policies) !== undefined,
  },
  { type: 'aws_ecr_repository', fact: 'immutable tags', when: (v) => v.image_tag_mutability === 'IMMUTABLE' },
  {
    type: 'google_artifact_registry_repository',
    fact: 'immutable tags',
    when: (v) => at(v, 'docker_config', 'immutable_tags') === true,
  },
  {
    type: 'aws_ecr_repository',
    fact: 'scanned on push',
    when: (v) => at(v, 'image_scanning_configuration', 'scan_on_push') === true,
  },
  {
    type: /^(aws|google)_/,
    fact: 'protected from destroy',
    when: (v) => at(v, 'lifecycle', 'prevent_destroy') === true,
  },
  {
    type: /^(aws|google)_/,
    fact: 'destroyed with its content',
    when: (v) => v.force_destroy === true || v.force_delete === true,
  },
];

/** What the attributes and the settings of a cloud resource make of it. */
export function factsOf(resource: SynthesizedResource, { resources, providers }: SynthesizedStack): readonly string[] {
  const said = [resource, ...resources.filter((setting) => isSettingOf(setting, resource))];
  const facts = FACTS.filter(({ type, when }) =>
    said.some((each) => matches(each.type, type) && (when === undefined || when(each.values))),
  );
  return [...elsewhere(resource, providers), ...new Set(facts.map(({ fact }) => fact))];
}

/** Where a resource is that has a provider of its own: `in us-west-2`. */
function elsewhere({ values }: SynthesizedResource, providers: SynthesizedStack['providers']): readonly string[] {
  const own = providers.find(({ name, alias }) => alias !== undefined && values.provider === `${name}.${alias}`);
  return typeof own?.values.region === 'string' ? [`in ${own.values.region}`] : [];
}

/** Whether a resource sets something of another. Settings of a bucket may name other buckets, too: where logs or copies go. */
function isSettingOf({ type, values, references }: SynthesizedResource, owner: SynthesizedResource): boolean {
  if (owner.type === 'aws_s3_bucket')
    return type.startsWith('aws_s3_bucket_') && String(values.bucket).includes(`\${${owner.address}.`);
  return owner.type === 'aws_ecr_repository' && type.startsWith('aws_ecr_') && references.includes(owner.address);
}

function matches(type: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? type === expected : expected.test(type);
}

/** The attribute of a block, which the JSON has as an object or as a list of one. */
function at(values: JsonObject, block: string, attribute: string): unknown {
  return objectOf(first(values[block]))[attribute];
}

function first(block: unknown): unknown {
  return Array.isArray(block) ? (block[0] as unknown) : block;
}

/** `EU`, `us`, `EUR4`: a region has a number and a hyphen, `europe-west1`. */
function isMultiRegion(location: unknown): boolean {
  return typeof location === 'string' && /^[a-z]+\d?$/i.test(location);
}
