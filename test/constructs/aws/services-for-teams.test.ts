import { AwsAuth, AwsBaseStack, type AwsService } from '../../../constructs/aws';
import { resourcesOf, synthesized } from '../synthesized';

/** The resource types of the connectors by which a team elsewhere finds a base stack that has no orchestrator in the cloud. */
function connectorsFound(services: readonly AwsService[]): unknown[] {
  const synth = synthesized((scope) => {
    new AwsBaseStack(scope, 'base', {
      environment: { name: 'dev' },
      region: 'us-east-1',
      auth: AwsAuth.implicit(),
      imageBuilder: 'none',
      services,
    });
  });
  const labelled = resourcesOf(synth, 'zenml_service_connector').filter(
    ({ labels }) => (labels as Record<string, string>).stack === 'dev-base-stack',
  );
  return labelled.map(({ resource_type }) => resource_type).sort();
}

describe('an AWS base stack for teams that look it up', () => {
  it('has a connector for AWS itself where they use services', () => {
    expect(connectorsFound(['sagemaker'])).toEqual(['aws-generic', 'docker-registry', 's3-bucket']);
  });

  it('has none where nobody does', () => {
    expect(connectorsFound([])).toEqual(['docker-registry', 's3-bucket']);
  });
});
