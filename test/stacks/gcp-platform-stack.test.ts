import { TerraformStack, Testing } from 'cdktf';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TeamStack, VertexOrchestrator } from '../../constructs';
import { GcpAuth, GcpBaseStack } from '../../constructs/gcp';
import { ZenmlProvider } from '../../src/bindings/provider';
import { gcpEnvironments } from '../../stacks/gcp/environments';
import { GcpPlatformStack } from '../../stacks/gcp/platform-stack';
import { resourcesOf, synthesize, type Synthesized } from '../constructs/synthesized';

const stackNames = (synth: Synthesized) => resourcesOf(synth, 'zenml_stack').map(({ name }) => name);

describe.each(Object.values(gcpEnvironments))('the platform stack of $name on Google Cloud', (environment) => {
  const synth = synthesize(new GcpPlatformStack(Testing.app(), environment.name, { environment }));
  const { name, training, projectId, region } = environment;

  it('registers the base stack, and a training stack where there are machines for it', () => {
    expect(stackNames(synth).sort()).toEqual([
      `${name}-base-stack`,
      ...(training === 'none' ? [] : [`${name}-training-stack`]),
    ]);
  });

  it('trains on the machines of the environment', () => {
    const orchestrators = resourcesOf(synth, 'zenml_stack_component').filter(
      (component) => component.name === `${name}-training-orchestrator`,
    );
    expect(orchestrators).toHaveLength(training === 'none' ? 0 : 1);
    for (const { configuration } of orchestrators) {
      const { custom_job_parameters, location } = configuration as Record<string, string>;
      expect(location).toBe(region);
      expect(JSON.parse(custom_job_parameters ?? '')).toEqual(
        training !== 'none' && {
          machine_type: training.machineType,
          accelerator_type: training.acceleratorType,
          accelerator_count: training.acceleratorCount,
        },
      );
    }
  });

  it('is in its project and region, and keeps no address of a server', () => {
    expect(synth.configuration.provider).toEqual({ google: [{ project: projectId, region }], zenml: [{}] });
  });

  it('makes a key in development only', () => {
    expect(resourcesOf(synth, 'google_service_account_key')).toHaveLength(name === 'dev' ? 1 : 0);
  });
});

describe('a training stack put together by hand', () => {
  it('needs a base stack with Vertex AI and an orchestrator', () => {
    const stack = new TerraformStack(Testing.app(), 'dev');
    new GoogleProvider(stack, 'google', { project: 'acme-ml', region: 'europe-west1' });
    new ZenmlProvider(stack, 'zenml');
    const base = new GcpBaseStack(stack, 'base', {
      environment: { name: 'dev', development: true, allowKeyInState: true },
      projectId: 'acme-ml',
      region: 'europe-west1',
      auth: GcpAuth.serviceAccountKey(),
      services: ['vertex'],
    });
    new TeamStack(stack, 'training', {
      base,
      components: [new VertexOrchestrator(stack, 'gpu', { connector: base.connector, location: base.region })],
    });
    expect(stackNames(synthesize(stack)).sort()).toEqual(['dev-base-stack', 'dev-training-stack']);
  });
});
