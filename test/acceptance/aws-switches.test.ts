import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import type { Environment } from '../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../constructs/aws';
import { ZenmlProvider } from '../../src/bindings/provider';
import { Guide } from '../support/guide';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';

type Settings = Partial<Environment>;
type Props = Partial<AwsBaseStackProps>;

const REPLICA_REGION = 'eu-central-1';
const guide = new Guide('migrations');

let moto: RunningMoto;
let server: RunningZenmlServer;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer({
    moto,
    settings: { ZENML_ENABLE_IMPLICIT_AUTH_METHODS: 'true', ...moto.environment },
  });
});

afterAll(async () => {
  await server.stop();
  await moto.stop();
});

/** What an environment `prod` with some switches is synthesized to. */
function synthesized(settings: Settings, props: Props | ((stack: TerraformStack) => Props) = {}): string {
  const stack = new TerraformStack(Testing.app(), 'prod');
  new AwsProvider(stack, 'aws', { region: moto.region, s3UsePathStyle: true });
  const replicaProvider = new AwsProvider(stack, 'aws-replica', {
    region: REPLICA_REGION,
    alias: 'replica',
    s3UsePathStyle: true,
  });
  new ZenmlProvider(stack, 'zenml');
  const base = new AwsBaseStack(stack, 'base', {
    environment: { name: 'prod', ...settings },
    region: moto.region,
    replicaRegion: REPLICA_REGION,
    replicaProvider,
    auth: AwsAuth.implicit({ assumeRole: false }),
    imageBuilder: 'none',
    endpointUrl: moto.url,
    ...(typeof props === 'function' ? props(stack) : props),
  });
  base.addOutputs();
  return Testing.synth(stack, true);
}

function workspaceForTests(): () => TerraformWorkspace {
  let workspace: TerraformWorkspace;
  beforeAll(async () => {
    workspace = await createTerraformWorkspace({
      hcl: '',
      environment: { ...server.environment, ...moto.environment },
      timeoutMilliseconds: 400_000,
    });
  });
  afterAll(() => workspace.dispose());
  return () => workspace;
}

const EVERYTHING: Settings = { highAvailability: true, backupEnabled: true, complianceMode: 'strict' };

describe('an environment with all switches on', () => {
  const workspace = workspaceForTests();

  it('is deployed, and then has nothing to change', async () => {
    await workspace().writeSynthesized(synthesized(EVERYTHING));
    await workspace().apply();
    const changes = await workspace().plan();
    // moto forgets of a replication that it is for what a key encrypts.
    expect(changes.filter(({ address }) => !address.startsWith('aws_s3_bucket_replication_configuration.'))).toEqual(
      [],
    );
  });

  it('has a section of the guide for each plan that fails', () => {
    const text = synthesized({});
    const anchors = [...text.matchAll(/migrations\.md#([a-z-]+)/g)].map(([, anchor]) => anchor);
    expect(anchors.length).toBeGreaterThan(0);
    expect(guide.anchors).toEqual(expect.arrayContaining(anchors));
  });
});
