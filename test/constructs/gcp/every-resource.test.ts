import fc from 'fast-check';
import type { Environment } from '../../../constructs';
import type { GcpBaseStackProps } from '../../../constructs/gcp';
import { synthesize, type Synthesized } from '../synthesized';
import { authPatternNames, authPatterns, type AuthPatternName } from './support/auth-patterns';
import { gcpStackWith, googleObjects, grantsIn, makeBase, objectsOf } from './support/gcp-stack';
import { References } from './support/references';

interface Case {
  readonly environment: Environment;
  readonly auth: AuthPatternName;
  readonly props: Pick<
    GcpBaseStackProps,
    | 'projectId'
    | 'region'
    | 'orchestrator'
    | 'imageBuilder'
    | 'stepOperator'
    | 'experimentTracker'
    | 'deployer'
    | 'services'
    | 'connectors'
    | 'buildServiceAccount'
    | 'nameSeed'
    | 'secondRegion'
    | 'turboReplication'
    | 'temporaryPrefixes'
    | 'untaggedImageDays'
    | 'auditLogs'
  >;
}

const KEYS_FOR_SKYPILOT: readonly AuthPatternName[] = ['serviceAccountKey', 'givenServiceAccountKey'];

/** Regions that have a multi-region around them, and pairs with others. */
const PAIRED: readonly string[] = ['europe-west1', 'us-central1'];

const environments = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9-]{0,14}[a-z0-9]$/),
  development: fc.constant(true),
  allowKeyInState: fc.constant(true),
  highAvailability: fc.boolean(),
  backupEnabled: fc.boolean(),
  complianceMode: fc.constantFrom('standard', 'strict'),
  exceptions: fc.record(
    {
      'long-lived-keys': fc.constant('every pattern is tried in every mode'),
      'immutable-tags': fc.constant('pipelines name no tags'),
      'registry-key': fc.constant('the registry is older than the mode'),
      'prevent-destroy': fc.constant('it is about to be destroyed'),
    },
    { requiredKeys: ['long-lived-keys'] },
  ),
  tags: fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ./]{0,70}$/), fc.string({ maxLength: 80 }), {
    maxKeys: 3,
  }),
});

const cases: fc.Arbitrary<Case> = fc
  .record({
    environment: environments,
    auth: fc.constantFrom(...authPatternNames),
    props: fc.record(
      {
        projectId: fc.stringMatching(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
        region: fc.constantFrom('europe-west1', 'us-central1', 'northamerica-northeast1', 'me-central2'),
        orchestrator: fc.constantFrom('local', 'vertex', 'skypilot'),
        imageBuilder: fc.constantFrom('cloud-build', 'none'),
        stepOperator: fc.constant('vertex'),
        experimentTracker: fc.constant('vertex'),
        deployer: fc.constant('cloud-run'),
        services: fc.uniqueArray(fc.constantFrom('vertex', 'cloud-build', 'cloud-run', 'skypilot')),
        connectors: fc.constantFrom('per-resource', 'single'),
        buildServiceAccount: fc.constantFrom('compute', 'legacy'),
        nameSeed: fc.string(),
        secondRegion: fc.constantFrom('europe-west2', 'europe-west4', 'us-east1'),
        turboReplication: fc.boolean(),
        temporaryPrefixes: fc.dictionary(fc.constantFrom('tmp/', 'scratch/'), fc.integer({ min: 1, max: 90 })),
        untaggedImageDays: fc.integer({ min: 1, max: 365 }),
        auditLogs: fc.boolean(),
      },
      { requiredKeys: ['projectId', 'region'] },
    ),
  })
  .map(({ environment, auth, props: { secondRegion, turboReplication, ...props } }) => {
    const highAvailability = environment.highAvailability && PAIRED.includes(props.region);
    const pair =
      highAvailability && secondRegion?.slice(0, 2) === props.region.slice(0, 2)
        ? { secondRegion, turboReplication }
        : {};
    return { environment: { ...environment, highAvailability }, auth, props: { ...props, ...pair } };
  })
  .filter(({ auth, props }) => props.orchestrator !== 'skypilot' || KEYS_FOR_SKYPILOT.includes(auth))
  .filter(({ environment }) => areDistinctLabels(Object.keys(environment.tags)));

/** Two tags that Google would take for one are refused, which another test shows. */
function areDistinctLabels(tags: readonly string[]): boolean {
  const keys = [...tags, 'environment', 'managed_by', 'stack', 'project'].map((tag) =>
    tag
      .toLowerCase()
      .replaceAll(/[^a-z0-9_-]/g, '-')
      .slice(0, 63),
  );
  return new Set(keys).size === keys.length;
}

function synthesizeCase({ environment, auth, props }: Case): Synthesized {
  return synthesize(
    gcpStackWith((scope) => {
      makeBase(scope, { ...props, environment, auth: authPatterns[auth](scope) });
    }),
  );
}

const samples = fc.sample(cases, 40).map((given) => ({ given, synth: synthesizeCase(given) }));

/** Has a property hold for base stacks of all kinds. */
function forAll(property: (synth: Synthesized, given: Case) => void): void {
  for (const { given, synth } of samples) {
    try {
      property(synth, given);
    } catch (error) {
      throw new Error(`not for ${JSON.stringify(given)}`, { cause: error });
    }
  }
}

/** Resources that have no `project`: what they are part of says which it is. */
const OWNERS: Readonly<Record<string, string>> = {
  google_storage_bucket_iam_member: 'bucket',
  google_service_account_iam_member: 'service_account_id',
  google_service_account_key: 'service_account_id',
  google_project: 'project_id',
  google_kms_crypto_key: 'key_ring',
  google_kms_crypto_key_iam_member: 'crypto_key_id',
};

/** The API that a kind of object is made or read by. */
const APIS: Readonly<Record<string, string>> = {
  google_artifact_registry_repository: 'artifactregistry',
  google_artifact_registry_repository_iam_member: 'artifactregistry',
  google_compute_default_service_account: 'compute',
  google_iam_workload_identity_pool: 'iam',
  google_iam_workload_identity_pool_provider: 'iam',
  google_kms_crypto_key: 'cloudkms',
  google_kms_crypto_key_iam_member: 'cloudkms',
  google_kms_key_ring: 'cloudkms',
  google_project: 'cloudresourcemanager',
  google_project_iam_audit_config: 'cloudresourcemanager',
  google_project_iam_custom_role: 'iam',
  google_project_iam_member: 'cloudresourcemanager',
  google_service_account: 'iam',
  google_service_account_iam_member: 'iam',
  google_service_account_key: 'iam',
  google_storage_bucket: 'storage',
  google_storage_bucket_iam_member: 'storage',
  google_storage_project_service_account: 'storage',
};

describe('every resource of a GCP base stack', () => {
  it('is in the project that was given, whatever the provider says', () => {
    forAll((synth, { props: { projectId } }) => {
      for (const { type, attributes } of googleObjects(synth)) {
        const owner = OWNERS[type];
        if (owner === undefined) expect([type, attributes.project]).toEqual([type, projectId]);
        else expect(attributes[owner]).toMatch(owner === 'project_id' ? projectId : /^\$\{(data\.)?google_/);
      }
    });
  });

  it('is in the region that was given where it has one, or around it where it must outlive that', () => {
    forAll((synth, { environment, props: { region } }) => {
      const located = googleObjects(synth).flatMap(({ attributes: { location } }) => location ?? []);
      expect(located.length).toBeGreaterThan(1);
      const around = region.startsWith('europe') ? ['EU', 'EUR5', 'europe'] : ['US', 'us'];
      const places = environment.highAvailability === true ? around : [region];
      expect(located.filter((location) => !places.includes(location as string))).toEqual([]);
    });
  });

  it('has names that Google takes', () => {
    const limits: readonly (readonly [attribute: string, pattern: RegExp])[] = [
      ['account_id', /^[a-z][-a-z0-9]{4,28}[a-z0-9]$/],
      ['role_id', /^[a-zA-Z0-9_.]{3,64}$/],
      ['workload_identity_pool_id', /^(?!gcp-)[a-z0-9-]{4,32}$|^\$\{/],
      ['workload_identity_pool_provider_id', /^(?!gcp-)[a-z0-9-]{4,32}$/],
      ['repository_id', /^[a-z][a-z0-9-]{0,61}[a-z0-9]$/],
    ];
    forAll((synth) => {
      for (const { type, attributes } of googleObjects(synth)) {
        for (const [attribute, pattern] of limits) {
          if (attributes[attribute] !== undefined) expect(attributes[attribute]).toMatch(pattern);
        }
        if (type === 'google_storage_bucket') expect(attributes.name).toMatch(/^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$/);
        if (typeof attributes.display_name === 'string')
          expect(attributes.display_name.length).toBeLessThanOrEqual(100);
      }
    });
  });

  it('carries labels that Google takes where it can carry any', () => {
    forAll((synth) => {
      const labelled = googleObjects(synth).flatMap(
        ({ attributes: { labels } }) => (labels as object | undefined) ?? [],
      );
      const kinds = ['google_storage_bucket', 'google_artifact_registry_repository', 'google_kms_crypto_key'];
      expect(labelled).toHaveLength(googleObjects(synth).filter(({ type }) => kinds.includes(type)).length);
      for (const [key, value] of labelled.flatMap((labels) => Object.entries(labels))) {
        expect(key).toMatch(/^[a-z][a-z0-9_-]{0,62}$/);
        expect(value).toMatch(/^[a-z0-9_-]{0,63}$/);
      }
    });
  });

  it('comes after the API that it is made by', () => {
    forAll((synth) => {
      const references = new References(synth);
      for (const object of googleObjects(synth)) {
        if (object.type === 'google_project_service') continue;
        const api = APIS[object.type];
        expect([object.type, api]).not.toEqual([object.type, undefined]);
        const before = [...references.before(object)];
        expect(before).toContainEqual(
          expect.stringMatching(new RegExp(`^google_project_service\\.base_project_apis_${api ?? ''}_\\w+$`)),
        );
      }
    });
  });

  it('refers to nothing that is not there, and waits for nothing that waits for it', () => {
    forAll((synth) => {
      const references = new References(synth);
      expect(references.dangling).toEqual([]);
      for (const object of objectsOf(synth)) expect(() => references.before(object)).not.toThrow();
    });
  });

  it('leaves the access of everybody else as it is', () => {
    forAll((synth) => {
      const authoritative = googleObjects(synth).filter(({ type }) => /_iam_(binding|policy)$/.test(type));
      expect(authoritative).toEqual([]);
    });
  });

  it('grants nothing about storage, and no basic role, on the project', () => {
    forAll((synth) => {
      const roles = grantsIn(synth)
        .filter(({ type }) => type === 'google_project_iam_member')
        .map(({ attributes }) => String(attributes.role));
      expect(
        roles.filter((role) => /storage|owner|editor$|viewer$|admin/i.test(role) && !role.includes('cloudbuild')),
      ).toEqual([]);
    });
  });

  it('is never replaced, and destroyed by nobody where the environment is strict, if it keeps what users have made', () => {
    forAll((synth, { environment }) => {
      const kept = googleObjects(synth).filter(({ type }) =>
        ['google_storage_bucket', 'google_artifact_registry_repository', 'google_kms_key_ring'].includes(type),
      );
      expect(kept.length).toBeGreaterThan(1);
      for (const { attributes } of kept) {
        expect(attributes.lifecycle).toMatchObject({
          ignore_changes: expect.arrayContaining(['location']) as unknown,
          postcondition: expect.arrayContaining([
            expect.objectContaining({
              error_message: expect.stringContaining('docs/guides/migrations.md#') as unknown,
            }),
          ]) as unknown,
        });
      }
      const strict =
        environment.complianceMode === 'strict' && environment.exceptions?.['prevent-destroy'] === undefined;
      for (const { type, attributes } of googleObjects(synth)) {
        if (!/^google_(storage_bucket|artifact_registry_repository|kms_crypto_key)$/.test(type)) continue;
        const { prevent_destroy: prevented = false } = attributes.lifecycle as { prevent_destroy?: boolean };
        expect([type, prevented]).toEqual([type, strict]);
        if (strict && type === 'google_storage_bucket') expect(attributes.force_destroy).toBe(false);
      }
    });
  });

  it('grants each role once', () => {
    forAll((synth) => {
      const grants = grantsIn(synth).map(({ type, attributes: { role, member, ...target } }) =>
        JSON.stringify([
          type,
          role,
          member,
          target.bucket ?? target.repository ?? target.service_account_id ?? target.crypto_key_id,
        ]),
      );
      expect(new Set(grants).size).toBe(grants.length);
    });
  });

  it('stays enabled after destroy where it is an API', () => {
    forAll((synth) => {
      const apis = googleObjects(synth).filter(({ type }) => type === 'google_project_service');
      expect(apis.length).toBeGreaterThan(2);
      for (const { attributes } of apis) expect(attributes.disable_on_destroy).toBe(false);
    });
  });
});

describe('every connector of a GCP base stack', () => {
  it('comes after every role of its identity', () => {
    forAll((synth, { auth }) => {
      const references = new References(synth);
      const grants = grantsIn(synth)
        .filter(({ address }) => address.includes('base_identity_'))
        .map(({ address }) => address);
      expect(grants.length).toBeGreaterThan(2);
      const connectors = objectsOf(synth).filter(({ type }) => type === 'zenml_service_connector');
      expect([auth, connectors.length > 0]).toEqual([auth, true]);
      for (const connector of connectors)
        expect([...references.before(connector)]).toEqual(expect.arrayContaining(grants));
    });
  });
});

describe('every component of a GCP base stack that uses a service', () => {
  it('comes after what the service needs', () => {
    forAll((synth) => {
      const references = new References(synth);
      const needed = grantsIn(synth)
        .filter(({ address }) => address.includes('base_services_'))
        .map(({ address }) => address);
      const components = objectsOf(synth).filter(
        ({ type, attributes }) =>
          type === 'zenml_stack_component' &&
          !['artifact_store', 'container_registry'].includes(String(attributes.type)) &&
          attributes.flavor !== 'local',
      );
      for (const component of components)
        expect([...references.before(component)]).toEqual(expect.arrayContaining(needed));
    });
  });
});
