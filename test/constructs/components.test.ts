import type { Construct } from 'constructs';
import {
  EcrContainerRegistry,
  LocalArtifactStore,
  LocalOrchestrator,
  S3ArtifactStore,
  SagemakerOrchestrator,
  ServiceConnector,
  StackComponent,
} from '../../constructs';
import { onlyResource, resourcesOf, stackWith, synthesize, synthesized } from './synthesized';

const component = 'zenml_stack_component';

describe('a component', () => {
  it('is named by the path of its construct unless told otherwise', () => {
    const synth = synthesized((scope) => {
      new LocalOrchestrator(scope, 'runner');
      new LocalOrchestrator(scope, 'other', { name: 'mine' });
    });
    expect(resourcesOf(synth, component).map(({ name }) => name)).toEqual(['mine', 'test-runner']);
  });

  it('is linked to its connector by id', () => {
    const synth = synthesized((scope) => {
      const connector = new ServiceConnector(scope, 'aws', { auth: { connectorType: 'aws', authMethod: 'implicit' } });
      new S3ArtifactStore(scope, 'store', { path: 's3://bucket', connector, connectorResourceId: 's3://bucket' });
    });
    expect(onlyResource(synth, component)).toMatchObject({
      connector_id: '${zenml_service_connector.aws_D4B555CC.id}',
      connector_resource_id: 's3://bucket',
    });
  });

  it.each<[string, (scope: Construct) => StackComponent, object]>([
    [
      'S3ArtifactStore',
      (scope) => new S3ArtifactStore(scope, 'c', { path: 's3://bucket/prefix' }),
      { type: 'artifact_store', flavor: 's3', configuration: { path: 's3://bucket/prefix' } },
    ],
    [
      'EcrContainerRegistry',
      (scope) =>
        new EcrContainerRegistry(scope, 'c', { uri: '1.dkr.ecr.us-east-1.amazonaws.com', defaultRepository: 'images' }),
      {
        type: 'container_registry',
        flavor: 'aws',
        configuration: { uri: '1.dkr.ecr.us-east-1.amazonaws.com', default_repository: 'images' },
      },
    ],
    [
      'LocalArtifactStore',
      (scope) => new LocalArtifactStore(scope, 'c', { path: '/data' }),
      { type: 'artifact_store', flavor: 'local', configuration: { path: '/data' } },
    ],
    ['LocalOrchestrator', (scope) => new LocalOrchestrator(scope, 'c'), { type: 'orchestrator', flavor: 'local' }],
    [
      'SagemakerOrchestrator',
      (scope) => new SagemakerOrchestrator(scope, 'c', { executionRole: 'arn:aws:iam::1:role/r', bucket: 'b' }),
      {
        type: 'orchestrator',
        flavor: 'sagemaker',
        configuration: { execution_role: 'arn:aws:iam::1:role/r', bucket: 'b' },
      },
    ],
  ])('%s has its type, flavor and configuration', (_, build, expected) => {
    const synth = synthesized(build);
    const { name, type, flavor, configuration } = onlyResource(synth, component);
    expect({ name, type, flavor, configuration }).toEqual({ configuration: undefined, ...expected, name: 'test-c' });
  });

  it('may be of any flavor', () => {
    const synth = synthesized((scope) => {
      new StackComponent(scope, 'c', { type: 'alerter', flavor: 'own', labels: { a: 'b' } });
    });
    expect(onlyResource(synth, component)).toMatchObject({ type: 'alerter', flavor: 'own', labels: { a: 'b' } });
  });

  it('fails where the path of an S3 artifact store is no bucket address', () => {
    const stack = stackWith((scope) => new S3ArtifactStore(scope, 'store', { path: 'bucket' }));
    expect(() => synthesize(stack)).toThrow('[test/store] path is "bucket"; expected a bucket address');
  });

  it('fails where the address of an ECR registry names a repository', () => {
    const stack = stackWith((scope) => new EcrContainerRegistry(scope, 'registry', { uri: 'host/repository' }));
    expect(() => synthesize(stack)).toThrow('give the repository as defaultRepository');
  });
});
