import { GcpAuth, type GcpBaseStackProps } from '../../../constructs/gcp';
import { resourcesOf, type Synthesized } from '../synthesized';
import { gcpBase, grantsIn } from './support/gcp-stack';

/** Who has which role on what, each under a short name. */
function access(synth: Synthesized): readonly string[] {
  return grantsIn(synth)
    .map(({ type, attributes }) => {
      const on = type.replace(/^google_|_iam_member$/g, '').replace(/.*_(?=bucket|repository)/, '');
      const condition = attributes.condition ? ' if' : '';
      return `${memberIn(String(attributes.member))} ${roleIn(String(attributes.role))} on ${on}${condition}`;
    })
    .sort();
}

const members: readonly (readonly [RegExp, string])[] = [
  [/base_identity_/, 'client'],
  [/base_services_(vertex|cloud-run|skypilot)_service-account/, '$1'],
  [/google_compute_default_service_account/, 'builder'],
  [/@cloudbuild\.gserviceaccount\.com$/, 'legacy builder'],
  [/@gcp-sa-aiplatform\./, 'service agent'],
];

function memberIn(text: string): string {
  for (const [pattern, name] of members) {
    const match = pattern.exec(text);
    if (match) return name.replace('$1', match[1] ?? '');
  }
  throw new Error(`nobody knows ${text}`);
}

function roleIn(role: string): string {
  return role.startsWith('roles/') ? role.slice('roles/'.length) : 'custom';
}

const permissionsIn = (synth: Synthesized, title: string) =>
  resourcesOf(synth, 'google_project_iam_custom_role').find((role) => role.title === title)?.permissions as string[];

const only = (props: Partial<GcpBaseStackProps>) => gcpBase({ imageBuilder: 'none', ...props });

const storage = [
  'client artifactregistry.writer on repository',
  'client storage.legacyBucketReader on bucket',
  'client storage.objectUser on bucket',
];

describe('the access that a GCP base stack gives', () => {
  it('is the bucket and the repository, and nothing in the project', () => {
    expect(access(only({}))).toEqual(storage);
  });

  it('is builds with Cloud Build, that run as the default service account of Compute Engine', () => {
    expect(access(gcpBase())).toEqual(
      [
        ...storage,
        'builder artifactregistry.writer on repository',
        'builder logging.logWriter on project',
        'builder storage.objectViewer on bucket',
        'client cloudbuild.builds.editor on project',
        'client iam.serviceAccountUser on service_account',
      ].sort(),
    );
  });

  it("is builds that run as Cloud Build's own account where the project has that, which nobody can act as", () => {
    expect(access(gcpBase({ buildServiceAccount: 'legacy' }))).toEqual(
      [
        ...storage,
        'legacy builder artifactregistry.writer on repository',
        'legacy builder logging.logWriter on project',
        'legacy builder storage.objectViewer on bucket',
        'client cloudbuild.builds.editor on project',
      ].sort(),
    );
  });

  it('is jobs on Vertex AI, that run as an account of their own with images that the service agent pulls', () => {
    const synth = only({ orchestrator: 'vertex' });
    expect(access(synth)).toEqual(
      [
        ...storage,
        'client custom on project',
        'client iam.serviceAccountUser on service_account',
        'service agent artifactregistry.reader on repository',
        'vertex aiplatform.user on project',
        'vertex artifactregistry.reader on repository',
        'vertex logging.logWriter on project',
        'vertex storage.legacyBucketReader on bucket',
        'vertex storage.objectUser on bucket',
      ].sort(),
    );
    const permissions = permissionsIn(synth, 'ZenML on Vertex AI');
    expect(permissions.filter((permission) => !permission.startsWith('aiplatform.'))).toEqual([]);
    expect(permissions.filter((permission) => /models|endpoints|datasets|delete/i.test(permission))).toEqual([]);
    expect(permissions).toEqual(
      expect.arrayContaining([
        'aiplatform.pipelineJobs.create',
        'aiplatform.customJobs.create',
        'aiplatform.schedules.create',
      ]),
    );
  });

  it('is services on Cloud Run, and the secrets of deployments alone', () => {
    const synth = only({ deployer: 'cloud-run' });
    expect(access(synth)).toEqual(
      [
        ...storage,
        'client custom on project',
        'client custom on project if',
        'client iam.serviceAccountUser on service_account',
        'cloud-run secretmanager.secretAccessor on project if',
      ].sort(),
    );
    const conditions = grantsIn(synth).flatMap(({ attributes }) => attributes.condition ?? []);
    for (const condition of conditions) {
      expect(condition).toMatchObject({
        expression: expect.stringMatching(
          /^resource\.name\.startsWith\("projects\/\$\{data\.google_project\.\w+\.number\}\/secrets\/zenml-dev-f31e9071-"\)$/,
        ) as unknown,
      });
    }
    expect(
      permissionsIn(synth, 'ZenML on Cloud Run').filter((permission) =>
        /versions|secrets\.(get|list)/.test(permission),
      ),
    ).toEqual([]);
  });

  it('is virtual machines with SkyPilot, that run as skypilot-v1', () => {
    const synth = only({ orchestrator: 'skypilot' });
    expect(access(synth)).toEqual(
      [
        ...storage,
        'client custom on project',
        'client iam.serviceAccountUser on service_account',
        'skypilot custom on project',
        'skypilot iam.serviceAccountUser on service_account',
      ].sort(),
    );
    const permissions = permissionsIn(synth, 'ZenML on virtual machines by SkyPilot');
    expect(permissions).not.toContain('iam.serviceAccounts.actAs');
    expect(permissions.filter((permission) => /storage|setIamPolicy/.test(permission))).toEqual([]);
    expect(resourcesOf(synth, 'google_service_account').map(({ account_id }) => account_id)).toContain('skypilot-v1');
  });

  it('is the same for every pattern', () => {
    const auth = GcpAuth.workloadIdentity({ aws: { accountId: '715803424590', roleName: 'zenml' } });
    const federated = access(only({ auth })).filter((line) => !line.includes('workloadIdentityUser'));
    expect(federated).toEqual(access(only({})));
  });
});
