import type { Construct } from 'constructs';
import { TerraformStack } from 'cdktf';
import {
  BaseStack,
  LocalOrchestrator,
  ProjectStack,
  type IBaseStack,
  type ProjectStackProps,
} from '../../../constructs';
import { AwsAuth } from '../../../constructs/aws';
import { GcpAuth, GcpBaseStack, type GcpBaseStackProps } from '../../../constructs/gcp';
import { resourcesOf, synthesize, type Synthesized } from '../synthesized';
import {
  dev,
  everything,
  gcpStackWith,
  googleObjects,
  grantsIn,
  keyless,
  makeBase,
  prod,
  PROJECT,
  REGION,
} from './support/gcp-stack';

type Props = Partial<Omit<ProjectStackProps<GcpAuth>, 'base'>>;

function project(props: Props = {}, base: Partial<GcpBaseStackProps> = {}): Synthesized {
  return synthesize(
    gcpStackWith((scope) => {
      new ProjectStack(scope, 'fraud', { base: makeBase(scope, base), projectName: 'fraud_detection', ...props });
    }),
  );
}

/** The grants of the project, each as `role on target`, and nothing of those of the base. */
function grantsOf(synth: Synthesized): readonly string[] {
  return grantsIn(synth)
    .filter(({ address }) => address.includes('.fraud_'))
    .map(({ attributes }) => {
      const { role, bucket, managed_folder, repository, service_account_id, project: id } = attributes;
      const target = managed_folder ?? bucket ?? repository ?? service_account_id ?? id;
      return `${String(role)} on ${String(target)}`;
    })
    .sort();
}

const short = (text: string) => text.replaceAll(/_[0-9A-F]{8}(?=[.}])/g, '');

function componentsIn(synth: Synthesized): Readonly<Record<string, string>> {
  const stack = resourcesOf(synth, 'zenml_stack').find(({ name }) => name === 'fraud_detection-dev-stack');
  const { components } = stack as { components: Record<string, string> };
  return Object.fromEntries(
    Object.entries(components).map(([type, id]) => [type, short(id).replace(/^.*component\.(.+)\.id}$/, '$1')]),
  );
}

describe('a project stack on a GCP base stack', () => {
  const synth = project();

  it('has an artifact store, a registry, an identity and connectors of its own, and shares the rest', () => {
    expect(componentsIn(synth)).toEqual({
      artifact_store: 'fraud_artifact-store',
      container_registry: 'fraud_container-registry',
      orchestrator: 'base_local-orchestrator',
    });
    expect(resourcesOf(synth, 'zenml_service_connector').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['fraud_detection-dev-gcs-connector', 'fraud_detection-dev-gar-connector']),
    );
    expect(resourcesOf(synth, 'google_storage_bucket')).toHaveLength(1);
  });

  it('keeps its artifacts in a managed folder, which ends in a slash, so that no other name begins with it', () => {
    expect(resourcesOf(synth, 'google_storage_managed_folder')).toEqual([
      expect.objectContaining({ name: 'projects/fraud_detection/dev/', force_destroy: true }),
    ]);
    const store = resourcesOf(synth, 'zenml_stack_component').find(
      ({ name }) => name === 'fraud_detection-dev-artifact-store',
    );
    expect(JSON.stringify(store?.configuration)).toMatch(
      /gs:\/\/\$\{google_storage_bucket[^}]+\}\/projects\/fraud_detection\/dev"/,
    );
  });

  it('may use its folder and its repository, and see the bucket itself without the names in it', () => {
    expect(grantsOf(synth).map(short)).toEqual([
      'roles/artifactregistry.writer on ${google_artifact_registry_repository.fraud_repository.repository_id}',
      'roles/storage.bucketViewer on ${google_storage_bucket.base_bucket.name}',
      'roles/storage.objectUser on ${google_storage_managed_folder.fraud_folder.name}',
    ]);
  });

  it('has a repository named for project and environment in the alphabet of Artifact Registry', () => {
    expect(
      resourcesOf(synth, 'google_artifact_registry_repository').map(({ repository_id }) => repository_id),
    ).toContain('fraud-detection-dev');
  });

  it('enables no API twice', () => {
    const services = resourcesOf(synth, 'google_project_service').map(({ service }) => service);
    expect(new Set(services).size).toBe(services.length);
  });

  it('has a service account of its own, with an id that Google takes', () => {
    const ids = resourcesOf(project({}, { ...everything, services: [] }), 'google_service_account').map(
      ({ account_id }) => String(account_id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/);
  });
});

describe('what runs on services of Google Cloud', () => {
  const synth = project({}, everything);

  it('is there once more with service accounts of the project, but for the image builder', () => {
    expect(componentsIn(synth)).toEqual({
      artifact_store: 'fraud_artifact-store',
      container_registry: 'fraud_container-registry',
      orchestrator: 'fraud_vertex-orchestrator',
      step_operator: 'fraud_step-operator',
      experiment_tracker: 'fraud_experiment-tracker',
      deployer: 'fraud_deployer',
    });
  });

  it('reaches no bucket and no repository but its own', () => {
    const targets = grantsOf(synth)
      .map(short)
      .filter((grant) => /storage\.|artifactregistry/.test(grant));
    expect(targets.length).toBeGreaterThan(4);
    for (const target of targets) {
      expect(target).toMatch(
        /fraud_folder|fraud_repository|storage\.bucketViewer on \$\{google_storage_bucket\.base_bucket/,
      );
    }
  });

  it('starts no builds, which all run as one service account of the Google project', () => {
    expect(grantsOf(synth).join()).not.toContain('cloudbuild');
    expect(grantsOf(project()).join()).not.toContain('cloudbuild');
  });

  it('acts as service accounts of its own, and as the one of SkyPilot that a Google project has', () => {
    const actAs = grantsOf(synth)
      .map(short)
      .filter((grant) => grant.startsWith('roles/iam.serviceAccountUser'));
    expect(actAs).toEqual([
      'roles/iam.serviceAccountUser on ${google_service_account.base_services_skypilot_service-account.name}',
      'roles/iam.serviceAccountUser on ${google_service_account.fraud_services_cloud-run_service-account.name}',
      'roles/iam.serviceAccountUser on ${google_service_account.fraud_services_vertex_service-account.name}',
    ]);
  });

  it('is not made for what the project leaves out or replaces', () => {
    const own = synthesize(
      gcpStackWith((scope) => {
        new ProjectStack(scope, 'fraud', {
          base: makeBase(scope, everything),
          projectName: 'fraud_detection',
          components: [new LocalOrchestrator(scope, 'own')],
          without: ['step_operator', 'experiment_tracker', 'deployer'],
        });
      }),
    );
    expect(componentsIn(own)).toEqual({
      artifact_store: 'fraud_artifact-store',
      container_registry: 'fraud_container-registry',
      orchestrator: 'own',
    });
    expect(own.text).not.toContain('fraud_services_vertex');
  });
});

describe('a project with a bucket of its own', () => {
  it('has one, and no access to that of the base at all', () => {
    const synth = project({ isolation: 'bucket' });
    expect(resourcesOf(synth, 'google_storage_bucket')).toHaveLength(2);
    expect(resourcesOf(synth, 'google_storage_managed_folder')).toEqual([]);
    expect(grantsOf(synth).map(short)).toEqual([
      'roles/artifactregistry.writer on ${google_artifact_registry_repository.fraud_repository.repository_id}',
      'roles/storage.legacyBucketReader on ${google_storage_bucket.fraud_bucket.name}',
      'roles/storage.objectUser on ${google_storage_bucket.fraud_bucket.name}',
    ]);
  });
});

describe('the switches of the environment', () => {
  const keyless = GcpAuth.implicit({ serverPrincipal: 'zenml-server@acme-ml.iam.gserviceaccount.com' });
  const environment = { name: 'prod', complianceMode: 'strict', highAvailability: true } as const;
  const settings = { environment, region: REGION, projectId: PROJECT, secondRegion: 'europe-west4' };
  const auth = GcpAuth.workloadIdentity({ aws: { accountId: '715803424590', roleName: 'zenml' } });

  /** What a project has of its own of a type, by id without digits. */
  const ofProject = ({ configuration }: Synthesized, type: string) =>
    Object.fromEntries(
      Object.entries(configuration.resource?.[type] ?? {}).flatMap(([id, attributes]) =>
        id.startsWith('fraud_') ? [[id.replace(/^fraud_(.+)_[0-9A-F]{8}$/, '$1'), attributes] as const] : [],
      ),
    );

  const bases: readonly [string, (scope: Construct) => IBaseStack<GcpAuth>][] = [
    ['beside its base', (scope) => makeBase(scope, { ...settings, auth: keyless })],
    ['on a base that is looked up', (scope) => GcpBaseStack.fromName(scope, 'base', settings)],
  ];

  describe.each(bases)('of a project %s', (_, baseIn) => {
    const synth = (isolation: ProjectStackProps['isolation']) =>
      synthesize(
        gcpStackWith((scope) => {
          new ProjectStack(scope, 'fraud', { base: baseIn(scope), projectName: 'fraud_detection', isolation, auth });
        }),
      );
    const [bucket, prefix] = [synth('bucket'), synth('prefix')];
    const kept = expect.objectContaining({ prevent_destroy: true }) as unknown;

    it('spread its bucket over two regions and its repository over the multi-region', () => {
      expect(ofProject(bucket, 'google_storage_bucket').bucket).toMatchObject({
        location: 'EU',
        custom_placement_config: { data_locations: ['EUROPE-WEST1', 'EUROPE-WEST4'] },
      });
      for (const each of [bucket, prefix]) {
        expect(ofProject(each, 'google_artifact_registry_repository').repository).toMatchObject({ location: 'europe' });
      }
    });

    it('encrypt both by a key of its own that is where they are', () => {
      for (const each of [bucket, prefix]) {
        expect(ofProject(each, 'google_kms_key_ring')).toEqual({
          encryption_key_ring: expect.objectContaining({ location: 'europe' }) as unknown,
        });
        expect(ofProject(each, 'google_artifact_registry_repository').repository?.kms_key_name).toMatch(
          /google_kms_crypto_key\.fraud_encryption_key/,
        );
      }
      expect(JSON.stringify(ofProject(bucket, 'google_storage_bucket').bucket?.encryption)).toMatch(
        /google_kms_crypto_key\.fraud_encryption_key/,
      );
    });

    it('log accesses to its bucket, keep what is deleted, and destroy nothing', () => {
      expect(ofProject(bucket, 'google_storage_bucket')).toMatchObject({
        bucket: {
          logging: { log_bucket: expect.stringContaining('google_storage_bucket.fraud_access-logs') as unknown },
          versioning: { enabled: true },
          soft_delete_policy: { retention_duration_seconds: 90 * 24 * 60 * 60 },
          lifecycle: kept,
        },
        'access-logs': { lifecycle: kept },
      });
      expect(Object.keys(ofProject(prefix, 'google_storage_bucket'))).toEqual([]);
      for (const each of [bucket, prefix]) {
        expect(ofProject(each, 'google_artifact_registry_repository').repository).toMatchObject({
          docker_config: { immutable_tags: true },
          lifecycle: kept,
        });
      }
    });
  });
});

describe('the authentication of a project', () => {
  it('fails where the pattern of the base would give it the identity of the base', () => {
    const auth = GcpAuth.implicit({ serverPrincipal: 'zenml-server@acme-ml.iam.gserviceaccount.com' });
    expect(() => project({}, { auth })).toThrow(
      'the auth of the base is GcpAuth.implicit() with an identity or a pool that exists already',
    );
    expect(() => project({ auth: GcpAuth.serviceAccountKey() }, { auth })).not.toThrow();
  });

  it('fails where its environment does not allow the pattern', () => {
    expect(() => project({ auth: GcpAuth.serviceAccountKey() }, { environment: prod, auth: keyless })).toThrow(
      'auth is GcpAuth.serviceAccountKey(), whose key terraform would keep readable in its state',
    );
  });

  it('does not compile by a pattern of another cloud', () => {
    const build = (scope: Construct) =>
      // @ts-expect-error the base is on Google Cloud
      new ProjectStack(scope, 'fraud', { base: makeBase(scope), projectName: 'fraud', auth: AwsAuth.iamRole() });
    expect(build).toBeInstanceOf(Function);
  });
});

describe('a GCP base stack that is looked up', () => {
  const settings = { environment: dev, region: REGION, projectId: PROJECT, auth: GcpAuth.serviceAccountKey() };

  const synth = synthesize(
    gcpStackWith((scope) => {
      const base = GcpBaseStack.fromName(scope, 'base', { ...settings, orchestrator: 'vertex' });
      new ProjectStack(scope, 'fraud', { base, projectName: 'fraud_detection' });
    }),
  );

  it('has projects with a folder in its bucket, wherever that is', () => {
    const [folder] = resourcesOf(synth, 'google_storage_managed_folder');
    expect(folder?.bucket).toMatch(/^\$\{element\(split\("\/", .*configuration\["path"\]\)?.*, 2\)\}$/);
    expect(folder?.name).toMatch(/^\$\{join\("\/", compact\(\[.*"projects\/fraud_detection\/dev"\]\)\)\}\/$/);
  });

  it('makes what they have of their own, and enables the APIs for that', () => {
    expect(googleObjects(synth).map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'google_service_account',
        'google_artifact_registry_repository',
        'google_project_service',
      ]),
    );
    expect(resourcesOf(synth, 'zenml_stack_component').map(({ flavor }) => flavor)).toEqual(
      expect.arrayContaining(['gcp', 'vertex']),
    );
  });

  it('fails where its cloud is not known', () => {
    const build = () =>
      gcpStackWith((scope) => {
        const base = BaseStack.fromName(scope, 'base', { environment: dev, region: REGION });
        new ProjectStack(TerraformStack.of(scope), 'fraud', { base, projectName: 'fraud' });
      });
    expect(build).toThrow('look the base up by AwsBaseStack.fromName or GcpBaseStack.fromName');
  });
});
