import { baseStackLabels, type EnvironmentSettings } from '../../constructs';

const place = { region: 'eu-west-1', resourcePrefix: 'zenml-dev-1a2b3c4d' };
const where = { region: 'eu-west-1', resource_prefix: 'zenml-dev-1a2b3c4d' };

describe('the labels of a base stack', () => {
  it.each<[string, EnvironmentSettings, Record<string, string>]>([
    ['no switch', {}, {}],
    ['switches that are off', { highAvailability: false, backupEnabled: false, complianceMode: 'standard' }, {}],
    ['high availability', { highAvailability: true }, { high_availability: 'true' }],
    ['backup', { backupEnabled: true }, { backup_enabled: 'true' }],
    ['the strict mode', { complianceMode: 'strict' }, { compliance_mode: 'strict' }],
  ])('say where it is, and %s', (_, settings, labels) => {
    expect(baseStackLabels({ ...place, environment: { name: 'dev', ...settings } })).toEqual({ ...where, ...labels });
  });

  it('say where it is without its environment', () => {
    expect(baseStackLabels(place)).toEqual(where);
  });

  it('say what its bucket is encrypted with, where that is a key that users must be allowed to use', () => {
    const encryptionKey = 'arn:aws:kms:eu-west-1:123456789012:key/1';
    expect(baseStackLabels({ ...place, encryptionKey })).toEqual({ ...where, encryption_key: encryptionKey });
  });

  it('say what runs on the services that it uses', () => {
    const identities = {
      vertex: 'steps@acme-ml.iam.gserviceaccount.com',
      'cloud-run': 'run@acme-ml',
      sagemaker: undefined,
    };
    expect(baseStackLabels({ ...place, identities })).toEqual({
      ...where,
      runs_as_vertex: 'steps@acme-ml.iam.gserviceaccount.com',
      runs_as_cloud_run: 'run@acme-ml',
    });
  });
});
