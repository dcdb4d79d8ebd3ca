import type { Construct } from 'constructs';
import { LocalArtifactStore, LocalOrchestrator, Secret, StackComponent, ZenmlStack } from '../../constructs';
import { onlyDataSource, onlyResource, stackWith, synthesize, synthesized } from './synthesized';

const minimum = (scope: Construct) => [new LocalArtifactStore(scope, 'store'), new LocalOrchestrator(scope, 'runner')];

const alerter = (scope: Construct, id: string) => new StackComponent(scope, id, { type: 'alerter', flavor: 'slack' });

describe('a ZenML stack', () => {
  it('registers its components by type', () => {
    const synth = synthesized((scope) => {
      new ZenmlStack(scope, 'stack', { components: minimum(scope), labels: { team: 'core' } });
    });
    expect(onlyResource(synth, 'zenml_stack')).toMatchObject({
      name: 'test-stack',
      components: {
        artifact_store: expect.stringMatching(/^\$\{zenml_stack_component\.store_\w+\.id\}$/) as unknown,
        orchestrator: expect.stringMatching(/^\$\{zenml_stack_component\.runner_\w+\.id\}$/) as unknown,
      },
      additional_components: {},
      labels: { team: 'core' },
    });
  });

  it('carries a description, environment variables and secrets', () => {
    const synth = synthesized((scope) => {
      const secret = Secret.fromName(scope, 'secret', 'shared');
      new ZenmlStack(scope, 'stack', {
        components: minimum(scope),
        description: 'For all',
        environmentVariables: { LEVEL: 'INFO' },
        secrets: [secret],
      });
    });
    expect(onlyResource(synth, 'zenml_stack')).toMatchObject({
      description: 'For all',
      environment: { LEVEL: 'INFO' },
      secrets: [expect.stringMatching(/^\$\{data\.zenml_secret\.secret_\w+\.id\}$/) as unknown],
    });
  });

  it('holds several components of a type, the named one as default', () => {
    const synth = synthesized((scope) => {
      const [first, second, third] = [alerter(scope, 'first'), alerter(scope, 'second'), alerter(scope, 'third')];
      new ZenmlStack(scope, 'stack', {
        components: [...minimum(scope), first, second, third],
        defaults: [second],
      });
    });
    const { components, additional_components } = onlyResource(synth, 'zenml_stack');
    expect(components).toMatchObject({ alerter: expect.stringContaining('.second_') as unknown });
    expect(additional_components).toEqual({
      alerter: [expect.stringContaining('.first_'), expect.stringContaining('.third_')],
    });
  });

  it.each([
    ['name', (scope: Construct) => ZenmlStack.fromName(scope, 'stack', 'x')],
    ['id', (scope: Construct) => ZenmlStack.fromId(scope, 'stack', 'x')],
  ] as const)('may be one that exists, by %s', (key, find) => {
    expect(onlyDataSource(synthesized(find), 'zenml_stack')).toMatchObject({ [key]: 'x' });
  });

  it('fails where none of several components is the default', () => {
    const stack = stackWith((scope) => {
      new ZenmlStack(scope, 'stack', {
        components: [...minimum(scope), alerter(scope, 'a'), alerter(scope, 'b')],
      });
    });
    expect(() => synthesize(stack)).toThrow(
      '[test/stack] the stack has 2 components of type alerter (test/a, test/b) and no default',
    );
  });

  it('fails with two defaults of a type, and with one that it does not hold', () => {
    const stack = stackWith((scope) => {
      const [a, b, c] = [alerter(scope, 'a'), alerter(scope, 'b'), new LocalOrchestrator(scope, 'c')];
      new ZenmlStack(scope, 'stack', { components: [...minimum(scope), a, b], defaults: [a, b, c] });
    });
    expect(() => synthesize(stack)).toThrow('defaults has 2 components of type alerter (test/a, test/b)');
    expect(() => synthesize(stack)).toThrow('defaults has test/c, which is not among the components');
  });

  it('fails without an orchestrator', () => {
    const stack = stackWith((scope) => {
      new ZenmlStack(scope, 'stack', { components: [new LocalArtifactStore(scope, 'store')] });
    });
    expect(() => synthesize(stack)).toThrow(
      '[test/stack] the stack has artifact_store; ZenML refuses a stack without orchestrator: add a SagemakerOrchestrator, a VertexOrchestrator or a LocalOrchestrator',
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
