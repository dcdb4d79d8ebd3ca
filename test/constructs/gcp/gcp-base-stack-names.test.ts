import { TerraformVariable } from 'cdktf';
import { type GcpBaseStackProps } from '../../../constructs/gcp';
import { onlyResource, resourcesOf, synthesize } from '../synthesized';
import { dev, everything, gcpBase, gcpStackWith, keyless, makeBase, prod } from './support/gcp-stack';

describe('names and labels of a GCP base stack', () => {
  it('begin with zenml-<environment>- and digits from project, region and environment', () => {
    const synth = gcpBase();
    expect(onlyResource(synth, 'google_storage_bucket').name).toBe('zenml-dev-f31e9071');
    expect(onlyResource(synth, 'google_artifact_registry_repository').repository_id).toBe('zenml-dev-f31e9071');
    expect(onlyResource(synth, 'google_service_account').account_id).toBe('zenml-dev-f31e9071-client');
  });

  it.each<Partial<GcpBaseStackProps>>([{ projectId: 'acme-ml-2' }, { region: 'us-central1' }, { nameSeed: 'second' }])(
    'differ by %j',
    (props) => {
      expect(onlyResource(gcpBase(props), 'google_storage_bucket').name).toMatch(/^zenml-dev-(?!f31e9071)[0-9a-f]{8}$/);
    },
  );

  it('are derived by terraform where it alone knows the project', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        makeBase(scope, { projectId: new TerraformVariable(scope, 'project', { type: 'string' }).stringValue });
      }),
    );
    expect(onlyResource(synth, 'google_storage_bucket').name).toBe(
      'zenml-dev-${substr(sha256(join("/", [var.project, "europe-west1", "dev", ""])), 0, 8)}',
    );
  });

  it('are on everything that can carry them, in the alphabet of each side', () => {
    const synth = gcpBase({
      ...everything,
      services: [],
      environment: { ...prod, tags: { Team: 'ML Core' } },
      auth: keyless,
    });
    const common = {
      managed_by: 'terraform',
      environment: 'prod',
      project: 'fraud_detection',
      stack: 'prod-base-stack',
    };
    for (const type of ['google_storage_bucket', 'google_artifact_registry_repository']) {
      expect(onlyResource(synth, type).labels).toEqual({ ...common, team: 'ml-core' });
    }
    for (const type of ['zenml_service_connector', 'zenml_stack_component', 'zenml_stack']) {
      for (const { labels } of resourcesOf(synth, type)) expect(labels).toMatchObject({ ...common, Team: 'ML Core' });
    }
  });

  it('fails where two tags would be one label', () => {
    expect(() => gcpBase({ environment: { ...dev, tags: { Team: 'a', team: 'b' } } })).toThrow(
      'tags "Team" and "team" are both "team" as a label of Google',
    );
  });

  it('fails where a tag cannot be a label', () => {
    expect(() => gcpBase({ environment: { ...dev, tags: { '1st': 'a' } } })).toThrow(
      'expected a letter first: rename it',
    );
  });
});
