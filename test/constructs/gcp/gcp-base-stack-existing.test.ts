import { DataGoogleArtifactRegistryRepository } from '@cdktf/provider-google/lib/data-google-artifact-registry-repository';
import { DataGoogleServiceAccount } from '@cdktf/provider-google/lib/data-google-service-account';
import { DataGoogleStorageBucket } from '@cdktf/provider-google/lib/data-google-storage-bucket';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformProvider } from 'cdktf';
import { ServiceConnector, StackComponent } from '../../../constructs';
import { onlyResource, resourcesOf, synthesize } from '../synthesized';
import {
  componentOf,
  componentsIn,
  everything,
  gcpBase,
  gcpStackWith,
  googleObjects,
  grantsIn,
  makeBase,
  prod,
  PROJECT,
} from './support/gcp-stack';

describe('what exists already', () => {
  it('may be bucket and repository', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        const bucket = new DataGoogleStorageBucket(scope, 'bucket', { name: 'ours' });
        const repository = new DataGoogleArtifactRegistryRepository(scope, 'repository', {
          project: PROJECT,
          location: 'europe',
          repositoryId: 'ours',
        });
        makeBase(scope, { bucket, repository });
      }),
    );
    expect(resourcesOf(synth, 'google_storage_bucket')).toEqual([]);
    expect(resourcesOf(synth, 'google_artifact_registry_repository')).toEqual([]);
    expect(componentOf(synth, 'artifact_store')?.configuration).toEqual({
      path: 'gs://${data.google_storage_bucket.bucket.name}',
    });
    expect(synth.text).toContain('${data.google_artifact_registry_repository.repository.location}-docker.pkg.dev/');
  });

  it('may be service accounts, to which nothing is granted', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        const account = (accountId: string) =>
          new DataGoogleServiceAccount(scope, accountId, { accountId, project: PROJECT });
        makeBase(scope, {
          ...everything,
          vertexServiceAccount: account('vertex'),
          cloudRunServiceAccount: account('run'),
          skypilotServiceAccount: account('skypilot-v1'),
        });
      }),
    );
    expect(resourcesOf(synth, 'google_service_account')).toHaveLength(1);
    const members = grantsIn(synth).map(({ attributes: { member } }) => JSON.stringify(member));
    expect(members.filter((member) => /google_service_account\.(vertex|run|skypilot)/.test(member))).toEqual([]);
    expect(componentOf(synth, 'orchestrator')?.configuration).toMatchObject({
      workload_service_account: '${data.google_service_account.vertex.email}',
    });
  });

  it('may be the connector, and then no identity is made', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        const existing = ServiceConnector.fromName(scope, 'connector', 'gcp-prod');
        const connectors = { 'gcs-bucket': existing, 'docker-registry': existing, 'gcp-generic': existing };
        const base = makeBase(scope, { environment: prod, auth: undefined, connectors, services: ['vertex'] });
        expect(base.identity).toBeUndefined();
        expect(base.connectors).toEqual([existing]);
        for (const type of Object.keys(connectors)) expect(base.connectorFor(type)).toBe(existing);
      }),
    );
    expect(resourcesOf(synth, 'zenml_service_connector')).toEqual([]);
    expect(onlyResource(synth, 'google_service_account').account_id).toMatch(/-vertex$/);
    expect(componentOf(synth, 'image_builder')?.depends_on).toContainEqual(expect.stringContaining('vertex'));
    expect(componentOf(synth, 'artifact_store')?.connector_id).toBe(
      '${data.zenml_service_connector.connector_CF629986.id}',
    );
  });

  it('may be components', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        const existing = (
          type: 'orchestrator' | 'step_operator' | 'experiment_tracker' | 'deployer' | 'image_builder',
        ) => StackComponent.fromName(scope, type, { type, name: 'ours' });
        makeBase(scope, {
          orchestrator: existing('orchestrator'),
          stepOperator: existing('step_operator'),
          experimentTracker: existing('experiment_tracker'),
          deployer: existing('deployer'),
          imageBuilder: existing('image_builder'),
        });
      }),
    );
    expect(componentsIn(synth)).toEqual([
      ['artifact_store', 'gcp'],
      ['container_registry', 'gcp'],
    ]);
    expect(Object.keys(onlyResource(synth, 'zenml_stack').components as object)).toHaveLength(7);
  });

  it('may be enabled APIs', () => {
    const synth = gcpBase({ ...everything, enableApis: false });
    expect(resourcesOf(synth, 'google_project_service')).toEqual([]);
    expect(synth.text).not.toContain('google_project_service');
  });
});

describe('a provider', () => {
  it('that is named is that of every resource of Google, and of nothing else', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        const provider = new GoogleProvider(scope, 'other', { alias: 'other', project: 'other-project' });
        makeBase(scope, { ...everything, provider });
      }),
    );
    for (const { attributes } of googleObjects(synth)) expect(attributes.provider).toBe('google.other');
    expect(onlyResource(synth, 'zenml_stack').provider).toBeUndefined();
  });

  it('google-beta has the service agent of Vertex AI made before it may pull images', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        const provider = new GoogleProvider(scope, 'other', { alias: 'other' });
        const googleBetaProvider = new GoogleBeta(scope, 'beta', {
          terraformResourceType: 'google-beta',
          terraformGeneratorMetadata: { providerName: 'google-beta', providerVersionConstraint: '~> 6.0' },
          terraformProviderSource: 'hashicorp/google-beta',
        });
        makeBase(scope, { orchestrator: 'vertex', provider, googleBetaProvider });
      }),
    );
    expect(onlyResource(synth, 'google_project_service_identity')).toMatchObject({
      provider: 'google-beta',
      project: PROJECT,
      service: 'aiplatform.googleapis.com',
    });
    const pull = resourcesOf(synth, 'google_artifact_registry_repository_iam_member').find(({ member }) =>
      String(member).includes('gcp-sa-aiplatform'),
    );
    expect(pull?.depends_on).toContainEqual(expect.stringMatching(/^google_project_service_identity\./));
  });
});

class GoogleBeta extends TerraformProvider {}
