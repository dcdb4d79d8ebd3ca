import { addStackOutputs, integrationsOf, type ComponentType } from '../../constructs';
import { synthesized } from './synthesized';

const components = (...flavors: readonly (readonly [ComponentType, string])[]) =>
  flavors.map(([componentType, flavor]) => ({ componentType, flavor }));

describe('the integrations that users of components install', () => {
  it('are named like their flavors, or as ZenML names them', () => {
    expect(
      integrationsOf(
        components(
          ['artifact_store', 's3'],
          ['step_operator', 'sagemaker'],
          ['orchestrator', 'vm_aws'],
          ['deployer', 'aws'],
        ),
      ),
    ).toEqual(['aws', 's3', 'skypilot_aws']);
  });

  it('are none for flavors of ZenML itself and flavors of your own', () => {
    expect(
      integrationsOf(components(['container_registry', 'gcp'], ['orchestrator', 'local'], ['orchestrator', 'ours'])),
    ).toEqual([]);
  });
});

describe('the outputs of a stack', () => {
  const outputs = (prefix?: string) =>
    synthesized((scope) => {
      const resources = { bucket_name: 'ours', identity_name: undefined };
      addStackOutputs(
        scope,
        { stackId: 'id', stackName: 'dev-base-stack', components: [], connectors: [], resources },
        prefix,
      );
    }).configuration.output;

  it('say what it is and how to use it, and leave out what is not there', () => {
    expect(outputs()).toEqual({
      stack_id: { value: 'id' },
      stack_name: { value: 'dev-base-stack' },
      components: { value: [] },
      connector_ids: { value: [] },
      bucket_name: { value: 'ours' },
      set_command: { value: 'zenml stack set dev-base-stack' },
    });
  });

  it('may have a prefix', () => {
    expect(Object.keys(outputs('training_') ?? {})).toContain('training_stack_id');
  });
});
