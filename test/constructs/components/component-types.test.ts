import type { Construct } from 'constructs';
import { Orchestrator, S3ArtifactStore, StepOperator, VertexOrchestrator } from '../../../constructs';
import { onlyResource, synthesized } from '../synthesized';

const configurationOf = (build: (scope: Construct) => void) =>
  onlyResource(synthesized(build), 'zenml_stack_component').configuration;

// The compiler is the test here: it fails where one of the lines below is no error. What is written reaches the plan all the same, where
// the server's own schema refuses it.
describe('the compiler refuses', () => {
  it('a key that the flavor does not have', () => {
    expect(
      configurationOf((scope) => {
        // @ts-expect-error -- location
        new Orchestrator(scope, 'c', { flavor: 'vertex', configuration: { location: 'europe-west1', lokation: 'x' } });
      }),
    ).toHaveProperty('lokation');
    expect(
      configurationOf((scope) => {
        // @ts-expect-error -- location
        new VertexOrchestrator(scope, 'c', { location: 'europe-west1', lokation: 'x' });
      }),
    ).toHaveProperty('lokation');
  });

  it('a key of another flavor', () => {
    expect(
      configurationOf((scope) => {
        // @ts-expect-error -- executionRole is one of sagemaker
        new Orchestrator(scope, 'c', { flavor: 'kubernetes', configuration: { executionRole: 'x' } });
      }),
    ).toHaveProperty('execution_role');
  });

  it('a key within a value that has no place for it', () => {
    expect(
      configurationOf((scope) => {
        new StepOperator(scope, 'c', {
          flavor: 'kubernetes',
          // @ts-expect-error -- node_selectors
          configuration: { podSettings: { nodeSelectors: {} } },
        });
      }),
    ).toEqual({ pod_settings: '{"nodeSelectors":{}}' });
  });

  it('a value of another type', () => {
    expect(
      configurationOf((scope) => {
        // @ts-expect-error -- a number
        new Orchestrator(scope, 'c', { flavor: 'kubernetes', configuration: { maxParallelism: 'three' } });
      }),
    ).toEqual({ max_parallelism: 'three' });
  });

  it('a component without what its flavor needs', () => {
    expect(
      configurationOf((scope) => {
        // @ts-expect-error -- configuration.location
        new Orchestrator(scope, 'c', { flavor: 'vertex' });
      }),
    ).toBeUndefined();
    expect(
      configurationOf((scope) => {
        // @ts-expect-error -- the path is missing
        new S3ArtifactStore(scope, 'c', {});
      }),
    ).toBeUndefined();
  });

  it('a flavor that the type does not have', () => {
    expect(
      configurationOf((scope) => {
        // @ts-expect-error -- s3 is one of artifact_store
        new Orchestrator(scope, 'c', { flavor: 's3', configuration: { path: 's3://bucket' } });
      }),
    ).toEqual({ path: 's3://bucket' });
  });

  it('a choice that there is not', () => {
    expect(() =>
      configurationOf((scope) => {
        // @ts-expect-error -- one of the five tiers
        new Orchestrator(scope, 'c', { flavor: 'vm_aws', configuration: { diskTier: 'huge' } });
      }),
    ).toThrow('diskTier (disk_tier) is "huge"; expected one of "high", "medium", "low", "ultra", "best"');
  });
});
