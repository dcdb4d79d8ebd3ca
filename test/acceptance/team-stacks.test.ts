import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { ZenmlProvider } from '../../src/bindings/provider';
import {
  AwsConnectorAuth,
  BaseStack,
  baseStackLabels,
  commonLabels,
  EcrContainerRegistry,
  LocalImageBuilder,
  LocalOrchestrator,
  MlflowExperimentTracker,
  S3ArtifactStore,
  ServiceConnector,
  StackComponent,
  TeamStack,
  ZenmlStack,
  type BaseStackLookUp,
  type Environment,
  type IBaseStack,
  type IStackComponent,
} from '../../constructs';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

const environment: Environment = { name: 'dev' };
const PATH = 's3://acme-ml';
const REGISTRY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

/** A program that fills a Terraform stack with what is not the provider. */
type Program = (stack: TerraformStack) => void;

let server: RunningZenmlServer;
let rest: ZenmlRest;
let platform: TerraformWorkspace;
let team: TerraformWorkspace;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  await rest.post('/secrets', { name: 'mlflow', private: false, values: { user: 'ml', password: 'hunter2-hunter2' } });
  const options = { hcl: '', environment: { ...server.environment, TF_VAR_key: 'hunter2-hunter2' } };
  [platform, team] = await Promise.all([createTerraformWorkspace(options), createTerraformWorkspace(options)]);
});

afterAll(async () => {
  await Promise.all([platform.dispose(), team.dispose()]);
  await server.stop();
});

/** What the synthesized program of an app of its own is. */
function synthesized(id: string, program: Program): string {
  const stack = new TerraformStack(Testing.app(), id);
  new ZenmlProvider(stack, 'zenml');
  program(stack);
  return Testing.synth(stack, true);
}

const tracker = (stack: TerraformStack, id: string): IStackComponent =>
  new MlflowExperimentTracker(stack, id, {
    trackingUri: 'https://mlflow.test',
    trackingUsername: '{{mlflow.user}}',
    trackingPassword: '{{mlflow.password}}',
  });

/** A base stack put together by hand, with a connector, two trackers, and what `further` makes. */
const basePlatform =
  (further: (stack: TerraformStack) => readonly IStackComponent[] = () => []): Program =>
  (stack) => {
    const labels = commonLabels(environment, { stack: 'dev-base-stack' });
    const key = new TerraformVariable(stack, 'key', { type: 'string', sensitive: true });
    new ServiceConnector(stack, 'connector', {
      auth: AwsConnectorAuth.secretKey({
        awsAccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        awsSecretAccessKey: key.stringValue,
        region: 'eu-west-1',
      }),
      resourceType: 'aws-generic',
      verify: false,
      labels,
    });
    const first = tracker(stack, 'first');
    new ZenmlStack(stack, 'stack', {
      name: 'dev-base-stack',
      components: [
        new S3ArtifactStore(stack, 'store', { path: PATH }),
        new EcrContainerRegistry(stack, 'registry', { uri: REGISTRY }),
        new LocalOrchestrator(stack, 'runner'),
        new LocalImageBuilder(stack, 'builder'),
        first,
        tracker(stack, 'second'),
        ...further(stack),
      ],
      defaults: [first],
      labels: { ...labels, ...baseStackLabels({ region: 'eu-west-1', resourcePrefix: 'zenml-dev-1a2b3c4d' }) },
    });
  };

const teamOn =
  (
    build: (stack: TerraformStack, base: IBaseStack) => void,
    lookUp: BaseStackLookUp = { environment, region: 'eu-west-1' },
  ): Program =>
  (stack) => {
    build(stack, BaseStack.fromName(stack, 'base', lookUp));
  };

/** Another orchestrator through the base's connector, a third tracker beside those of the base, and no image builder. */
const training: Program = teamOn((stack, base) => {
  const gpu = new StackComponent(stack, 'gpu', {
    type: 'orchestrator',
    flavor: 'sagemaker',
    connector: base.connector,
    configuration: { execution_role: 'arn:aws:iam::123456789012:role/training', region: base.region },
    labels: { store: base.artifactStorePath, registry: base.containerRegistryUri, prefix: base.resourcePrefix },
  });
  new TeamStack(stack, 'training', {
    base,
    components: [gpu],
    additionalComponents: [tracker(stack, 'own')],
    without: ['image_builder'],
  });
});

async function apply(workspace: TerraformWorkspace, id: string, program: Program): Promise<void> {
  await workspace.writeSynthesized(synthesized(id, program));
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
}

/** The names of the components of a stack on the server, by type. */
async function componentsOf(stack: string): Promise<Record<string, string[]>> {
  const { metadata } = await rest.read<{
    metadata: { components: Record<string, { name: string }[]> };
  }>(`/stacks/${await rest.idOf('stacks', stack)}`);
  return Object.fromEntries(
    Object.entries(metadata.components).map(([type, found]) => [type, found.map(({ name }) => name)]),
  );
}

/** What the plan of a team stack says that must fail. */
async function refusal(program: Program): Promise<string> {
  await team.writeSynthesized(synthesized('team', program));
  const { diagnostics } = await team.planFailing();
  return diagnostics.map(({ detail }) => detail).join('\n');
}

describe('a team stack in a Terraform stack of its own', () => {
  it('takes from the base stack on the server what it does not change', async () => {
    await apply(platform, 'platform', basePlatform());
    await apply(team, 'team', training);
    expect(await componentsOf('dev-training-stack')).toEqual({
      artifact_store: ['platform-store'],
      container_registry: ['platform-registry'],
      orchestrator: ['team-gpu'],
      experiment_tracker: ['platform-first', 'platform-second', 'team-own'],
    });
  });

  it('reaches the bucket, the registry and the connector of the base', async () => {
    const gpu = await rest.idOf('components', 'team-gpu');
    const { metadata } = await rest.read<{
      metadata: { labels: Record<string, string>; connector: { id: string } };
    }>(`/components/${gpu}`);
    expect(metadata.labels).toEqual({
      ...commonLabels(environment),
      store: PATH,
      registry: REGISTRY,
      prefix: 'zenml-dev-1a2b3c4d',
    });
    expect(metadata.connector.id).toBe(await rest.idOf('service_connectors', 'platform-connector'));
  });

  it('follows the base when that changes', async () => {
    await apply(
      platform,
      'platform',
      basePlatform((stack) => [
        new StackComponent(stack, 'validator', { type: 'data_validator', flavor: 'evidently' }),
      ]),
    );
    expect(await team.plan()).toEqual([
      { address: expect.stringMatching(/^zenml_stack\.training_stack_/) as string, actions: ['update'] },
    ]);
    await team.apply();
    expect(await componentsOf('dev-training-stack')).toMatchObject({ data_validator: ['platform-validator'] });
  });

  it('drops and replaces components in place', async () => {
    const id = await rest.idOf('stacks', 'dev-training-stack');
    await apply(
      team,
      'team',
      teamOn((stack, base) => {
        const own = tracker(stack, 'own');
        new TeamStack(stack, 'training', {
          base,
          components: [own],
          without: ['data_validator', 'image_builder'],
        });
      }),
    );
    expect(await rest.idOf('stacks', 'dev-training-stack')).toBe(id);
    expect(await componentsOf('dev-training-stack')).toEqual({
      artifact_store: ['platform-store'],
      container_registry: ['platform-registry'],
      orchestrator: ['platform-runner'],
      experiment_tracker: ['team-own'],
    });
  });

  it('may stand beside the components of the base as the default one', async () => {
    await apply(
      team,
      'team',
      teamOn((stack, base) => {
        const own = tracker(stack, 'own');
        new TeamStack(stack, 'training', { base, additionalComponents: [own], defaults: [own] });
      }),
    );
    const { experiment_tracker } = await componentsOf('dev-training-stack');
    expect(experiment_tracker?.[0]).toBe('team-own');
    expect([...(experiment_tracker ?? [])].sort()).toEqual(['platform-first', 'platform-second', 'team-own']);
  });

  it('fails in the plan where the base is another one than expected', async () => {
    const plain = (lookUp: BaseStackLookUp): Program =>
      teamOn((stack, base) => {
        new TeamStack(stack, 'training', { base });
      }, lookUp);
    expect(await refusal(plain({ environment, region: 'us-east-1' }))).toContain(
      'The base stack dev-base-stack is of the region eu-west-1; expected us-east-1: give its own region',
    );
    expect(
      await refusal(plain({ environment: { name: 'prod' }, region: 'eu-west-1', stackName: 'dev-base-stack' })),
    ).toContain('is of the environment dev; expected prod');
    expect(await refusal(plain({ environment: { name: 'prod' }, region: 'eu-west-1' }))).toContain('prod-base-stack');
  });

  it('fails in the plan where the base lacks what is asked of it', async () => {
    const without = teamOn((stack, base) => {
      new TeamStack(stack, 'training', { base, without: ['deployer'] });
    });
    expect(await refusal(without)).toMatch(
      /The base stack dev-base-stack has no deployer, and team\/training leaves it out: take it out of without\. It has artifact_store, /,
    );
    const bucket = teamOn((stack, base) => {
      const store = new S3ArtifactStore(stack, 'store', {
        path: 's3://own',
        connector: base.connectorFor('s3-bucket'),
      });
      new TeamStack(stack, 'training', { base, components: [store] });
    });
    expect(await refusal(bucket)).toMatch(
      /The base stack dev-base-stack has 0 connectors for s3-bucket .*Have the base stack make it, or name it in the connectors/s,
    );
  });

  it('takes a connector that is named', async () => {
    await apply(team, 'team', (stack) => {
      const connector = ServiceConnector.fromName(stack, 'aws', 'platform-connector');
      const base = BaseStack.fromName(stack, 'base', {
        environment,
        region: 'eu-west-1',
        connectors: { 'aws-generic': connector },
      });
      const gpu = new StackComponent(stack, 'gpu', {
        type: 'orchestrator',
        flavor: 'sagemaker',
        connector: base.connector,
        configuration: { execution_role: 'arn:aws:iam::123456789012:role/training', region: base.region },
      });
      new TeamStack(stack, 'training', { base, components: [gpu] });
    });
    expect(await componentsOf('dev-training-stack')).toMatchObject({ orchestrator: ['team-gpu'] });
  });

  it('is destroyed and leaves the base as it was', async () => {
    await team.destroy();
    expect(await rest.names('stacks')).toEqual(['dev-base-stack']);
    expect(await platform.plan()).toEqual([]);
    await platform.destroy();
    await rest.delete(`/secrets/${await rest.idOf('secrets', 'mlflow')}`);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
