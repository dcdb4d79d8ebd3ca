import { DataGoogleKmsCryptoKey } from '@cdktf/provider-google/lib/data-google-kms-crypto-key';
import { DataGoogleStorageBucket } from '@cdktf/provider-google/lib/data-google-storage-bucket';
import type { Environment } from '../../../constructs';
import { GcpAuth, type GcpBaseStackProps } from '../../../constructs/gcp';
import { Guide } from '../../support/guide';
import { onlyResource, resourcesOf, synthesize, type ResourceAttributes, type Synthesized } from '../synthesized';
import { dev, gcpBase, gcpStackWith, googleObjects, grantsIn, makeBase, prod } from './support/gcp-stack';

const auth = GcpAuth.implicit({ serverPrincipal: 'zenml-server@acme-ml.iam.gserviceaccount.com' });

const baseIn = (switches: Partial<Environment>, props: Partial<GcpBaseStackProps> = {}): Synthesized =>
  gcpBase({ environment: { ...prod, ...switches }, auth, ...props });

const bucketOf = (synth: Synthesized): ResourceAttributes => {
  const bucket = resourcesOf(synth, 'google_storage_bucket').find(({ name }) => !String(name).endsWith('-access-logs'));
  if (bucket === undefined) throw new Error('no bucket');
  return bucket;
};
const repositoryOf = (synth: Synthesized) => onlyResource(synth, 'google_artifact_registry_repository');
const rulesOf = (bucket: ResourceAttributes) =>
  (bucket.lifecycle_rule as { action: { type: string }; condition: unknown }[]).map(({ action, condition }) => [
    action.type,
    condition,
  ]);

/** Addresses and names of all that Google has. */
const identitiesIn = (synth: Synthesized) =>
  googleObjects(synth).map(({ address, attributes }) => [
    address,
    attributes.name ?? attributes.repository_id ?? attributes.account_id,
  ]);

describe('highAvailability', () => {
  it('spreads bucket and repository over the multi-region around the region, and images are pulled from there', () => {
    const synth = baseIn({ highAvailability: true });
    expect(bucketOf(synth)).toMatchObject({ location: 'EU' });
    expect(bucketOf(synth).custom_placement_config).toBeUndefined();
    expect(bucketOf(synth).rpo).toBeUndefined();
    expect(repositoryOf(synth).location).toBe('europe');
    const registry = resourcesOf(synth, 'zenml_stack_component').find(({ type }) => type === 'container_registry');
    expect(registry?.configuration).toMatchObject({
      uri: expect.stringMatching(/^europe-docker\.pkg\.dev\/acme-ml\//) as unknown,
    });
    expect(bucketOf(baseIn({}))).toMatchObject({ location: 'europe-west1' });
    expect(repositoryOf(baseIn({})).location).toBe('europe-west1');
  });

  it.each([
    ['us-central1', 'US', 'us'],
    ['asia-east1', 'ASIA', 'asia'],
  ])('knows what is around %s', (region, bucket, repository) => {
    const synth = baseIn({ highAvailability: true }, { region });
    expect([bucketOf(synth).location, repositoryOf(synth).location]).toEqual([bucket, repository]);
  });

  it('has the bucket in two regions where a second one is named, as fast as told', () => {
    const pair = baseIn({ highAvailability: true }, { secondRegion: 'europe-west4' });
    expect(bucketOf(pair)).toMatchObject({
      location: 'EU',
      custom_placement_config: { data_locations: ['EUROPE-WEST1', 'EUROPE-WEST4'] },
      rpo: 'DEFAULT',
    });
    const fast = baseIn({ highAvailability: true }, { secondRegion: 'europe-west4', turboReplication: true });
    expect(bucketOf(fast).rpo).toBe('ASYNC_TURBO');
  });

  it('calls a pair by its name where it has one', () => {
    const pair = (region: string, secondRegion: string) =>
      bucketOf(baseIn({ highAvailability: true }, { region, secondRegion }));
    expect(pair('europe-west4', 'europe-north1')).toMatchObject({ location: 'EUR4' });
    expect(pair('europe-west2', 'europe-west1')).toMatchObject({ location: 'EUR5' });
    expect(pair('asia-northeast1', 'asia-northeast2').custom_placement_config).toBeUndefined();
  });

  it('fails where Google has nothing that outlives the region, and says what it has', () => {
    expect(() => baseIn({ highAvailability: true }, { region: 'me-central1' })).toThrow(
      /environment "prod" has highAvailability, region is "me-central1" and secondRegion is not given; .*: choose another region/,
    );
    expect(() => baseIn({ highAvailability: true }, { region: 'europe-west2' })).toThrow(
      'the second region of a pair with "europe-west2", europe-west1, europe-west3: name one of them as secondRegion',
    );
    expect(() => baseIn({ highAvailability: true }, { secondRegion: 'us-east1' })).toThrow(
      /secondRegion is "us-east1"; .* a pair with "europe-west1", europe-central2, /,
    );
    expect(() => baseIn({ highAvailability: true }, { secondRegion: 'europe-west1' })).toThrow('secondRegion is');
  });

  it('fails where it is off and a second region is named, or a fast one without a second', () => {
    expect(() => baseIn({}, { secondRegion: 'europe-west4' })).toThrow(
      'secondRegion is "europe-west4", and environment "prod" has no highAvailability',
    );
    expect(() => baseIn({ highAvailability: true }, { turboReplication: true })).toThrow(
      'turboReplication is true without a secondRegion',
    );
  });
});

describe('backupEnabled', () => {
  it('keeps old versions, and what is deleted, for a while', () => {
    const bucket = bucketOf(baseIn({ backupEnabled: true }));
    expect(bucket).toMatchObject({
      versioning: { enabled: true },
      soft_delete_policy: { retention_duration_seconds: 30 * 86_400 },
    });
    expect(rulesOf(bucket)).toContainEqual(['Delete', { days_since_noncurrent_time: 30, with_state: 'ARCHIVED' }]);
  });

  it('is said to be off where it is, since what is left out stays on', () => {
    const bucket = bucketOf(baseIn({}));
    expect(bucket).toMatchObject({
      versioning: { enabled: false },
      soft_delete_policy: { retention_duration_seconds: 7 * 86_400 },
    });
    expect(rulesOf(bucket)).toContainEqual(['Delete', { days_since_noncurrent_time: 30, with_state: 'ARCHIVED' }]);
  });

  it('takes other days', () => {
    const bucket = bucketOf(baseIn({ backupEnabled: true }, { noncurrentVersionDays: 14, softDeleteDays: 0 }));
    expect(bucket.soft_delete_policy).toEqual({ retention_duration_seconds: 0 });
    expect(rulesOf(bucket)).toContainEqual(['Delete', { days_since_noncurrent_time: 14, with_state: 'ARCHIVED' }]);
    expect(() => baseIn({}, { softDeleteDays: 3, noncurrentVersionDays: 0.5 })).toThrow(
      /noncurrentVersionDays is 0\.5; [^]*softDeleteDays is 3; expected 7 to 90 days, or 0/,
    );
  });
});

describe('the strict mode', () => {
  const strict = (switches: Partial<Environment> = {}, props: Partial<GcpBaseStackProps> = {}) =>
    baseIn({ complianceMode: 'strict', ...switches }, props);

  it('encrypts bucket and repository by a key of their own, renewed, that Google may use before they are made', () => {
    const synth = strict();
    expect(onlyResource(synth, 'google_kms_crypto_key')).toMatchObject({
      name: 'zenml-prod-c8794c5c',
      rotation_period: '7776000s',
      lifecycle: { prevent_destroy: true },
    });
    expect(onlyResource(synth, 'google_kms_key_ring').location).toBe('europe-west1');
    const key = expect.stringMatching(/^\$\{google_kms_crypto_key\.base_encryption_key_\w+\.id\}$/) as unknown;
    expect(bucketOf(synth).encryption).toEqual({ default_kms_key_name: key });
    expect(repositoryOf(synth).kms_key_name).toEqual(key);
    const users = grantsIn(synth).filter(({ type }) => type === 'google_kms_crypto_key_iam_member');
    expect(users.map(({ attributes }) => [attributes.role, attributes.member])).toEqual([
      [
        'roles/cloudkms.cryptoKeyEncrypterDecrypter',
        expect.stringMatching(/gcp-sa-artifactregistry\.iam\.gserviceaccount\.com$/),
      ],
      [
        'roles/cloudkms.cryptoKeyEncrypterDecrypter',
        expect.stringMatching(/^\$\{data\.google_storage_project_service_account\.\w.*\.member\}$/),
      ],
    ]);
    for (const { depends_on: after } of [bucketOf(synth), repositoryOf(synth)])
      expect(after).toEqual(expect.arrayContaining(users.map(({ address }) => address)));
  });

  it('has a key for each where Cloud KMS has no place for both', () => {
    const synth = strict({ highAvailability: true }, { region: 'europe-west4', secondRegion: 'europe-north1' });
    expect(resourcesOf(synth, 'google_kms_key_ring').map(({ location }) => location)).toEqual(['eur4', 'europe']);
    expect(bucketOf(synth).encryption).toEqual({
      default_kms_key_name: expect.stringContaining('base_encryption_key_') as unknown,
    });
    expect(repositoryOf(synth).kms_key_name).toContain('base_encryption_repository-key_');
  });

  it('logs each access in a bucket that Google writes to and nobody reads by it', () => {
    const synth = strict({ highAvailability: true }, { accessLogDays: 400 });
    const logs = resourcesOf(synth, 'google_storage_bucket').find(({ name }) => String(name).endsWith('-access-logs'));
    expect(logs).toMatchObject({ location: 'EU', force_destroy: false, public_access_prevention: 'enforced' });
    expect(rulesOf(logs ?? {})).toEqual([['Delete', { age: 400 }]]);
    expect(bucketOf(synth).logging).toEqual({
      log_bucket: expect.stringMatching(/google_storage_bucket\.base_access-logs_\w+\.name/) as unknown,
    });
    const writer = grantsIn(synth).filter(({ attributes }) => String(attributes.member).includes('analytics'));
    expect(writer.map(({ attributes: { member, role } }) => [member, role])).toEqual([
      ['group:cloud-storage-analytics@google.com', 'roles/storage.objectCreator'],
    ]);
    expect(bucketOf(synth).depends_on).toEqual(expect.arrayContaining(writer.map(({ address }) => address)));
  });

  it('keeps what is overwritten for a year, lets no tag move, and has images scanned', () => {
    const synth = strict();
    expect(bucketOf(synth)).toMatchObject({
      versioning: { enabled: true },
      soft_delete_policy: { retention_duration_seconds: 90 * 86_400 },
    });
    expect(rulesOf(bucketOf(synth))).toContainEqual([
      'Delete',
      { days_since_noncurrent_time: 365, with_state: 'ARCHIVED' },
    ]);
    expect(repositoryOf(synth)).toMatchObject({
      docker_config: { immutable_tags: true },
      vulnerability_scanning_config: { enablement_config: 'INHERITED' },
    });
    expect(synth.text).toContain('containerscanning.googleapis.com');
    expect(repositoryOf(baseIn({})).docker_config).toBeUndefined();
    expect(baseIn({}).text).not.toContain('containerscanning');
  });

  it('is excepted from single rules with a reason', () => {
    const moving = strict({ exceptions: { 'immutable-tags': 'pipelines name no tags' } });
    expect(repositoryOf(moving).docker_config).toBeUndefined();
    const older = strict({ exceptions: { 'registry-key': 'the registry is older than the mode' } });
    expect(repositoryOf(older).kms_key_name).toBeUndefined();
    expect(bucketOf(older).encryption).toBeDefined();
    expect(older.text).not.toContain('gcp-sa-artifactregistry');
  });

  it('destroys nothing that was made in it, unless it is given up with a reason', () => {
    const kept = (synth: Synthesized) =>
      [
        ...resourcesOf(synth, 'google_storage_bucket'),
        repositoryOf(synth),
        onlyResource(synth, 'google_kms_crypto_key'),
      ].map(({ lifecycle }) => (lifecycle as { prevent_destroy?: boolean }).prevent_destroy === true);
    expect(kept(strict())).toEqual([true, true, true, true]);
    const givenUp = { exceptions: { 'prevent-destroy': 'the project has ended' } };
    expect(kept(strict(givenUp))).toEqual([false, false, false, false]);
    expect(() => strict({ forceDestroy: true })).toThrow('environment "prod" is strict and sets forceDestroy');
    expect(bucketOf(strict({ forceDestroy: true, ...givenUp })).force_destroy).toBe(true);
  });

  it('does not delete in development either', () => {
    const { complianceMode } = { complianceMode: 'strict' } as const;
    expect(bucketOf(gcpBase({ environment: { ...dev, complianceMode }, auth })).force_destroy).toBe(false);
  });

  it('leaves alone a bucket that exists already, and needs no key where both do', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        const bucket = new DataGoogleStorageBucket(scope, 'mine', { name: 'artifacts' });
        const repository = { repositoryId: 'images', location: 'europe-west1', project: 'acme-ml' };
        makeBase(scope, { environment: { ...prod, complianceMode: 'strict' }, auth, bucket, repository });
      }),
    );
    expect(synth.text).not.toContain('kms');
    expect(resourcesOf(synth, 'google_storage_bucket')).toEqual([]);
    expect(() =>
      baseIn({}, { bucket: { name: 'artifacts' }, softDeleteDays: 30, temporaryPrefixes: { 'tmp/': 1 } }),
    ).toThrow(/softDeleteDays is given, and the bucket exists already[^]*temporaryPrefixes is given/);
  });
});

describe('a key that exists already', () => {
  const withKey = (environment: Environment) =>
    synthesize(
      gcpStackWith((scope) => {
        const encryptionKey = new DataGoogleKmsCryptoKey(scope, 'mine', {
          keyRing: 'projects/acme-ml/locations/europe-west1/keyRings/ring',
          name: 'key',
        });
        makeBase(scope, { environment, auth, encryptionKey });
      }),
    );
  const removedFrom = (synth: Synthesized) =>
    (JSON.parse(synth.text) as { removed?: { from: string; lifecycle: { destroy: boolean } }[] }).removed ?? [];

  it('encrypts in any mode, and one that was made is left as it is', () => {
    const made = baseIn({ complianceMode: 'strict' });
    for (const complianceMode of ['standard', 'strict'] as const) {
      const synth = withKey({ ...prod, complianceMode });
      expect(repositoryOf(synth).kms_key_name).toMatch(/^\$\{data\.google_kms_crypto_key\.mine\.id\}$/);
      expect(bucketOf(synth).encryption).toEqual({ default_kms_key_name: repositoryOf(synth).kms_key_name });
      const forgotten = removedFrom(synth).filter(({ lifecycle }) => !lifecycle.destroy);
      const ofKey = googleObjects(made).filter(({ type }) => type.startsWith('google_kms_'));
      expect(ofKey).toHaveLength(4);
      expect(forgotten.map(({ from }) => from)).toEqual(expect.arrayContaining(ofKey.map(({ address }) => address)));
    }
  });

  it('leaves the logs of a mode that was strict', () => {
    const addresses = removedFrom(withKey(prod)).map(({ from }) => from);
    expect(addresses).toContainEqual(expect.stringMatching(/^google_storage_bucket\.base_access-logs_/));
    const strict = removedFrom(withKey({ ...prod, complianceMode: 'strict' })).map(({ from }) => from);
    expect(strict).not.toContainEqual(expect.stringContaining('access-logs'));
  });
});

describe('what a base stack deletes by itself', () => {
  it('is what is temporary, and uploads that came to no end', () => {
    const bucket = bucketOf(baseIn({}, { temporaryPrefixes: { 'tmp/': 7, 'scratch/': 30 } }));
    expect(rulesOf(bucket)).toEqual([
      ['AbortIncompleteMultipartUpload', { age: 7 }],
      ['Delete', { days_since_noncurrent_time: 30, with_state: 'ARCHIVED' }],
      ['Delete', { age: 7, matches_prefix: ['tmp/'] }],
      ['Delete', { age: 30, matches_prefix: ['scratch/'] }],
    ]);
    expect(() => baseIn({}, { temporaryPrefixes: { '': 7, '/tmp/': 7, tmp: 0 } })).toThrow(
      /temporaryPrefixes has ""; [^]*has "\/tmp\/"; [^]*temporaryPrefixes\["tmp"\] is 0; /,
    );
  });

  it('is images without a tag, after a while, but for the latest', () => {
    const repository = repositoryOf(baseIn({}, { untaggedImageDays: 90, keptImages: 5, cleanUpDryRun: true }));
    expect(repository).toMatchObject({
      cleanup_policies: [
        { id: 'delete-untagged', action: 'DELETE', condition: { tag_state: 'UNTAGGED', older_than: '7776000s' } },
        { id: 'keep-latest', action: 'KEEP', most_recent_versions: { keep_count: 5 } },
      ],
      cleanup_policy_dry_run: true,
    });
    expect(repositoryOf(baseIn({})).cleanup_policies).toBeUndefined();
    expect(() => baseIn({}, { keptImages: 5 })).toThrow('keptImages without untaggedImageDays');
  });
});

describe('audit logs', () => {
  it('are a matter of the project, and left to it unless asked for', () => {
    const audited = resourcesOf(
      baseIn({ complianceMode: 'strict' }, { auditLogs: true }),
      'google_project_iam_audit_config',
    );
    expect(audited.map(({ service }) => service).sort()).toEqual([
      'artifactregistry.googleapis.com',
      'cloudkms.googleapis.com',
      'storage.googleapis.com',
    ]);
    expect(resourcesOf(baseIn({ complianceMode: 'strict' }), 'google_project_iam_audit_config')).toEqual([]);
  });
});

describe('a plan that fails', () => {
  it('names sections that the guide has', () => {
    const named = [baseIn({}), baseIn({ complianceMode: 'strict' })].flatMap(({ text }) =>
      [...text.matchAll(/migrations\.md#([\w-]+)/g)].map(([, anchor]) => anchor),
    );
    expect(new Set(named).size).toBe(4);
    expect(new Guide('migrations').anchors).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

describe('a switch that is flipped', () => {
  it.each<[string, Partial<Environment>]>([
    ['highAvailability', { highAvailability: true }],
    ['backupEnabled', { backupEnabled: true }],
    ['complianceMode', { complianceMode: 'strict' }],
  ])('%s leaves every address and every name as it was', (_, switches) => {
    expect(identitiesIn(baseIn(switches))).toEqual(expect.arrayContaining(identitiesIn(baseIn({}))));
  });
});
