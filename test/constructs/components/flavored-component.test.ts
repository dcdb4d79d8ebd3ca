import { TerraformVariable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import {
  Alerter,
  CustomFlavor,
  ExperimentTracker,
  Orchestrator,
  S3ArtifactStore,
  Secret,
  secretReference,
  StackComponent,
  StepOperator,
  VertexOrchestrator,
  WandbExperimentTracker,
  type OrchestratorProps,
} from '../../../constructs';
import { onlyResource, stackWith, synthesize, synthesized } from '../synthesized';

const component = 'zenml_stack_component';

function synthesizedComponent(build: (scope: Construct) => void): Readonly<Record<string, unknown>> {
  return onlyResource(synthesized(build), component);
}

function sensitiveVariable(scope: Construct, id = 'key'): string {
  return new TerraformVariable(scope, id, { type: 'string', sensitive: true }).stringValue;
}

describe('a component with a typed configuration', () => {
  it('gives the server its own keys, and leaves those within values as they are', () => {
    const resource = synthesizedComponent((scope) => {
      new Orchestrator(scope, 'c', {
        flavor: 'vertex',
        configuration: {
          location: 'europe-west1',
          customJobParameters: { accelerator_type: 'NVIDIA_TESLA_T4', accelerator_count: 1 },
          synchronous: false,
        },
      });
    });
    expect(resource).toMatchObject({
      type: 'orchestrator',
      flavor: 'vertex',
      configuration: {
        location: 'europe-west1',
        custom_job_parameters: '{"accelerator_type":"NVIDIA_TESLA_T4","accelerator_count":1}',
        synchronous: 'false',
      },
    });
  });

  it('passes on what is in extra by the key that is written there', () => {
    const resource = synthesizedComponent((scope) => {
      new VertexOrchestrator(scope, 'c', { location: 'europe-west1', extra: { newKey: 1, other_key: 'text' } });
    });
    expect(resource.configuration).toEqual({ location: 'europe-west1', newKey: '1', other_key: 'text' });
  });

  it('has no configuration where none is given', () => {
    const resource = synthesizedComponent((scope) => {
      new Orchestrator(scope, 'c', { flavor: 'local', name: 'runner' });
    });
    expect(resource).toMatchObject({ name: 'runner', flavor: 'local' });
    expect(resource).not.toHaveProperty('configuration');
  });

  it('takes switches and numbers that terraform knows only when it runs', () => {
    const resource = synthesizedComponent((scope) => {
      const local = new TerraformVariable(scope, 'local', { type: 'bool' }).booleanValue;
      const limit = new TerraformVariable(scope, 'limit', { type: 'number' }).numberValue;
      new Orchestrator(scope, 'c', { flavor: 'kubernetes', configuration: { local, maxParallelism: limit } });
    });
    expect(resource.configuration).toEqual({ local: '${var.local}', max_parallelism: '${var.limit}' });
  });

  it('keeps the labels of a job apart from its own', () => {
    const resource = synthesizedComponent((scope) => {
      new VertexOrchestrator(scope, 'c', {
        location: 'europe-west1',
        labels: { owner: 'platform' },
        orchestratorLabels: { team: 'ml' },
      });
    });
    expect(resource).toMatchObject({ labels: { owner: 'platform' }, configuration: { labels: '{"team":"ml"}' } });
  });

  it("may be of a flavor of one's own, by that flavor's keys", () => {
    const resource = synthesizedComponent((scope) => {
      const flavor = new CustomFlavor(scope, 'slurm', {
        type: 'orchestrator',
        source: 'acme.SlurmFlavor',
        configSchema: { type: 'object' },
      });
      new Orchestrator(scope, 'c', { flavor, configuration: { headNode: 'login', queue_name: 'gpu' } });
    });
    expect(resource).toMatchObject({
      flavor: '${zenml_flavor.slurm_8724A2E8.name}',
      configuration: { headNode: 'login', queue_name: 'gpu' },
    });
  });

  it("fails where a flavor of one's own is for another type", () => {
    const stack = stackWith((scope) => {
      const flavor = new CustomFlavor(scope, 'mine', { type: 'alerter', source: 'acme.Flavor', configSchema: '{}' });
      new Orchestrator(scope, 'c', { flavor });
    });
    expect(() => synthesize(stack)).toThrow('which is for alerter; this is a component of type orchestrator');
  });

  it('fails where a key is in extra and has a property, too', () => {
    const stack = stackWith((scope) => {
      new VertexOrchestrator(scope, 'c', { location: 'europe-west1', extra: { location: 'europe-west4' } });
    });
    expect(() => synthesize(stack)).toThrow('location is in extra and has a property of its own');
  });
});

describe('a secret of a configuration', () => {
  it('stays where it is as a reference to a secret of the server', () => {
    const resource = synthesizedComponent((scope) => {
      const secret = new Secret(scope, 'wandb', { values: { key: sensitiveVariable(scope) } });
      new WandbExperimentTracker(scope, 'c', { apiKey: secretReference(secret, 'key') });
    });
    expect(resource.configuration).toEqual({ api_key: '{{${zenml_secret.wandb_9A7FD8FE.name}.key}}' });
    expect(resource).not.toHaveProperty('configuration_wo');
  });

  it('goes where neither plan nor state shows it when terraform holds it', () => {
    const resource = synthesizedComponent((scope) => {
      new WandbExperimentTracker(scope, 'c', { apiKey: sensitiveVariable(scope), entity: 'acme', secretVersion: 2 });
    });
    expect(resource).toMatchObject({
      configuration: { entity: 'acme' },
      configuration_wo: { api_key: '${var.key}' },
      configuration_wo_version: 2,
    });
  });

  it.each<[string, (scope: Construct) => void]>([
    ['in a shorthand', (scope) => new WandbExperimentTracker(scope, 'c', { apiKey: 'hunter2' })],
    ['of a flavor', (scope) => new Alerter(scope, 'c', { flavor: 'slack', configuration: { slackToken: 'hunter2' } })],
    [
      'in any component',
      (scope) =>
        new StackComponent(scope, 'c', {
          type: 'alerter',
          flavor: 'discord',
          configuration: { discord_token: 'hunter2' },
        }),
    ],
    ['in extra', (scope) => new S3ArtifactStore(scope, 'c', { path: 's3://b', extra: { secret: 'hunter2' } })],
  ])('fails where it is written out %s, and is in no message', (_, build) => {
    const stack = stackWith(build);
    expect(() => synthesize(stack)).toThrow('is written out and would lie in cdktf.out');
    expect(() => synthesize(stack)).not.toThrow('hunter2');
  });
});

describe('values that types cannot check', () => {
  it.each<[string, OrchestratorProps, string]>([
    [
      'a number below its bound',
      { flavor: 'kubernetes', configuration: { maxParallelism: 0 } },
      'maxParallelism (max_parallelism) is 0; expected more than 0: raise it',
    ],
    [
      'half a number',
      { flavor: 'kubernetes', configuration: { maxParallelism: 1.5 } },
      'maxParallelism (max_parallelism) is 1.5; expected a whole number',
    ],
    [
      'a zone in place of a region',
      { flavor: 'vertex', configuration: { location: 'europe-west1-b' } },
      'location is "europe-west1-b"; expected a Google Cloud region such as "europe-west1": give a region, not a zone',
    ],
    [
      'a bucket without its scheme',
      { flavor: 'vertex', configuration: { location: 'europe-west1', pipelineRoot: 'bucket' } },
      'pipelineRoot (pipeline_root) is "bucket"; expected a bucket address such as "gs://bucket/prefix"',
    ],
    [
      'the name of a role',
      { flavor: 'sagemaker', configuration: { executionRole: 'sagemaker' } },
      'executionRole (execution_role) is "sagemaker"; expected the ARN of a role',
    ],
    [
      'a policy that there is not',
      { flavor: 'kubernetes', configuration: { concurrencyPolicy: 'Never' } },
      'concurrencyPolicy (concurrency_policy) is "Never"; expected one of "Allow", "Forbid", "Replace"',
    ],
    [
      'half a pair of credentials',
      { flavor: 'kubeflow', configuration: { clientUsername: '{{kubeflow.user}}' } },
      'clientUsername (client_username) is given without clientPassword (client_password); ZenML takes both or neither',
    ],
  ])('fails for %s', (_, props, message) => {
    const stack = stackWith((scope) => new Orchestrator(scope, 'c', props));
    expect(() => synthesize(stack)).toThrow(`[test/c] ${message}`);
  });

  it('fails with all that is wrong at once', () => {
    const stack = stackWith((scope) => {
      new StepOperator(scope, 'c', { flavor: 'vertex', configuration: { region: 'Europe', acceleratorCount: 0.5 } });
    });
    expect(() => synthesize(stack)).toThrow(/region is "Europe"[\s\S]*acceleratorCount/);
  });

  it('fails for a tracking server without credentials, and takes one with a token', () => {
    const tracker = (configuration: { readonly trackingToken?: string }) =>
      stackWith((scope) => {
        const trackingUri = 'https://mlflow.acme.com';
        new ExperimentTracker(scope, 'c', { flavor: 'mlflow', configuration: { trackingUri, ...configuration } });
      });
    expect(() => synthesize(tracker({}))).toThrow('the credentials are none; ZenML takes one kind');
    expect(() => synthesize(tracker({ trackingToken: '{{mlflow.token}}' }))).not.toThrow();
  });

  it('are left alone where terraform knows them only when it runs', () => {
    const stack = stackWith((scope) => {
      new VertexOrchestrator(scope, 'c', { location: Token.asString({ resolve: () => '${var.region}' }) });
    });
    expect(() => synthesize(stack)).not.toThrow();
  });
});
