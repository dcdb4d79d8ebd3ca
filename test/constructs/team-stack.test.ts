import { App, TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { ZenmlProvider } from '../../src/bindings/provider';
import { LocalArtifactStore, LocalOrchestrator, StackComponent, TeamStack, ZenmlStack } from '../../constructs';
import type { ComponentType, TeamStackProps } from '../../constructs';
import { SampleBaseStack } from './sample-base-stack';
import { resourcesOf, synthesize, synthesized, type ResourceAttributes, type Synthesized } from './synthesized';

const component = (scope: Construct, id: string, type: ComponentType) =>
  new StackComponent(scope, id, { type, flavor: 'sample' });

/** The team stack of a base that has these further types, besides the base stack itself. */
function team(
  further: Partial<Record<ComponentType, number>>,
  props: (scope: Construct) => Omit<TeamStackProps, 'base'>,
): ResourceAttributes {
  return teamIn(
    synthesized((scope) => {
      new TeamStack(scope, 'training', { base: new SampleBaseStack(scope, 'base', further), ...props(scope) });
    }),
  );
}

function teamIn(synth: Synthesized): ResourceAttributes {
  const found = resourcesOf(synth, 'zenml_stack').find(({ labels }) => Object.hasOwn(labels ?? {}, 'base_stack'));
  if (found === undefined) throw new Error('no team stack');
  return found;
}

const refusal =
  (
    further: Partial<Record<ComponentType, number>>,
    props: (scope: Construct) => Omit<TeamStackProps, 'base'>,
  ): (() => unknown) =>
  () =>
    team(further, props);

const idOf = (construct: string): unknown =>
  expect.stringMatching(new RegExp(`zenml_stack_component\\.${construct}_\\w+\\.id`));

describe('a team stack', () => {
  it('has the components of its base, and is named for its environment and itself', () => {
    const stack = team({ image_builder: 1 }, () => ({
      labels: { team: 'vision', stack: 'no' },
      description: 'Trains',
    }));
    expect(stack).toMatchObject({
      name: 'dev-training-stack',
      description: 'Trains',
      components: {
        artifact_store: idOf('base_artifact-store'),
        orchestrator: idOf('base_orchestrator'),
        image_builder: idOf('base_image_builder-0'),
      },
      additional_components: {},
      labels: {
        team: 'vision',
        managed_by: 'terraform',
        environment: 'dev',
        project: 'fraud',
        stack: 'dev-training-stack',
        base_stack: expect.stringContaining('zenml_stack.base') as unknown,
      },
    });
  });

  it('has its own components in the place of those of the base, and those that the base lacks', () => {
    const stack = team({ alerter: 2 }, (scope) => ({
      components: [
        new LocalOrchestrator(scope, 'gpu'),
        component(scope, 'slack', 'alerter'),
        component(scope, 'tracker', 'experiment_tracker'),
      ],
    }));
    expect(stack).toMatchObject({
      components: {
        artifact_store: idOf('base_artifact-store'),
        orchestrator: idOf('gpu'),
        alerter: idOf('slack'),
        experiment_tracker: idOf('tracker'),
      },
      additional_components: {},
    });
  });

  it('keeps the default component of the base where its own stand beside it, unless it names one', () => {
    const beside = (named: boolean) =>
      team({ alerter: 2 }, (scope) => {
        const slack = component(scope, 'slack', 'alerter');
        return { additionalComponents: [slack], ...(named && { defaults: [slack] }) };
      });
    expect(beside(false)).toMatchObject({
      components: { alerter: idOf('base_alerter-0') },
      additional_components: { alerter: [idOf('base_alerter-1'), idOf('slack')] },
    });
    expect(beside(true)).toMatchObject({
      components: { alerter: idOf('slack') },
      additional_components: { alerter: [idOf('base_alerter-0'), idOf('base_alerter-1')] },
    });
  });

  it('leaves types of the base out', () => {
    const { components } = team({ image_builder: 1, deployer: 1 }, () => ({ without: ['deployer'] }));
    expect(Object.keys(components as object).sort()).toEqual(['artifact_store', 'image_builder', 'orchestrator']);
  });

  it('may leave out what it has another one of', () => {
    const stack = team({}, (scope) => ({
      without: ['orchestrator'],
      additionalComponents: [new LocalOrchestrator(scope, 'gpu')],
    }));
    expect(stack).toMatchObject({ components: { orchestrator: idOf('gpu') } });
  });

  it('is one of several on a base', () => {
    const synth = synthesized((scope) => {
      const base = new SampleBaseStack(scope, 'base');
      new TeamStack(scope, 'training', { base });
      new TeamStack(scope, 'serving', { base, stackName: 'serving' });
    });
    expect(
      resourcesOf(synth, 'zenml_stack')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['dev-base-stack', 'dev-training-stack', 'serving']);
  });

  it('has outputs that begin with its id', () => {
    const { configuration } = synthesized((scope) => {
      new TeamStack(scope, 'gpu-training', { base: new SampleBaseStack(scope, 'base') }).addOutputs();
    });
    expect(configuration.output).toMatchObject({
      gpu_training_stack_name: { value: expect.stringMatching(/^\$\{zenml_stack\./) as unknown },
      gpu_training_components: { value: [{ type: 'artifact_store' }, { type: 'orchestrator' }] },
    });
    expect(configuration.output).not.toHaveProperty('gpu_training_connector_ids');
  });

  it('fails straight under the app', () => {
    const stack = new TerraformStack(Testing.app(), 'dev');
    const base = new SampleBaseStack(stack, 'base');
    expect(() => new TeamStack(App.of(stack), 'training', { base })).toThrow(
      /training is in no Terraform stack; expected it in one/,
    );
  });

  it('fails where it leaves out what ZenML needs', () => {
    expect(refusal({}, () => ({ without: ['artifact_store', 'orchestrator'] }))).toThrow(
      /without has artifact_store, and ZenML refuses a stack that has none: give another one in components[^]*without has orchestrator/,
    );
  });

  it('fails where it leaves out what the base does not have', () => {
    expect(refusal({ deployer: 1 }, () => ({ without: ['image_builder'] }))).toThrow(
      /without has image_builder, which the base stack test\/base does not have; it has artifact_store, orchestrator, deployer: take it out/,
    );
  });

  it('fails where a component both replaces and stands beside', () => {
    const both = (scope: Construct) => {
      const slack = component(scope, 'slack', 'alerter');
      return { components: [slack], additionalComponents: [slack] };
    };
    expect(refusal({}, both)).toThrow(/test\/slack is in components and in additionalComponents; expected it in one/);
  });

  it('fails where several of a type replace those of the base and none is the default', () => {
    const two = (scope: Construct) => ({
      components: [component(scope, 'slack', 'alerter'), component(scope, 'discord', 'alerter')],
    });
    expect(refusal({ alerter: 1 }, two)).toThrow(/2 components of type alerter .* and no default/);
  });
});

describe('names of ZenML stacks', () => {
  const two = (build: (stack: TerraformStack, index: number) => void): (() => unknown) => {
    const app = Testing.app();
    const stacks = ['one', 'two'].map((id, index) => {
      const stack = new TerraformStack(app, id);
      build(stack, index);
      return stack;
    });
    return () => stacks.map((stack) => synthesize(stack));
  };
  const named = (scope: Construct) =>
    new ZenmlStack(scope, 'stack', {
      name: 'shared',
      components: [new LocalArtifactStore(scope, 'store'), new LocalOrchestrator(scope, 'runner')],
    });

  it('fails where two of an app share one', () => {
    const same = two((stack) => {
      new ZenmlProvider(stack, 'zenml');
      named(stack);
    });
    expect(same).toThrow(
      /the stack is named "shared" like two\/stack, and names are unique on a ZenML server: give one of them another stackName, or, where they go to different servers, give each ZenmlProvider its serverUrl/,
    );
  });

  it('fails where two team stacks of one environment share one', () => {
    expect(
      two((stack) => {
        new TeamStack(stack, 'training', { base: new SampleBaseStack(stack, 'base', {}, { name: 'dev' }) });
      }),
    ).toThrow(/dev-training-stack/);
  });

  it('may be shared on two servers', () => {
    const apart = two((stack, index) => {
      new ZenmlProvider(stack, 'zenml', { serverUrl: `https://zenml-${index}.example.com` });
      named(stack);
    });
    expect(apart).not.toThrow();
  });
});
