import { createHash } from 'node:crypto';
import path from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { ProjectStack, type Environment } from '../../constructs';
import { AwsAuth, AwsBaseStack } from '../../constructs/aws';
import { ZenmlProvider } from '../../src/bindings/provider';
import { MotoAccount } from '../support/moto-account';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { StackUser } from '../support/stack-user';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { makeTestFolder, packageInfo } from '../support/test-folder';
import { ZenmlRest } from '../support/zenml-rest';

const environment: Environment = { name: 'dev', development: true, allowKeyInState: true };

let moto: RunningMoto;
let account: MotoAccount;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let user: StackUser;
let platform: TerraformWorkspace;
let team: TerraformWorkspace;

beforeAll(async () => {
  moto = await startMoto();
  account = new MotoAccount(moto);
  server = await startZenmlServer({ moto });
  rest = new ZenmlRest(server.url, server.apiKey);
  user = new StackUser(server, moto, await makeTestFolder('project-stacks'));
  const options = {
    hcl: '',
    environment: { ...server.environment, ...moto.environment },
    timeoutMilliseconds: 300_000,
  };
  [platform, team] = await Promise.all([createTerraformWorkspace(options), createTerraformWorkspace(options)]);
});

afterAll(async () => {
  await Promise.all([platform.dispose(), team.dispose()]);
  await server.stop();
  await moto.stop();
});

function stackWithProviders(id: string): TerraformStack {
  const stack = new TerraformStack(Testing.app(), id);
  new AwsProvider(stack, 'aws', { region: moto.region, s3UsePathStyle: true });
  new ZenmlProvider(stack, 'zenml');
  return stack;
}

/** What base stack and look-up have in common. */
const settings = () => ({
  environment,
  region: moto.region,
  auth: AwsAuth.iamRole(),
  imageBuilder: 'none' as const,
  endpointUrl: moto.url,
});

/** A base stack, and on it a project with a part of its bucket and one with a bucket of its own. */
function platformStack(): string {
  const stack = stackWithProviders('platform');
  const base = new AwsBaseStack(stack, 'base', settings());
  base.addOutputs();
  new ProjectStack(stack, 'fraud-detection', { base, projectName: 'fraud_detection' }).addOutputs();
  new ProjectStack(stack, 'credit', { base, projectName: 'credit', isolation: 'bucket' }).addOutputs();
  return Testing.synth(stack, true);
}

/** The project of a team with a state of its own, on the base that it looks up. */
function teamStack(): string {
  const stack = stackWithProviders('team');
  const base = AwsBaseStack.fromName(stack, 'base', settings());
  new ProjectStack(stack, 'fraud', { base, projectName: 'fraud' }).addOutputs();
  return Testing.synth(stack, true);
}

async function apply(workspace: TerraformWorkspace, synthesized: string): Promise<void> {
  await workspace.writeSynthesized(synthesized);
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
}

/** Runs a pipeline on a stack. @returns the folder of its artifact, `bucket:prefix` */
async function artifactOf(stack: string): Promise<{ readonly bucket: string; readonly key: string }> {
  const { status, artifactUri } = await user.prove(stack);
  expect(status).toBe('completed');
  expect(await account.objectsBelow(artifactUri)).toContain('10');
  await user.forget();
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.*)$/.exec(artifactUri) ?? [];
  return { bucket, key: `${key}/data.json` };
}

/** What a connector lets its users do, each as `action:bucket:key`. */
async function answers(connector: string, tries: readonly string[]): Promise<unknown> {
  const program = path.join(packageInfo.root, 'test/support/try-objects.py');
  const { stdout } = await user.run('python', program, moto.url, connector, ...tries);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const inEach = (actions: readonly string[], bucket: string, key: string, answer: string) =>
  Object.fromEntries(actions.map((action) => [`${action}:${bucket}:${key}`, answer]));

describe('two projects on one base stack', () => {
  it('are deployed with it in one go, and have nothing to change the second time', async () => {
    await apply(platform, platformStack());
    expect((await rest.names('stacks')).sort()).toEqual([
      'credit-dev-stack',
      'dev-base-stack',
      'fraud_detection-dev-stack',
    ]);
    const repositories = await account.boto(
      "sorted(r['repositoryName'] for r in boto3.client('ecr').describe_repositories()['repositories'])",
    );
    expect(repositories).toEqual(['credit-dev', 'fraud_detection-dev', expect.stringMatching(/^zenml-dev-\w{8}$/)]);
  });

  it('have connectors of their own that the server can verify', async () => {
    const connectors = await rest.list('service_connectors');
    expect(connectors.map(({ name }) => name).sort()).toEqual(
      ['credit-dev', 'dev-base', 'fraud_detection-dev'].flatMap((name) => [
        `${name}-ecr-connector`,
        `${name}-s3-connector`,
      ]),
    );
    for (const { id } of connectors) {
      expect(await rest.put(`/service_connectors/${id}/verify`, {})).toMatchObject({ error: null });
    }
  });

  it("run pipelines of ZenML's own client, and reach their own artifacts alone", async () => {
    const outputs = await platform.outputs();
    const ofFraud = await artifactOf('fraud_detection-dev-stack');
    const ofCredit = await artifactOf('credit-dev-stack');
    expect(ofFraud.bucket).toBe(outputs.bucket_name);
    expect(ofFraud.key).toMatch(/^projects\/fraud_detection\/dev\//);
    expect(ofCredit.bucket).toBe(outputs.credit_bucket_name);

    const all = ['read', 'write', 'delete'];
    // HeadBucket is left out: moto asks for a permission of that name, AWS for s3:ListBucket, which policies are evaluated for offline.
    const own = (key: string) => key.replace(/[^/]+$/, 'more.json');
    const shared = ofFraud.bucket;
    const fraud = {
      ...inEach(['read'], shared, ofFraud.key, 'ok'),
      ...inEach(['write', 'read', 'delete'], shared, own(ofFraud.key), 'ok'),
      ...inEach(all, shared, 'projects/fraud/dev/model', 'AccessDenied'),
      ...inEach(all, shared, 'projects/fraud_detection/development/model', 'AccessDenied'),
      ...inEach(all, shared, 'model', 'AccessDenied'),
      ...inEach(all, ofCredit.bucket, ofCredit.key, 'AccessDenied'),
    };
    expect(await answers('fraud_detection-dev-s3-connector', Object.keys(fraud))).toEqual(fraud);
    const credit = {
      ...inEach(['read'], ofCredit.bucket, ofCredit.key, 'ok'),
      ...inEach(['write', 'read', 'delete'], ofCredit.bucket, own(ofCredit.key), 'ok'),
      ...inEach(all, shared, ofFraud.key, 'AccessDenied'),
    };
    expect(await answers('credit-dev-s3-connector', Object.keys(credit))).toEqual(credit);
  });
});

describe('a project whose base is looked up', () => {
  it('is deployed with a state of its own, beside neighbours of a similar name', async () => {
    await apply(team, teamStack());
    const { bucket_name } = await platform.outputs();
    const { bucket, key } = await artifactOf('fraud-dev-stack');
    expect(bucket).toBe(bucket_name);
    expect(key).toMatch(/^projects\/fraud\/dev\//);
    const tries = {
      ...inEach(['read'], bucket, key, 'ok'),
      ...inEach(['read', 'write'], bucket, 'projects/fraud_detection/dev/model', 'AccessDenied'),
    };
    expect(await answers('fraud-dev-s3-connector', Object.keys(tries))).toEqual(tries);
  });

  it('has names by the same rule as beside its base, so that it can move', async () => {
    const [beside, apart] = [await platform.outputs(), await team.outputs()];
    const nameOf = (project: string) => {
      const digits = createHash('sha256')
        .update(`${String(beside.bucket_name)}/projects/${project}`)
        .digest('hex');
      return `zenml-dev-${digits.slice(0, 8)}-${project}`;
    };
    expect(beside.fraud_detection_identity_name).toBe(nameOf('fraud-detection'));
    expect(apart.fraud_identity_name).toBe(nameOf('fraud'));
  });

  it('goes away and leaves the base and the neighbours as they were', async () => {
    await team.destroy();
    expect(await platform.plan()).toEqual([]);
    expect(await rest.names('stacks')).not.toContain('fraud-dev-stack');
  });
});

describe('the platform', () => {
  it('is destroyed with its projects in one run, and nothing is left', async () => {
    await platform.destroy();
    expect(await account.leftovers()).toEqual([]);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
