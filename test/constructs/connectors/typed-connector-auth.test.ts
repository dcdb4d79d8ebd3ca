import { TerraformVariable } from 'cdktf';
import {
  AwsConnectorAuth,
  AzureConnectorAuth,
  DockerConnectorAuth,
  GcpConnectorAuth,
  HyperaiConnectorAuth,
  KubernetesConnectorAuth,
  Oauth2ConnectorAuth,
  ServiceConnector,
  type ServiceConnectorProps,
  type TypedConnectorAuth,
} from '../../../constructs';
import { types } from '../../../scripts/connectors/connector-types.json';
import { onlyResource, stackWith, synthesize, synthesized } from '../synthesized';

const VALUES: Readonly<Record<string, object>> = {
  aws: AwsConnectorAuth,
  azure: AzureConnectorAuth,
  docker: DockerConnectorAuth,
  gcp: GcpConnectorAuth,
  hyperai: HyperaiConnectorAuth,
  kubernetes: KubernetesConnectorAuth,
  oauth2: Oauth2ConnectorAuth,
};

const UUID = '0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4';
const variable = '${var.secret}';
const key = { awsAccessKeyId: 'AKIAIOSFODNN7EXAMPLE', awsSecretAccessKey: variable, region: 'eu-west-1' };
const cluster = { server: 'https://10.0.0.1', clusterName: 'ml' };
const grant = {
  apiUrl: 'https://api.test',
  tokenUrl: 'https://login.test/token',
  clientId: 'ml',
  clientSecret: variable,
};

const camelCase = (name: string) => name.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());

/** The value of a method, given what it takes. */
function authOf(type: string, method: string, props: object): TypedConnectorAuth {
  const make: unknown = Reflect.get(VALUES[type] ?? {}, camelCase(method));
  if (typeof make !== 'function') throw new Error(`${type} has no ${method}`);
  return Reflect.apply(make, undefined, [props]) as TypedConnectorAuth;
}

/** What synth says of a connector. */
function refusal(props: ServiceConnectorProps): string {
  const stack = stackWith((scope) => new ServiceConnector(scope, 'c', props));
  try {
    synthesize(stack);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

const refusalOf = (auth: TypedConnectorAuth) => refusal({ auth });

describe('every method of every connector type', () => {
  it('hands its settings over by the keys of the server, and its secrets where terraform keeps none', () => {
    const written = ['aws_access_key_id', 'username', 'certificate_authority', 'external_account_json'];
    for (const { connector_type: type, auth_methods: methods } of types) {
      expect(Object.keys(VALUES[type] ?? {})).toEqual(methods.map(({ auth_method: method }) => camelCase(method)));
      for (const { auth_method: method, config_schema: schema } of methods) {
        const keys = Object.entries(schema.properties);
        const isSecret = ([name, property]: (typeof keys)[number]) =>
          JSON.stringify(property).includes('"writeOnly":true') && !written.includes(name);
        const props = Object.fromEntries(keys.map(([name]) => [camelCase(name), `\${var.${name}}`]));
        const auth = authOf(type, method, { ...props, secretVersion: 3, extra: { tomorrow: 'x' } });
        const plain = keys.filter((entry) => !isSecret(entry)).map(([name]) => name);
        const secret = keys.filter(isSecret).map(([name]) => name);

        const synth = synthesized((scope) => new ServiceConnector(scope, 'c', { auth }));
        const { configuration, configuration_wo, configuration_wo_version, ...others } = onlyResource(
          synth,
          'zenml_service_connector',
        );
        expect(others).toMatchObject({ type, auth_method: method });
        expect(configuration).toEqual({
          ...Object.fromEntries(plain.map((name) => [name, `\${var.${name}}`])),
          tomorrow: 'x',
        });
        expect([type, method, configuration_wo]).toEqual([
          type,
          method,
          secret.length === 0 ? undefined : Object.fromEntries(secret.map((name) => [name, `\${var.${name}}`])),
        ]);
        expect(configuration_wo_version).toBe(secret.length === 0 ? undefined : 3);
      }
    }
  });

  it('leaves out what is not given', () => {
    const synth = synthesized(
      (scope) => new ServiceConnector(scope, 'c', { auth: AwsConnectorAuth.implicit({ region: 'eu-west-1' }) }),
    );
    expect(onlyResource(synth, 'zenml_service_connector').configuration).toEqual({ region: 'eu-west-1' });
  });

  it('takes sensitive variables for secrets, in the first version', () => {
    const synth = synthesized((scope) => {
      const password = new TerraformVariable(scope, 'password', { sensitive: true }).stringValue;
      new ServiceConnector(scope, 'c', { auth: DockerConnectorAuth.password({ username: '_json_key', password }) });
    });
    expect(onlyResource(synth, 'zenml_service_connector')).toMatchObject({
      configuration: { username: '_json_key' },
      configuration_wo: { password: '${var.password}' },
      configuration_wo_version: 1,
    });
  });

  it('tells what the connector stores, and what the server must permit', () => {
    const told = (auth: TypedConnectorAuth) => [auth.authMethod, auth.credential, auth.needsImplicitAuth];
    const json = { serviceAccountJson: variable };
    const project = { projectId: 'acme-ml' };
    expect(
      [
        AwsConnectorAuth.implicit({ region: 'eu-west-1' }),
        AwsConnectorAuth.secretKey(key),
        AwsConnectorAuth.stsToken({ ...key, awsSessionToken: variable }),
        AwsConnectorAuth.iamRole({ ...key, roleArn: 'arn:aws:iam::123456789012:role/ml' }),
        AwsConnectorAuth.sessionToken(key),
        AwsConnectorAuth.federationToken(key),
        GcpConnectorAuth.implicit(project),
        GcpConnectorAuth.userAccount({ ...project, userAccountJson: variable }),
        GcpConnectorAuth.serviceAccount(json),
        GcpConnectorAuth.externalAccount({ ...project, externalAccountJson: variable }),
        GcpConnectorAuth.oauth2Token({ ...project, token: variable }),
        GcpConnectorAuth.impersonation({ ...json, targetPrincipal: 'ml@acme-ml.iam.gserviceaccount.com' }),
        AzureConnectorAuth.implicit({}),
        AzureConnectorAuth.servicePrincipal({ clientId: UUID, tenantId: UUID, clientSecret: variable }),
        AzureConnectorAuth.accessToken({ token: variable }),
      ].map(told),
    ).toEqual([
      ['implicit', 'none', true],
      ['secret-key', 'long-lived-key', false],
      ['sts-token', 'expiring-token', false],
      ['iam-role', 'long-lived-key', false],
      ['session-token', 'long-lived-key', false],
      ['federation-token', 'long-lived-key', false],
      ['implicit', 'none', true],
      ['user-account', 'long-lived-key', false],
      ['service-account', 'long-lived-key', false],
      ['external-account', 'none', true],
      ['oauth2-token', 'expiring-token', false],
      ['impersonation', 'long-lived-key', false],
      ['implicit', 'none', true],
      ['service-principal', 'long-lived-key', false],
      ['access-token', 'expiring-token', false],
    ]);
  });
});

describe('the settings of a connector', () => {
  const bucket = { auth: AwsConnectorAuth.iamRole({ ...key, roleArn: '${var.role}' }), resourceType: 's3-bucket' };

  it.each<[string, Partial<ServiceConnectorProps>]>([
    ['the shortest lifetime', { expirationSeconds: 900 }],
    ['the default lifetime, which is 0', { expirationSeconds: 0 }],
    ['a point in time with a zone', { expiresAt: '2028-02-29T23:59:59.5+02:00' }],
    ['what only terraform knows', { resourceType: '${var.kind}', expiresAt: '${var.end}' }],
    ['a resource of its type', { resourceId: 's3://acme-ml' }],
  ])('may have %s', (_, props) => {
    expect(refusal({ ...bucket, ...props })).toBe('');
  });

  it.each<[string, Partial<ServiceConnectorProps>, string]>([
    [
      'a resource type of another cloud',
      { resourceType: 'gcs-bucket' },
      'resourceType is "gcs-bucket"; connectors of the type aws with the method iam-role reach aws-generic, s3-bucket, kubernetes-cluster, docker-registry: use one of these, or leave it out for all',
    ],
    [
      'a resource without its type',
      { resourceType: undefined, resourceId: 's3://acme-ml' },
      'resourceId is "s3://acme-ml" without resourceType: say which type of resource it is',
    ],
    [
      'a lifetime that is too short',
      { expirationSeconds: 899 },
      'expirationSeconds is 899; the method iam-role takes whole seconds, at least 900: change it, or leave it out for the default',
    ],
    [
      'a lifetime that is too long',
      { auth: AwsConnectorAuth.sessionToken(key), expirationSeconds: 129_601 },
      'expirationSeconds is 129601; the method session-token takes whole seconds, 900 to 129600: change it',
    ],
    [
      'a lifetime in fractions of a second',
      {
        auth: GcpConnectorAuth.impersonation({ serviceAccountJson: variable, targetPrincipal: 'ml' }),
        expirationSeconds: 0.5,
      },
      'expirationSeconds is 0.5; the method impersonation takes whole seconds, 1 to 3600: change it',
    ],
    [
      'a lifetime where there is none to choose',
      { auth: AwsConnectorAuth.secretKey(key), expirationSeconds: 3600 },
      'expirationSeconds is 3600; the method secret-key hands out nothing with a lifetime to choose: leave it out',
    ],
    [
      'an end without a zone',
      { expiresAt: '2027-01-31T12:00:00' },
      'expiresAt is "2027-01-31T12:00:00", which is no point in time: write it as "2027-01-31T12:00:00Z"',
    ],
    [
      'an end on a day that does not exist',
      { expiresAt: '2027-02-29T12:00:00Z' },
      'expiresAt is "2027-02-29T12:00:00Z"',
    ],
  ])('fails with %s', (_, props, message) => {
    expect(refusal({ ...bucket, ...props })).toContain(`[test/c] ${message}`);
  });

  it('fails with all its faults at once', () => {
    const said = refusal({ ...bucket, resourceType: 's3', expirationSeconds: 1, expiresAt: 'tomorrow' });
    for (const part of ['resourceType is "s3"', 'expirationSeconds is 1', 'expiresAt is "tomorrow"'])
      expect(said).toContain(part);
  });

  it('are left to the plan where the method is not one of these', () => {
    const auth = { connectorType: 'aws', authMethod: 'telepathy' };
    expect(refusal({ auth, resourceType: 'mind', expirationSeconds: 1 })).toBe('');
  });
});

describe('the settings of a method', () => {
  const externalAccount = { type: 'external_account', subject_token_type: 'jwt', token_url: 'https://sts.test' };
  const external = (externalAccountJson: string) =>
    GcpConnectorAuth.externalAccount({ projectId: 'acme-ml', externalAccountJson });

  it.each([
    ['a workload identity', external(JSON.stringify(externalAccount))],
    ['a workload identity in base64', external(btoa(JSON.stringify(externalAccount)))],
    ['a workload identity that terraform puts together', external('${jsonencode({type = "external_account"})}')],
    ['a token for a cluster', KubernetesConnectorAuth.token({ ...cluster, token: variable })],
    [
      'a certificate for a cluster',
      KubernetesConnectorAuth.token({ ...cluster, clientCertificate: variable, clientKey: variable }),
    ],
    [
      'parameters of their own for tokens',
      Oauth2ConnectorAuth.clientCredentials({ ...grant, tokenParams: { resource: 'ml' } }),
    ],
  ])('may be %s', (_, auth) => {
    expect(refusalOf(auth)).toBe('');
  });

  it.each([
    [
      'a literal secret',
      DockerConnectorAuth.password({ username: 'ml', password: 'hunter2' }),
      'secretConfiguration.password is written out and would lie in cdktf.out',
    ],
    ['a name for an id', AzureConnectorAuth.implicit({ tenantId: 'acme' }), 'tenantId is "acme"; it must be a UUID'],
    [
      'a path for a workload identity',
      external('./credentials.json'),
      'externalAccountJson is no JSON object: give what `gcloud',
    ],
    [
      'the key of a service account for a workload identity',
      external(JSON.stringify({ ...externalAccount, type: 'service_account' })),
      'externalAccountJson is of the type "service_account"; the server takes "external_account"',
    ],
    [
      'a workload identity without an issuer',
      external('{"type":"external_account"}'),
      'externalAccountJson has no subject_token_type and no token_url',
    ],
    [
      'nothing for a cluster',
      KubernetesConnectorAuth.token(cluster),
      'no credential is given, so the cluster would refuse everything: give token, or clientCertificate and clientKey',
    ],
    [
      'a certificate without its key',
      KubernetesConnectorAuth.token({ ...cluster, clientCertificate: variable }),
      'clientCertificate is given alone',
    ],
    [
      'a key without its certificate',
      KubernetesConnectorAuth.token({ ...cluster, clientKey: variable }),
      'clientKey is given alone',
    ],
    [
      'a parameter that ZenML sets',
      Oauth2ConnectorAuth.clientCredentials({ ...grant, tokenParams: { scope: 'all' } }),
      'tokenParams has "scope", which ZenML sets itself: give scope',
    ],
    [
      'a header that ZenML sets',
      Oauth2ConnectorAuth.refreshToken({ ...grant, refreshToken: variable, tokenHeaders: { authorization: 'Basic' } }),
      'tokenHeaders has "authorization", which ZenML sets itself: give clientAuthMethod',
    ],
  ])('fails with %s', (_, auth, message) => {
    const said = refusalOf(auth);
    expect(said).toContain(`[test/c] ${message}`);
    expect(said).not.toContain('hunter2');
  });
});
