import { targetOf } from '../../../src/cli/leftovers/environment-target';
import type { JsonObject, SynthesizedResource, SynthesizedStack } from '../../../src/cli/synthesized';

function resource(type: string, values: JsonObject): SynthesizedResource {
  const address = `${type}.${String(values.name)}`;
  return { address, type, name: 'x', values, references: [], dependsOn: [], constructPath: address, labels: {} };
}

function stack(environment: string, parts: Partial<SynthesizedStack>): SynthesizedStack {
  const lists = { dependencies: [], resources: [], dataSources: [], providers: [] };
  return { name: environment, environment, environments: [environment], folder: '/x', outputs: {}, ...lists, ...parts };
}

const secret = (name: string) => resource('zenml_secret', { name });

const app = [
  stack('dev', {
    providers: [
      { name: 'aws', values: { region: 'us-east-1' } },
      { name: 'aws', alias: 'replica', values: { region: 'eu-west-1' } },
      { name: 'aws', alias: 'elsewhere', values: { region: '${var.region}' } },
      { name: 'google', values: { project: 'acme-ml' } },
      { name: 'zenml', values: { server_url: 'https://zenml.acme.com' } },
    ],
    resources: [
      resource('aws_eks_cluster', { name: 'ml' }),
      resource('aws_eks_cluster', { name: '${random_id.x.hex}' }),
      resource('google_storage_bucket', { name: 'a', project: 'acme-data' }),
      secret('token-of-dev'),
      secret('shared-token'),
      resource('zenml_flavor', { name: 'own' }),
    ],
  }),
  stack('prod', { providers: [{ name: 'aws', values: { region: 'us-west-2' } }], resources: [secret('shared-token')] }),
];

test('an environment is where its stacks say, as far as that is known before terraform runs', () => {
  expect(targetOf(app, 'dev')).toEqual({
    stacks: [app[0]],
    regions: ['eu-west-1', 'us-east-1'],
    clusters: ['ml'],
    googleProjects: ['acme-data', 'acme-ml'],
    serverUrl: 'https://zenml.acme.com',
    unlabelled: { secret: ['token-of-dev'], flavor: ['own'] },
  });
});

test('what another environment has under the same name is not taken for its own', () => {
  expect(targetOf(app, 'prod').unlabelled.secret).toEqual([]);
});

test('fails for an environment that the app does not have', () => {
  expect(() => targetOf(app, 'test')).toThrow('its environments are dev, prod');
});
