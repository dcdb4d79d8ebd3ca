import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { App, TerraformStack } from 'cdktf';
import {
  addStateBackend,
  defineEnvironments,
  LocalArtifactStore,
  LocalOrchestrator,
  StateBackend,
  ZenmlStack,
  type Environment,
} from '../../../constructs';
import { AwsAuth, AwsBaseStack } from '../../../constructs/aws';
import { GcpAuth, GcpBaseStack } from '../../../constructs/gcp';
import { ZenmlProvider } from '../../../src/bindings/provider';
import { compareEnvironments, type Difference } from '../../../src/cli/promote/compare-environments';
import { differencesTable } from '../../../src/cli/promote/differences-table';
import { readSynthesized } from '../../../src/cli/synthesized';
import { useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();

type Program = (stack: TerraformStack, environment: Environment) => void;

/** What differs from staging to an environment of a longer name, both deployed by the same program. */
async function compare(program: Program, settings: Partial<Environment> = {}): Promise<readonly Difference[]> {
  const environments = defineEnvironments({ defaults: {}, staging: {}, production: settings });
  const app = new App({ outdir: folder() });
  for (const environment of Object.values(environments)) {
    const stack = new TerraformStack(app, `platform-${environment.name}`);
    addStateBackend(stack, environment);
    new ZenmlProvider(stack, 'zenml');
    program(stack, environment);
  }
  app.synth();
  return compareEnvironments(await readSynthesized(folder()), 'staging', 'production');
}

interface AwsDifferences {
  readonly region?: string;
  readonly auth?: AwsAuth;
  readonly orchestrator?: 'local' | 'sagemaker';
}

/** A base stack on AWS, in production with some things otherwise. */
function aws(inProduction: AwsDifferences = {}): Program {
  return (stack, environment) => {
    const settings = { region: 'eu-west-1', auth: AwsAuth.implicit(), orchestrator: 'sagemaker' as const };
    const { region, auth, orchestrator } = { ...settings, ...(environment.name === 'production' && inProduction) };
    new AwsProvider(stack, 'aws', { region });
    new AwsBaseStack(stack, 'base', { environment, region, auth, orchestrator, imageBuilder: 'codebuild' });
  };
}

const gcp: Program = (stack, environment) => {
  const projectId = `acme-ml-${environment.name}`;
  new GoogleProvider(stack, 'google', { project: projectId });
  const auth = GcpAuth.implicit({ serverPrincipal: 'zenml@acme-ml.iam.gserviceaccount.com' });
  new GcpBaseStack(stack, 'base', { environment, projectId, region: 'europe-west1', auth, orchestrator: 'vertex' });
};

describe('environments that differ in their name alone', () => {
  it.each([
    ['AWS', aws()],
    ['Google Cloud, with digits computed at synth and ids cut to 30 characters', gcp],
  ])('do not differ, on %s', async (_, program) => {
    expect(await compare(program)).toEqual([]);
  });

  it('do not differ in construct ids that hold the name, and in what refers to them', async () => {
    const program: Program = (stack, environment) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      const bucket = new S3Bucket(stack, `${environment.name}-bucket`, { bucket: `acme-${environment.name}` });
      new S3Bucket(stack, 'logs', { bucket: `${bucket.bucket}-logs`, tags: { environment: environment.name } });
    };
    expect(await compare(program)).toEqual([]);
  });

  it('do not differ in where their states lie, but in the kind of backend', async () => {
    const backend = StateBackend.s3({ bucket: 'acme-states', region: 'eu-west-1', app: 'ml' });
    expect(await compare(aws(), { backend })).toContainEqual({
      kind: 'state',
      things: ['platform-production'],
      attribute: 'backend',
      from: 'local',
      to: 's3',
    });
  });
});

describe('what differs', () => {
  it('is the authentication of connectors, told once for all that have it', async () => {
    const found = await compare(aws({ auth: AwsAuth.secretKey() }), { development: true, allowKeyInState: true });
    expect(found).toContainEqual({
      kind: 'connector',
      things: expect.arrayContaining(['production-base-s3-connector', 'production-base-ecr-connector']) as string[],
      attribute: 'auth_method',
      from: 'implicit',
      to: 'secret-key',
    });
    expect(found).toContainEqual({
      kind: 'cloud',
      things: ['platform-production/base/identity/user/key'],
      to: 'aws_iam_access_key',
    });
  });

  it('is a component of another flavor, with the stack that has it', async () => {
    const found = await compare(aws({ orchestrator: 'local' }));
    expect(found).toContainEqual({
      kind: 'stack',
      things: ['production-base-stack'],
      attribute: 'components.orchestrator',
      from: 'sagemaker (staging-base-sagemaker-orchestrator)',
      to: 'local (production-base-local-orchestrator)',
    });
    expect(found).toContainEqual({
      kind: 'component',
      things: ['staging-base-sagemaker-orchestrator'],
      from: 'orchestrator sagemaker',
    });
  });

  it('is a switch, with what it changes in the cloud', async () => {
    const found = await compare(aws(), { forceDestroy: true, backupEnabled: true });
    expect(found).toContainEqual({
      kind: 'switch',
      things: ['production-base-stack'],
      attribute: 'labels.backup_enabled',
      to: 'true',
    });
    expect(found).toContainEqual({
      kind: 'cloud',
      things: ['platform-production/base/bucket'],
      attribute: 'force_destroy',
      from: 'false',
      to: 'true',
    });
  });

  it('is a tag, told once for all resources, and the region, but no name that is made from it', async () => {
    const found = await compare(aws({ region: 'eu-central-1' }), { costCenter: 'ml-42' });
    const tags = found.filter(({ attribute }) => attribute === 'tags.cost_center');
    expect(tags).toHaveLength(1);
    expect(tags[0]?.things.length).toBeGreaterThan(3);
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'provider', things: ['aws'], from: 'eu-west-1', to: 'eu-central-1' }),
    );
    expect(found.filter(({ attribute }) => attribute === 'bucket')).toEqual([]);
  });

  it('is a statement of a policy as a whole, named by its Sid', async () => {
    const found = await compare(aws({ orchestrator: 'local' }));
    const statements = found.filter(({ attribute = '' }) => attribute.includes('Statement['));
    expect(statements).toContainEqual({
      kind: 'cloud',
      things: ['platform-production/base/identity/role/policy'],
      attribute: 'policy.Statement[SagemakerPipelines]',
      from: 'there',
    });
    expect(statements.filter(({ attribute = '' }) => attribute.includes('[SagemakerPipelines].'))).toEqual([]);
  });

  it('is a version, told before everything that comes of it', async () => {
    const found = await compare((stack, environment) => {
      const version = environment.name === 'production' ? '1.0.0' : '1.1.0';
      const labels = { environment: environment.name, version };
      const components = [
        new LocalArtifactStore(stack, 'store', { labels }),
        new LocalOrchestrator(stack, 'orchestrator'),
      ];
      new ZenmlStack(stack, 'stack', {
        name: `zenml-${environment.name}-v${version}`,
        components,
        labels: { version },
      });
    });
    expect(found).toEqual([
      {
        kind: 'version',
        things: expect.any(Array) as string[],
        attribute: 'labels.version',
        from: '1.1.0',
        to: '1.0.0',
      },
      expect.objectContaining({ kind: 'stack', attribute: 'name', to: 'zenml-production-v1.0.0' }),
    ]);
  });

  it('fails to be told for environments in one Terraform stack', async () => {
    const app = new App({ outdir: folder() });
    const stack = new TerraformStack(app, 'platform');
    new ZenmlProvider(stack, 'zenml');
    for (const environment of ['staging', 'production'])
      new LocalArtifactStore(stack, `${environment}-store`, { labels: { environment } });
    app.synth();
    const stacks = await readSynthesized(folder());
    expect(() => compareEnvironments(stacks, 'staging', 'production')).toThrow(
      /platform has objects of production, staging/,
    );
  });

  it('fails to be told for an environment that the app does not have', async () => {
    await compare(aws());
    const stacks = await readSynthesized(folder());
    expect(() => compareEnvironments(stacks, 'staging', 'prod')).toThrow(
      /"prod"; its environments are production, staging/,
    );
  });
});

describe('the table', () => {
  it('shows both environments, and how many things a difference is of', async () => {
    const found = await compare(aws(), { costCenter: 'ml-42' });
    const table = differencesTable(found, 'staging', 'production');
    expect(table).toMatch(/what.*attribute.*staging.*production/);
    expect(table).toMatch(/cloud .*tags\.cost_center .* - .* ml-42/);
    expect(table).toMatch(/and \d+ more/);
    expect(table).toMatch(/\d differences between staging and production\. .*cdktf diff production$/);
  });

  it('says so where nothing differs', () => {
    expect(differencesTable([], 'staging', 'prod')).toBe(
      'Nothing differs between staging and prod but what their names make differ.',
    );
  });
});
