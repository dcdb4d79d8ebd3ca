import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import {
  AwsConnectorAuth,
  DockerConnectorAuth,
  GcpConnectorAuth,
  KubernetesConnectorAuth,
  Oauth2ConnectorAuth,
  ServiceConnector,
  type TypedConnectorAuth,
} from '../../constructs';
import committed from '../../scripts/connectors/connector-types.json';
import { readConnectorTypes, type ConnectorTypeJson } from '../../scripts/connectors/connector-types';
import { ZenmlProvider } from '../../src/bindings/provider';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

let server: RunningZenmlServer;
let rest: ZenmlRest;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
});

afterAll(() => server.stop());

describe('the connector types that the values are generated from', () => {
  it('are those of the pinned ZenML; if this fails, run "npm run connectors"', async () => {
    expect(await readConnectorTypes()).toEqual(committed);
  });

  it('are those that a server tells, as far as it has their libraries', async () => {
    const told = await rest.read<ConnectorTypeJson[]>('/service_connector_types');
    expect(told.map(({ connector_type: type }) => type)).toEqual(expect.arrayContaining(['aws', 'docker', 'gcp']));
    for (const type of told) {
      const known = committed.types.find((candidate) => candidate.connector_type === type.connector_type);
      // Of descriptions the first paragraphs are kept alone.
      const methods = known?.auth_methods.map((method) => ({
        ...method,
        description: expect.stringContaining(method.description) as string,
      }));
      expect(type).toMatchObject({ ...known, auth_methods: methods });
    }
  });
});

describe('every method of the types that the server has', () => {
  const serviceAccount = {
    type: 'service_account',
    project_id: 'acme-ml',
    private_key_id: 'none',
    private_key: 'none',
    client_email: 'zenml@acme-ml.iam.gserviceaccount.com',
    client_id: '1',
    auth_uri: 'https://accounts.test/auth',
    token_uri: 'https://accounts.test/token',
    auth_provider_x509_cert_url: 'https://accounts.test/certs',
    client_x509_cert_url: 'https://accounts.test/cert',
  };
  const userAccount = { type: 'authorized_user', refresh_token: 'none', client_secret: 'none', client_id: 'none' };
  const externalAccount = { type: 'external_account', subject_token_type: 'jwt', token_url: 'https://sts.test' };
  const secrets = {
    text: 'c2VjcmV0IG9mIHRoZSB0ZXN0',
    service_account: JSON.stringify(serviceAccount),
    user_account: JSON.stringify(userAccount),
  };
  let workspace: TerraformWorkspace;
  let auths: Record<string, TypedConnectorAuth>;

  /** Each method with all that it takes. */
  function everyMethod(stack: TerraformStack): Record<string, TypedConnectorAuth> {
    const variable = (name: keyof typeof secrets): string => {
      const declared = new TerraformVariable(stack, name, { type: 'string', sensitive: true });
      declared.addOverride('ephemeral', true);
      return `\${var.${name}}`;
    };
    const text = variable('text');
    const aws = { region: 'eu-west-1', endpointUrl: 'https://aws.test' };
    const key = { ...aws, awsAccessKeyId: 'AKIAIOSFODNN7EXAMPLE', awsSecretAccessKey: text };
    const session = { policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], policy: '{"Statement":[]}' };
    const roleArn = 'arn:aws:iam::123456789012:role/zenml';
    const gcp = { projectId: 'acme-ml' };
    const serviceAccountJson = variable('service_account');
    const cluster = { server: 'https://10.0.0.1', clusterName: 'ml', insecure: true, certificateAuthority: 'bm9uZQ==' };
    const api = { apiUrl: 'https://api.test' };
    const grant = {
      ...api,
      tokenUrl: 'https://login.test/token',
      clientId: 'ml',
      clientSecret: text,
      scope: 'read write',
      clientAuthMethod: 'client_secret_post',
      tokenParams: { resource: 'features' },
      tokenHeaders: { 'X-Tenant': 'acme' },
    } as const;
    return {
      'aws-implicit': AwsConnectorAuth.implicit({ ...aws, ...session, roleArn, profileName: 'ml' }),
      'aws-secret-key': AwsConnectorAuth.secretKey(key),
      'aws-sts-token': AwsConnectorAuth.stsToken({ ...key, awsSessionToken: text }),
      'aws-iam-role': AwsConnectorAuth.iamRole({ ...key, ...session, roleArn }),
      'aws-session-token': AwsConnectorAuth.sessionToken(key),
      'aws-federation-token': AwsConnectorAuth.federationToken({ ...key, ...session }),
      'docker-password': DockerConnectorAuth.password({ username: 'ml', password: text, registry: 'registry.test' }),
      'gcp-implicit': GcpConnectorAuth.implicit(gcp),
      'gcp-user-account': GcpConnectorAuth.userAccount({
        ...gcp,
        userAccountJson: variable('user_account'),
        generateTemporaryTokens: false,
      }),
      'gcp-service-account': GcpConnectorAuth.serviceAccount({
        ...gcp,
        serviceAccountJson,
        generateTemporaryTokens: false,
      }),
      'gcp-external-account': GcpConnectorAuth.externalAccount({
        ...gcp,
        externalAccountJson: JSON.stringify(externalAccount),
        generateTemporaryTokens: false,
      }),
      'gcp-oauth2-token': GcpConnectorAuth.oauth2Token({ ...gcp, token: text, serviceAccountEmail: 'zenml@acme-ml' }),
      'gcp-impersonation': GcpConnectorAuth.impersonation({
        ...gcp,
        serviceAccountJson,
        generateTemporaryTokens: false,
        targetPrincipal: 'ml@acme-ml.iam.gserviceaccount.com',
      }),
      'kubernetes-password': KubernetesConnectorAuth.password({ ...cluster, username: 'ml', password: text }),
      'kubernetes-token': KubernetesConnectorAuth.token({
        ...cluster,
        token: text,
        clientCertificate: text,
        clientKey: text,
      }),
      'oauth2-client-credentials': Oauth2ConnectorAuth.clientCredentials({ ...grant, audience: 'ml' }),
      'oauth2-refresh-token': Oauth2ConnectorAuth.refreshToken({ ...grant, refreshToken: text }),
      'oauth2-token': Oauth2ConnectorAuth.token({ ...api, accessToken: text }),
    };
  }

  beforeAll(async () => {
    const told = await rest.read<ConnectorTypeJson[]>('/service_connector_types');
    const installed = new Set(told.map(({ connector_type: type }) => type));
    const stack = new TerraformStack(Testing.app(), 'connectors');
    new ZenmlProvider(stack, 'zenml');
    const all = Object.entries(everyMethod(stack)).filter(([, { connectorType }]) => installed.has(connectorType));
    auths = Object.fromEntries(all);
    for (const [name, auth] of all) new ServiceConnector(stack, name, { auth, name, verify: false });
    const variables = Object.entries(secrets).map(([name, value]) => [`TF_VAR_${name}`, value] as const);
    const environment = { ...server.environment, ...Object.fromEntries(variables) };
    workspace = await createTerraformWorkspace({ hcl: '', environment });
    await rm(path.join(workspace.directory, 'main.tf'));
    await writeFile(path.join(workspace.directory, 'main.tf.json'), Testing.synth(stack, true));
  });

  afterAll(async () => {
    await workspace.destroy();
    await workspace.dispose();
  });

  it('is tried with all that it takes', () => {
    const methods = committed.types.filter(({ connector_type: type }) =>
      Object.values(auths).some(({ connectorType }) => connectorType === type),
    );
    const names = methods.flatMap(({ connector_type: type, auth_methods }) =>
      auth_methods.map(({ auth_method: method }) => `${type}-${method}`),
    );
    expect(Object.keys(auths).sort()).toEqual(names.sort());
    for (const { connector_type: type, auth_methods } of methods) {
      for (const { auth_method: method, config_schema } of auth_methods) {
        const { configuration, secretConfiguration } = auths[`${type}-${method}`] ?? {};
        const given = Object.entries({ ...configuration, ...secretConfiguration }).filter(
          ([, value]) => value !== undefined,
        );
        expect(given.map(([key]) => key).sort()).toEqual(Object.keys(config_schema.properties).sort());
      }
    }
  });

  it('makes a connector that has all of it on the server, and that the next plan leaves alone', async () => {
    const values = new Map(Object.entries(secrets).map(([name, value]) => [`\${var.${name}}`, value]));
    await workspace.apply();
    for (const { id, name } of await rest.list('service_connectors')) {
      const { configuration = {}, secretConfiguration = {} } = auths[name] ?? {};
      const { metadata } = await rest.get(`/service_connectors/${id}`);
      const held = (metadata as { configuration: Record<string, unknown> }).configuration;
      expect(Object.keys(held).sort()).toEqual(
        [...Object.keys(configuration), ...Object.keys(secretConfiguration)].sort(),
      );
      for (const [key, value] of Object.entries(configuration))
        expect([name, key, held[key]]).toEqual([name, key, typeof value === 'boolean' ? String(value) : value]);
      for (const [key, reference] of Object.entries(secretConfiguration))
        expect([name, key, held[key]]).toEqual([name, key, values.get(reference)]);
    }
    expect((await rest.names('service_connectors')).sort()).toEqual(Object.keys(auths).sort());
    expect(await workspace.plan()).toEqual([]);
  });
});
