import { LocalArtifactStore, LocalOrchestrator, ZenmlStack } from '../../constructs';
import { onlyResource, stackWith, synthesize, synthesized } from './synthesized';

describe('a ZenML stack', () => {
  it('registers its components by type', () => {
    const synth = synthesized((scope) => {
      const components = [new LocalArtifactStore(scope, 'store'), new LocalOrchestrator(scope, 'runner')];
      new ZenmlStack(scope, 'stack', { components, labels: { team: 'core' } });
    });
    expect(onlyResource(synth, 'zenml_stack')).toMatchObject({
      name: 'test-stack',
      components: {
        artifact_store: expect.stringMatching(/^\$\{zenml_stack_component\.store_\w+\.id\}$/) as unknown,
        orchestrator: expect.stringMatching(/^\$\{zenml_stack_component\.runner_\w+\.id\}$/) as unknown,
      },
      labels: { team: 'core' },
    });
  });

  it('fails without an orchestrator', () => {
    const stack = stackWith((scope) => {
      new ZenmlStack(scope, 'stack', { components: [new LocalArtifactStore(scope, 'store')] });
    });
    expect(() => synthesize(stack)).toThrow(
      '[test/stack] the stack has artifact_store; ZenML refuses a stack without orchestrator: add a SagemakerOrchestrator or a LocalOrchestrator',
    );
  });

  it('fails with all its faults at once', () => {
    const stack = stackWith((scope) => {
      const components = [new LocalOrchestrator(scope, 'a'), new LocalOrchestrator(scope, 'b')];
      new ZenmlStack(scope, 'stack', { components });
    });
    expect(() => synthesize(stack)).toThrow('without artifact_store');
    expect(() => synthesize(stack)).toThrow('2 components of type orchestrator (test/a, test/b); it takes one');
  });
});
