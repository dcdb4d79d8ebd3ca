import { TerraformVariable } from 'cdktf';
import { ServiceConnector, type ConnectorAuth } from '../../constructs';
import { onlyDataSource, onlyResource, resourcesOf, stackWith, synthesize, synthesized } from './synthesized';

const connector = 'zenml_service_connector';
const implicit: ConnectorAuth = { connectorType: 'aws', authMethod: 'implicit' };

const withAuth = (auth: ConnectorAuth) => stackWith((scope) => new ServiceConnector(scope, 'c', { auth }));

describe('a service connector', () => {
  it('carries its settings, and waits for what it depends on', () => {
    const synth = synthesized((scope) => {
      const auth = { connectorType: 'docker', authMethod: 'password' };
      new ServiceConnector(scope, 'first', { auth, verify: false });
      new ServiceConnector(scope, 'second', {
        auth: { ...implicit, configuration: { region: 'us-east-1' } },
        resourceType: 's3-bucket',
        resourceId: 's3://bucket',
        description: 'For artifacts',
        expirationSeconds: 3600,
        expiresAt: '2027-01-31T12:00:00Z',
        labels: { a: 'b' },
        dependsOn: [{ fqn: 'aws_iam_role_policy.access' }],
      });
    });
    const [first, second] = resourcesOf(synth, connector);
    expect(first).toMatchObject({ name: 'test-first', type: 'docker', auth_method: 'password', verify: false });
    expect(second).toMatchObject({
      name: 'test-second',
      type: 'aws',
      auth_method: 'implicit',
      configuration: { region: 'us-east-1' },
      resource_type: 's3-bucket',
      resource_id: 's3://bucket',
      description: 'For artifacts',
      expiration_seconds: 3600,
      expires_at: '2027-01-31T12:00:00Z',
      labels: { a: 'b' },
      depends_on: ['aws_iam_role_policy.access'],
    });
    expect(second).not.toHaveProperty('configuration_wo_version');
  });

  it('hands secrets over where terraform keeps none, in the first version unless told otherwise', () => {
    const synth = synthesized((scope) => {
      const key = new TerraformVariable(scope, 'key', { sensitive: true }).stringValue;
      const secret: ConnectorAuth = {
        connectorType: 'aws',
        authMethod: 'secret-key',
        configuration: { aws_access_key_id: 'AKIA' },
        secretConfiguration: { aws_secret_access_key: key },
      };
      new ServiceConnector(scope, 'first', { auth: secret });
      new ServiceConnector(scope, 'second', { auth: { ...secret, secretVersion: 2 } });
    });
    expect(resourcesOf(synth, connector)).toMatchObject([
      {
        configuration: { aws_access_key_id: 'AKIA' },
        configuration_wo: { aws_secret_access_key: '${var.key}' },
        configuration_wo_version: 1,
      },
      { configuration_wo_version: 2 },
    ]);
  });

  it('fails where a secret is written out, and does not repeat it', () => {
    const stack = withAuth({ ...implicit, secretConfiguration: { token: 'hunter2', region: '${var.region}' } });
    expect(() => synthesize(stack)).toThrow(
      '[test/c] secretConfiguration.token is written out and would lie in cdktf.out',
    );
    expect(() => synthesize(stack)).not.toThrow('hunter2');
    expect(() => synthesize(stack)).not.toThrow('secretConfiguration.region');
  });

  it('fails where a secret is a reference, which ZenML looks up in components only', () => {
    const stack = withAuth({ ...implicit, secretConfiguration: { token: '{{aws.token}}' } });
    expect(() => synthesize(stack)).toThrow('secretConfiguration.token refers to a secret of the ZenML server');
  });

  it('fails where a secret is among the settings, which lie in the state, and does not repeat it', () => {
    const stack = withAuth({ ...implicit, configuration: { region: 'eu-west-1', aws_secret_access_key: 'hunter2' } });
    expect(() => synthesize(stack)).toThrow('[test/c] aws_secret_access_key is a secret');
    expect(() => synthesize(stack)).not.toThrow('hunter2');
  });

  it('fails where a key is given twice', () => {
    const stack = withAuth({ ...implicit, configuration: { token: 'a' }, secretConfiguration: { token: '${var.t}' } });
    expect(() => synthesize(stack)).toThrow('token is in configuration and in secretConfiguration');
  });

  it.each([
    ['name', 'shared'],
    ['id', '0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4'],
  ] as const)('may be one that exists, by %s', (key, value) => {
    const synth = synthesized((scope) => {
      const found =
        key === 'name'
          ? ServiceConnector.fromName(scope, 'shared', value)
          : ServiceConnector.fromId(scope, 'shared', value);
      expect(scope.node.findChild('shared')).toBe(found);
      new ServiceConnector(scope, 'other', { auth: implicit, description: found.connectorId });
    });
    expect(onlyDataSource(synth, connector)[key]).toBe(value);
    expect(onlyResource(synth, connector).description).toMatch(/^\$\{data\.zenml_service_connector\.shared_\w+\.id\}$/);
  });
});
