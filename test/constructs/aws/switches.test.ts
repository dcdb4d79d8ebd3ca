import type { Construct } from 'constructs';
import type { Environment, EnvironmentSettings } from '../../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../../constructs/aws';
import {
  onlyResource,
  resourcesOf,
  stackWith,
  statementsIn,
  synthesize,
  type ResourceAttributes,
  type Synthesized,
} from '../synthesized';
import { REPLICA_REGION, replicaIn } from './support/replica-in';

type Props = Partial<AwsBaseStackProps>;

/** A base stack in an environment `prod`, which has a place for replicas unless it is told otherwise. */
const base = (settings: Partial<Environment>, props: Props | ((scope: Construct) => Props) = replicaIn): Synthesized =>
  synthesize(
    stackWith((scope) => {
      new AwsBaseStack(scope, 'base', {
        environment: { name: 'prod', ...settings },
        region: 'us-east-1',
        auth: AwsAuth.implicit(),
        ...(typeof props === 'function' ? props(scope) : props),
      });
    }, 'prod'),
  );

const EVERYTHING: EnvironmentSettings = { highAvailability: true, backupEnabled: true, complianceMode: 'strict' };
const STRICT: EnvironmentSettings = { complianceMode: 'strict' };

/** The one resource of a type whose id begins with a path below the base stack, `replica_bucket`. */
function at({ configuration }: Synthesized, type: string, path: string): ResourceAttributes {
  const found = Object.entries(configuration.resource?.[type] ?? {}).filter(([id]) =>
    new RegExp(`^base_${path}_[0-9A-F]{8}$`).test(id),
  );
  expect(found).toHaveLength(1);
  return found[0]?.[1] ?? {};
}

const lifeCycleOf = (resource: ResourceAttributes) =>
  (resource.lifecycle ?? {}) as {
    prevent_destroy?: boolean;
    ignore_changes?: string[];
    postcondition?: { condition: string; error_message: string }[];
  };

const removedFrom = ({ configuration }: Synthesized) =>
  ((configuration as { removed?: { from: string; lifecycle: unknown }[] }).removed ?? []).map(({ from }) => from);

describe('an environment without switches', () => {
  const synth = base({}, {});

  it('has no versions, no key, no logs, no replicas and no rules', () => {
    const types = Object.keys(synth.configuration.resource ?? {});
    for (const type of [
      'aws_s3_bucket_versioning',
      'aws_s3_bucket_lifecycle_configuration',
      'aws_s3_bucket_logging',
      'aws_s3_bucket_replication_configuration',
      'aws_ecr_lifecycle_policy',
      'aws_ecr_replication_configuration',
      'aws_kms_key',
    ]) {
      expect(types).not.toContain(type);
    }
    expect(removedFrom(synth)).toEqual([]);
  });

  it('fails in the plan rather than take their keys from bucket and registry', () => {
    const conditions = ['aws_s3_bucket', 'aws_ecr_repository'].flatMap(
      (type) => lifeCycleOf(onlyResource(synth, type)).postcondition ?? [],
    );
    const messages = conditions.map(({ error_message }) => error_message).join('\n');
    expect(messages).toContain('docs/guides/migrations.md#a-bucket-loses-its-key');
    expect(messages).toContain('docs/guides/migrations.md#a-registry-changes-its-key');
  });
});

describe('backupEnabled', () => {
  const synth = base({ backupEnabled: true });

  it('keeps old versions for 30 days, and gives up incomplete uploads', () => {
    expect(onlyResource(synth, 'aws_s3_bucket_versioning').versioning_configuration).toEqual({ status: 'Enabled' });
    const rules = onlyResource(synth, 'aws_s3_bucket_lifecycle_configuration').rule;
    expect(rules).toEqual([
      {
        id: 'noncurrent-versions',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        noncurrent_version_expiration: [{ noncurrent_days: 30 }],
        expiration: [{ expired_object_delete_marker: true }],
      },
      {
        id: 'incomplete-uploads',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
  });

  it('makes the rules after S3 keeps versions', () => {
    expect(onlyResource(synth, 'aws_s3_bucket_lifecycle_configuration').depends_on).toEqual([
      expect.stringMatching(/^aws_s3_bucket_versioning\.base_bucket_versioning_/),
    ]);
  });

  it('keeps them as long as it is told', () => {
    const rules = JSON.stringify(
      resourcesOf(
        base({ backupEnabled: true }, { noncurrentVersionDays: 90 }),
        'aws_s3_bucket_lifecycle_configuration',
      ),
    );
    expect(rules).toContain('"noncurrent_days":90');
  });
});

describe('complianceMode strict', () => {
  const synth = base(STRICT);
  const key = '${aws_kms_key.base_encryption-key_2B908BE2.arn}';

  it('encrypts bucket and registry with a key of its own, which is rotated', () => {
    expect(onlyResource(synth, 'aws_kms_key')).toMatchObject({
      enable_key_rotation: true,
      deletion_window_in_days: 30,
    });
    expect(at(synth, 'aws_s3_bucket_server_side_encryption_configuration', 'bucket_encryption').rule).toEqual([
      {
        apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: key },
        bucket_key_enabled: true,
      },
    ]);
    expect(onlyResource(synth, 'aws_ecr_repository').encryption_configuration).toEqual([
      { encryption_type: 'KMS', kms_key: key },
    ]);
  });

  it('lets the key work through S3 and ECR only', () => {
    const statements = statementsIn(onlyResource(synth, 'aws_kms_key'));
    const through = { 'kms:ViaService': ['s3.us-east-1.amazonaws.com', 'ecr.us-east-1.amazonaws.com'] };
    const decrypting = statements.filter(({ Action }) => Action.includes('kms:Decrypt'));
    expect(decrypting.map(({ Condition }) => Condition)).toEqual([{ StringEquals: through }]);
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('lets the identity, and every role that reads or writes artifacts, use the key', () => {
    const withServices = base(STRICT, { orchestrator: 'sagemaker', deployer: 'app-runner' });
    const users = resourcesOf(withServices, 'aws_iam_role_policy').flatMap((policy) => {
      const statements = statementsIn(policy);
      const objects = statements.some(({ Action }) => Action.includes('s3:GetObject'));
      const grant = statements.find(({ Sid }) => Sid === 'ArtifactKey');
      return objects ? [{ Action: grant?.Action, Resource: grant?.Resource }] : [];
    });
    const readingAndWriting = { Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: [key] };
    expect(users).toHaveLength(4);
    expect(users.filter(({ Action }) => Action?.length === 2)).toEqual(Array(3).fill(readingAndWriting));
    expect(users).toContainEqual({ Action: ['kms:Decrypt'], Resource: [key] });
  });

  it('logs each access in a bucket that only S3 writes to, encrypted as S3 needs it', () => {
    expect(onlyResource(synth, 'aws_s3_bucket_logging').target_bucket).toMatch(/aws_s3_bucket\.base_access-logs_/);
    const policy = statementsIn(at(synth, 'aws_s3_bucket_policy', 'access-logs_tls-only'));
    expect(policy.map(({ Sid }) => Sid)).toEqual(['TlsOnly', 'LogDelivery']);
    expect(policy[1]).toMatchObject({
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': expect.any(String) as unknown } },
    });
    expect(
      JSON.stringify(at(synth, 'aws_s3_bucket_server_side_encryption_configuration', 'access-logs_encryption').rule),
    ).toContain('AES256');
    expect(JSON.stringify(at(synth, 'aws_s3_bucket_lifecycle_configuration', 'access-logs_life-cycle').rule)).toContain(
      '"expiration":[{"days":365}]',
    );
  });

  it('keeps old versions for a year, and the tags of images with them', () => {
    expect(JSON.stringify(at(synth, 'aws_s3_bucket_lifecycle_configuration', 'bucket_life-cycle').rule)).toContain(
      '"noncurrent_days":365',
    );
    expect(onlyResource(synth, 'aws_ecr_repository')).toMatchObject({
      image_tag_mutability: 'IMMUTABLE',
      image_scanning_configuration: { scan_on_push: true },
    });
  });

  it('has terraform destroy neither buckets nor registry nor key, and nothing in them', () => {
    const everything = base(EVERYTHING);
    const kept = ['aws_s3_bucket', 'aws_ecr_repository', 'aws_kms_key'].flatMap((type) =>
      resourcesOf(everything, type),
    );
    expect(kept).toHaveLength(8);
    for (const resource of kept) {
      expect(lifeCycleOf(resource).prevent_destroy).toBe(true);
      expect(resource.force_destroy ?? resource.force_delete ?? false).toBe(false);
    }
  });

  it('fails where the environment sets forceDestroy, and says how it is given up', () => {
    expect(() => base({ ...STRICT, forceDestroy: true })).toThrow(
      `environment "prod" is strict and sets forceDestroy; a strict one deletes nothing that users have put somewhere: take forceDestroy out, or, to give the environment up, except it with exceptions: { 'prevent-destroy': '<reason>' }`,
    );
  });

  it.each([
    [
      'prevent-destroy',
      (each: Synthesized) => lifeCycleOf(onlyResource(each, 'aws_kms_key')).prevent_destroy,
      undefined,
    ],
    ['immutable-tags', (each: Synthesized) => onlyResource(each, 'aws_ecr_repository').image_tag_mutability, 'MUTABLE'],
    [
      'registry-key',
      (each: Synthesized) => onlyResource(each, 'aws_ecr_repository').encryption_configuration,
      undefined,
    ],
  ] as const)('gives up the rule %s for a reason', (rule, look, expected) => {
    expect(look(base({ ...STRICT, exceptions: { [rule]: 'the pilot phase, OPS-1' } }))).toEqual(expected);
  });

  it('keeps the rules whose exception is undefined', () => {
    expect(base({ ...STRICT, exceptions: { 'prevent-destroy': undefined } }).text).toBe(base(STRICT).text);
  });
});

describe('highAvailability', () => {
  const synth = base({ highAvailability: true });

  it('copies the bucket to one like it in the second region', () => {
    const replica = at(synth, 'aws_s3_bucket', 'replica_bucket');
    expect(replica.provider).toBe('aws.replica');
    expect(at(synth, 'aws_s3_bucket_public_access_block', 'replica_bucket_public-access-block')).toMatchObject({
      provider: 'aws.replica',
      block_public_policy: true,
    });
    expect(statementsIn(at(synth, 'aws_s3_bucket_policy', 'replica_bucket_tls-only'))).toHaveLength(1);
    const statuses = resourcesOf(synth, 'aws_s3_bucket_versioning').map((each) => each.versioning_configuration);
    expect(statuses).toEqual([{ status: 'Enabled' }, { status: 'Enabled' }]);
    expect(resourcesOf(synth, 'aws_s3_bucket_lifecycle_configuration')).toHaveLength(2);
    const { rule, provider } = onlyResource(synth, 'aws_s3_bucket_replication_configuration');
    expect(provider).toBeUndefined();
    expect(rule).toEqual([
      expect.objectContaining({
        status: 'Enabled',
        destination: { bucket: expect.stringMatching(/aws_s3_bucket\.base_replica_bucket_\w+\.arn/) as unknown },
      }),
    ]);
  });

  it('lets S3 read here and write there, and nothing else', () => {
    const role = at(synth, 'aws_iam_role_policy', 'bucket-replication_role_policy');
    const bucketOf = (arn = '') => /base_(replica_)?bucket/.exec(arn)?.[0];
    expect(statementsIn(role).map(({ Sid, Resource }) => [Sid, bucketOf(Resource?.[0])])).toEqual([
      ['ReplicatedBucket', 'base_bucket'],
      ['ReplicatedObjects', 'base_bucket'],
      ['Replicas', 'base_replica_bucket'],
    ]);
  });

  it('copies the images to a repository of the same name, unless the account says elsewhere what is copied', () => {
    expect(at(synth, 'aws_ecr_repository', 'replica_repository')).toMatchObject({
      provider: 'aws.replica',
      name: at(synth, 'aws_ecr_repository', 'repository').name,
    });
    expect(JSON.stringify(onlyResource(synth, 'aws_ecr_replication_configuration'))).toContain(REPLICA_REGION);
    const shared = base({ highAvailability: true }, (scope) => ({ ...replicaIn(scope), registryReplication: false }));
    expect(resourcesOf(shared, 'aws_ecr_replication_configuration')).toEqual([]);
    expect(resourcesOf(shared, 'aws_ecr_repository')).toHaveLength(2);
  });

  it('has a key, logs and a way to copy what is encrypted in the second region, too, where strict', () => {
    const strict = base({ ...STRICT, highAvailability: true });
    expect(at(strict, 'aws_kms_key', 'replica_encryption-key').provider).toBe('aws.replica');
    expect(at(strict, 'aws_s3_bucket_logging', 'replica_bucket_access-logs').provider).toBe('aws.replica');
    expect(onlyResource(strict, 'aws_s3_bucket_replication_configuration').rule).toEqual([
      expect.objectContaining({
        source_selection_criteria: { sse_kms_encrypted_objects: { status: 'Enabled' } },
        destination: expect.objectContaining({
          encryption_configuration: {
            replica_kms_key_id: expect.stringMatching(/base_replica_encryption-key_/) as unknown,
          },
        }) as unknown,
      }),
    ]);
    const grants = statementsIn(at(strict, 'aws_iam_role_policy', 'bucket-replication_role_policy'));
    expect(grants.map(({ Sid }) => Sid)).toEqual(expect.arrayContaining(['ReplicatedKey', 'ReplicaKey']));
  });

  it('fails without a second region, and says what to give', () => {
    expect(() => base({ highAvailability: true }, {})).toThrow(
      'environment "prod" sets highAvailability, which needs a second region for the replicas: give replicaRegion, such as "eu-central-1", and replicaProvider, an AwsProvider with an alias that has this region',
    );
  });

  it('fails where the second region is the first', () => {
    expect(() => base({}, (scope) => ({ ...replicaIn(scope), replicaRegion: 'us-east-1' }))).toThrow(
      'replicaRegion is "us-east-1", which is region, too',
    );
  });

  it('lets go of the replicas, of all that they may have, when it is off', () => {
    const made = Object.entries(
      base(EVERYTHING, (scope) => ({ ...replicaIn(scope), untaggedImageDays: 30 })).configuration.resource ?? {},
    );
    const replicas = made.flatMap(([type, byId]) =>
      Object.keys(byId).flatMap((id) => (id.startsWith('base_replica_') ? [`${type}.${id}`] : [])),
    );
    expect(replicas.length).toBeGreaterThan(15);
    expect(removedFrom(base({})).sort()).toEqual(replicas.sort());
    expect(removedFrom(base({ development: true }))).toEqual([]);
  });
});

describe('what exists already', () => {
  const arn = 'arn:aws:kms:us-east-1:123456789012:key/1';

  it('takes the place of what was made, which terraform forgets', () => {
    const withKey = base({}, { encryptionKey: { arn } });
    expect(onlyResource(withKey, 'aws_ecr_repository').encryption_configuration).toEqual([
      { encryption_type: 'KMS', kms_key: arn },
    ]);
    const key = Object.keys(base(STRICT).configuration.resource?.aws_kms_key ?? {});
    expect(removedFrom(withKey)).toEqual(
      expect.arrayContaining([
        `aws_kms_key.${key[0] ?? ''}`,
        expect.stringMatching(/^aws_s3_bucket\.base_access-logs_/),
      ]),
    );
    const bucket = { bucket: 'ours', arn: 'arn:aws:s3:::ours' };
    expect(removedFrom(base({}, { bucket }))).toContain('aws_s3_bucket.base_bucket_896CC8D5');
    const repository = { name: 'ours', arn: 'arn:aws:ecr:us-east-1:1:repository/ours', repositoryUrl: 'host/ours' };
    expect(removedFrom(base({}, { repository }))).toContain('aws_ecr_repository.base_repository_401BAFF4');
  });

  it('fails with settings that would have no effect', () => {
    const bucket = { bucket: 'ours', arn: 'arn:aws:s3:::ours' };
    expect(() => base({ backupEnabled: true }, { bucket, noncurrentVersionDays: 3 })).toThrow(
      'noncurrentVersionDays is given, and the bucket exists already, which stays as it is',
    );
    expect(() => base({}, { noncurrentVersionDays: 3 })).toThrow(
      'keeps no old versions: set backupEnabled: true in it',
    );
    expect(() => base({}, { accessLogDays: 3 })).toThrow('logs no accesses: set complianceMode: "strict" in it');
  });
});

describe('rules by prefix', () => {
  it('delete what is temporary, and nothing else', () => {
    const synth = base({}, { temporaryPrefixes: { 'scratch/': 7 }, untaggedImageDays: 90 });
    expect(onlyResource(synth, 'aws_s3_bucket_lifecycle_configuration').rule).toEqual([
      { id: 'temporary scratch/', status: 'Enabled', filter: [{ prefix: 'scratch/' }], expiration: [{ days: 7 }] },
      expect.objectContaining({ id: 'incomplete-uploads' }),
    ]);
    expect(JSON.parse(String(onlyResource(synth, 'aws_ecr_lifecycle_policy').policy))).toEqual({
      rules: [
        expect.objectContaining({
          selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 90 },
        }),
      ],
    });
  });

  it.each(['', '/', 'scratch', '/scratch/'])('fail for the prefix "%s", which says too little', (prefix) => {
    expect(() => base({}, { temporaryPrefixes: { [prefix]: 7 } })).toThrow(`temporaryPrefixes has "${prefix}"`);
  });

  it.each([0, 1.5, -1])('fail for %s days', (days) => {
    expect(() => base({}, { temporaryPrefixes: { 'scratch/': days } })).toThrow(
      `scratch/ is ${days}; expected a whole number of days, 1 or more`,
    );
  });
});

describe('flipping the switches', () => {
  const settings = [false, true].flatMap((highAvailability) =>
    [false, true].flatMap((backupEnabled) =>
      (['standard', 'strict'] as const).map((complianceMode) => ({ highAvailability, backupEnabled, complianceMode })),
    ),
  );
  const synths = settings.map((each) => base(each));
  // What the AWS provider answers by replacing a resource that holds something.
  const FORCE_NEW: Readonly<Record<string, readonly string[]>> = {
    aws_s3_bucket: ['bucket', 'bucket_prefix', 'object_lock_enabled', 'provider'],
    aws_ecr_repository: ['name', 'provider'],
    aws_kms_key: ['custom_key_store_id', 'customer_master_key_spec', 'key_usage', 'multi_region', 'provider'],
  };

  it('never changes what would replace a bucket, registry or key, nor the place of one in the program', () => {
    const byAddress = new Map<string, Set<string>>();
    for (const { configuration } of synths) {
      for (const [type, attributes] of Object.entries(FORCE_NEW)) {
        for (const [id, resource] of Object.entries(configuration.resource?.[type] ?? {})) {
          const address = `${type}.${id}`;
          const fixed = JSON.stringify(attributes.map((attribute) => resource[attribute]));
          byAddress.set(address, (byAddress.get(address) ?? new Set()).add(fixed));
        }
      }
    }
    expect(byAddress.size).toBe(8);
    expect([...byAddress].filter(([, values]) => values.size > 1)).toEqual([]);
  });

  it('leaves the encryption of a registry to the migration', () => {
    for (const synth of synths) {
      for (const repository of resourcesOf(synth, 'aws_ecr_repository')) {
        const { ignore_changes, postcondition } = lifeCycleOf(repository);
        expect(ignore_changes).toEqual(['encryption_configuration']);
        expect(postcondition?.[0]?.error_message).toContain('#a-registry-changes-its-key');
      }
    }
  });
});

it('is synthesized as it was, with everything on', () => {
  expect(
    base(EVERYTHING, (scope) => ({
      ...replicaIn(scope),
      orchestrator: 'sagemaker',
      temporaryPrefixes: { 'code-build-contexts/': 30 },
      untaggedImageDays: 365,
    })).text,
  ).toMatchSnapshot();
});
