import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import {
  CustomFlavor,
  LocalArtifactStore,
  LocalOrchestrator,
  RestApiRegistration,
  Secret,
  ServiceConnector,
  ZenmlStack,
  type RestApiRegistrationProps,
} from '../../../constructs';
import { AwsAuth, AwsBaseStack } from '../../../constructs/aws';
import { onlyResource, resourcesOf, stackWith, synthesize, synthesized } from '../synthesized';

const object = 'restapi_object';

function register(scope: Construct, props: Partial<RestApiRegistrationProps> = {}): RestApiRegistration {
  const accessToken = new TerraformVariable(scope, 'token', { sensitive: true }).stringValue;
  return new RestApiRegistration(scope, 'registration', {
    serverUrl: 'https://zenml.example.com/',
    accessToken,
    ...props,
  });
}

const secretOf = (scope: Construct) =>
  new Secret(scope, 'secret', {
    values: { password: new TerraformVariable(scope, 'password', { sensitive: true }).stringValue },
  });

describe('registration by the REST interface', () => {
  it('sends the token with every request, and needs restapi 2', () => {
    const { configuration } = synthesized((scope) => register(scope));
    expect(configuration.provider?.restapi).toEqual([
      {
        alias: 'zenml_api',
        uri: 'https://zenml.example.com',
        headers: { Authorization: 'Bearer ${var.token}' },
        write_returns_object: true,
      },
    ]);
    expect(configuration.terraform?.required_providers?.restapi).toEqual({
      source: 'Mastercard/restapi',
      version: '~> 2.0',
    });
  });

  it('makes one object of each component and one of the stack, and none of the ZenML provider', () => {
    const synth = synthesized((scope) => {
      register(scope);
      const components = [new LocalArtifactStore(scope, 'store'), new LocalOrchestrator(scope, 'runner')];
      new ZenmlStack(scope, 'stack', { components, description: 'For all' });
    });
    expect(Object.keys(synth.configuration.resource ?? {})).toEqual([object]);
    const [runner, stack, store] = resourcesOf(synth, object);
    expect(store).toMatchObject({
      provider: 'restapi.zenml_api',
      path: '/api/v1/components',
      data: '{"name":"test-store","type":"artifact_store","flavor":"local","configuration":{}}',
      force_new: ['artifact_store', 'local'],
      ignore_server_additions: true,
      ignore_changes_to: ['labels', 'description'],
      lifecycle: { create_before_destroy: true },
    });
    expect(runner).toMatchObject({ force_new: ['orchestrator', 'local'] });
    expect(stack).toMatchObject({
      path: '/api/v1/stacks',
      data: expect.stringMatching(
        /"components":\{"artifact_store":\[\$\{jsonencode\(restapi_object\.store_\w+\.id\)\}\],"orchestrator":\[\$\{jsonencode\(restapi_object\.runner_\w+\.id\)\}\]\}/,
      ) as unknown,
    });
  });

  it('registers a base stack, beside what that makes in the cloud', () => {
    const { resource = {} } = synthesized((scope) => {
      register(scope);
      new AwsBaseStack(scope, 'base', { environment: { name: 'prod' }, region: 'us-east-1', auth: AwsAuth.implicit() });
    }).configuration;
    expect(Object.keys(resource).filter((type) => type.startsWith('zenml_'))).toEqual([]);
    const paths = Object.values(resource[object] ?? {}).map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(['/api/v1/service_connectors', '/api/v1/components', '/api/v1/stacks']));
  });

  it('leaves alone on the server what it is told to', () => {
    const synth = synthesized((scope) => {
      register(scope, { ignoreChangesTo: ['labels'] });
      new LocalOrchestrator(scope, 'runner');
    });
    expect(onlyResource(synth, object).ignore_changes_to).toEqual(['labels']);
  });

  it('marks what holds a secret as sensitive, and reads it without its secrets', () => {
    const synth = synthesized((scope) => {
      register(scope, { allowSecretsInState: true });
      new ServiceConnector(scope, 'docker', {
        auth: {
          connectorType: 'docker',
          authMethod: 'password',
          configuration: { username: 'ann' },
          secretConfiguration: { password: new TerraformVariable(scope, 'password', { sensitive: true }).stringValue },
        },
        resourceType: 'docker-registry',
      });
    });
    const { data, read_path, force_new } = onlyResource(synth, object);
    expect(data).toContain('"configuration":{"username":"ann","password":${jsonencode(sensitive(var.password))}}');
    expect(data).toContain('"resource_types":["docker-registry"]');
    expect(read_path).toBe('/api/v1/service_connectors/{id}?expand_secrets=false');
    expect(force_new).toEqual(['docker']);
  });

  it('sends the schema of a flavor as an object', () => {
    const synth = synthesized((scope) => {
      register(scope);
      new CustomFlavor(scope, 'slurm', { type: 'orchestrator', source: 'a.B', configSchema: '{"type":"object"}' });
    });
    expect(onlyResource(synth, object).data).toContain('"config_schema":{"type":"object"},"integration":null');
  });

  it('fails with secrets unless they may lie in the state', () => {
    const stack = stackWith((scope) => {
      register(scope);
      secretOf(scope);
    });
    expect(() => synthesize(stack)).toThrow(
      '[test/secret] password would lie readable in the state, since restapi has no write-only attributes: register by the ZenML provider, or set allowSecretsInState of test/registration',
    );
  });

  it('fails with a token that is written out, and an address without a scheme', () => {
    const stack = stackWith((scope) => {
      new RestApiRegistration(scope, 'registration', { serverUrl: 'zenml.example.com', accessToken: 'abc' });
    });
    expect(() => synthesize(stack)).toThrow('[test/registration] props.accessToken is written out');
    expect(() => synthesize(stack)).toThrow('[test/registration] serverUrl is "zenml.example.com"');
  });
});
