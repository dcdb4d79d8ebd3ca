import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

const externalAccount = {
  type: 'external_account',
  audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/zenml/providers/oidc',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  token_url: 'https://sts.invalid/v1/token',
  credential_source: { file: '/var/run/secrets/token' },
};

/** Connectors that hold no credential: what they may do is what the server may do. */
const connectors = {
  aws: 'type = "aws"\n auth_method = "implicit"\n configuration = { region = "us-east-1" }',
  aws_bucket:
    'type = "aws"\n auth_method = "implicit"\n resource_type = "s3-bucket"\n configuration = { region = "us-east-1" }',
  gcp: 'type = "gcp"\n auth_method = "implicit"\n configuration = { project_id = "acme-ml" }',
  gcp_federated: `type = "gcp"\n auth_method = "external-account"\n resource_type = "gcs-bucket"
    configuration = {
      project_id            = "acme-ml"
      external_account_json = jsonencode(${JSON.stringify(externalAccount)})
    }`,
};

const resources = (names: readonly (keyof typeof connectors)[], more = '') =>
  names
    .map(
      (name) => `resource "zenml_service_connector" "${name}" {\n name = "${name}"\n ${connectors[name]}\n${more}\n}`,
    )
    .join('\n');

const said = ({ summary, detail }: { summary: string; detail: string }) => `${summary}: ${detail}`.replace(/\s+/g, ' ');

let moto: RunningMoto;
let server: RunningZenmlServer;
let workspace: TerraformWorkspace;

beforeAll(async () => {
  moto = await startMoto();
});

afterAll(async () => {
  await moto.stop();
});

async function start(settings: Record<string, string>): Promise<void> {
  server = await startZenmlServer({ moto, settings });
  workspace = await createTerraformWorkspace({ hcl: '', environment: server.environment });
}

async function stop(): Promise<void> {
  await workspace.dispose();
  await server.stop();
}

describe('a server that was started without ZENML_ENABLE_IMPLICIT_AUTH_METHODS', () => {
  beforeAll(() => start({}));
  afterAll(stop);

  it('refuses connectors that would act as itself, and the provider says how it is made to take them', async () => {
    const names = ['aws', 'aws_bucket', 'gcp', 'gcp_federated'] as const;
    await workspace.write(resources(names));
    const { diagnostics } = await workspace.applyFailing();
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ address }) => address).sort()).toEqual(names.map((name) => `zenml_service_connector.${name}`));
    for (const error of errors) {
      expect(said(error)).toMatch(
        /^Implicit Authentication Not Enabled: .*`auth_method`.*Nothing was changed\. Start the server with ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true in its environment .*run the command again/,
      );
    }
    expect(await new ZenmlRest(server.url, server.apiKey).names('service_connectors')).toEqual([]);
  });

  it('takes them unverified, and the provider says the same to whoever asks what they reach', async () => {
    await workspace.write(resources(['gcp_federated'], 'verify = false'));
    await workspace.apply();
    await workspace.write(
      `${resources(['gcp_federated'], 'verify = false')}
      data "zenml_service_connector_resources" "reached" {\n id = zenml_service_connector.gcp_federated.id\n}`,
    );
    const { diagnostics } = await workspace.planFailing();
    expect(diagnostics.map(said)).toEqual([
      expect.stringMatching(/^Service Connector Not Working: .*ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true/),
    ]);
  });
});

describe('a server that was started with it', () => {
  beforeAll(() =>
    start({
      ZENML_ENABLE_IMPLICIT_AUTH_METHODS: 'true',
      AWS_ACCESS_KEY_ID: moto.environment.AWS_ACCESS_KEY_ID ?? '',
      AWS_SECRET_ACCESS_KEY: moto.environment.AWS_SECRET_ACCESS_KEY ?? '',
    }),
  );
  afterAll(stop);

  it('takes the connectors of the cloud that it runs in', async () => {
    await workspace.write(resources(['aws']));
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
    await workspace.destroy();
  });
});
