import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../constructs/aws';
import { ZenmlProvider } from '../../src/bindings/provider';
import { MotoAccount } from '../support/moto-account';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { StackUser } from '../support/stack-user';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { makeTestFolder } from '../support/test-folder';
import { ZenmlRest } from '../support/zenml-rest';

type Props = Partial<AwsBaseStackProps>;

const ACCOUNT = '123456789012';

let moto: RunningMoto;
let account: MotoAccount;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let user: StackUser;
let workspace: TerraformWorkspace;

beforeAll(async () => {
  moto = await startMoto();
  account = new MotoAccount(moto);
  // What the server runs as is whatever its environment says.
  const settings = { ...moto.environment, ZENML_ENABLE_IMPLICIT_AUTH_METHODS: 'true' };
  server = await startZenmlServer({ moto, settings });
  rest = new ZenmlRest(server.url, server.apiKey);
  user = new StackUser(server, moto, await makeTestFolder('aws-base-stack'));
  workspace = await createTerraformWorkspace({
    hcl: '',
    environment: { ...server.environment, ...moto.environment },
    timeoutMilliseconds: 300_000,
  });
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
  await moto.stop();
});

/** What the program of a base stack is synthesized to. */
function synthesized(props: Props | ((stack: TerraformStack) => Props)): string {
  const stack = new TerraformStack(Testing.app(), 'dev');
  new AwsProvider(stack, 'aws', { region: moto.region, s3UsePathStyle: true });
  new ZenmlProvider(stack, 'zenml');
  const base = new AwsBaseStack(stack, 'base', {
    environment: { name: 'dev', development: true, allowKeyInState: true, projectName: 'fraud' },
    region: moto.region,
    accountId: ACCOUNT,
    auth: AwsAuth.iamRole(),
    endpointUrl: moto.url,
    ...(typeof props === 'function' ? props(stack) : props),
  });
  base.addOutputs();
  return Testing.synth(stack, true);
}

/** Applies a base stack, after which there is nothing left to change. @returns what terraform did, line by line */
async function apply(props: Props | ((stack: TerraformStack) => Props)): Promise<string> {
  await workspace.writeSynthesized(synthesized(props));
  const { output } = await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
  return output;
}

async function componentsOfStack(): Promise<string[]> {
  const { metadata } = await rest.read<{
    metadata: { components: Record<string, { body: { flavor_name: string } }[]> };
  }>(`/stacks/${await rest.idOf('stacks', 'dev-base-stack')}`);
  return Object.entries(metadata.components)
    .map(([type, [component]]) => `${type}/${component?.body.flavor_name}`)
    .sort();
}

/** Has the server verify all connectors. @returns their names and methods */
async function verifiedConnectors(): Promise<Record<string, unknown>> {
  const connectors = await rest.list('service_connectors');
  for (const { id } of connectors) {
    expect(await rest.put(`/service_connectors/${id}/verify`, {})).toMatchObject({ error: null });
  }
  return Object.fromEntries(connectors.map(({ name, body }) => [name, body.auth_method]));
}

const accessKeys = async () =>
  (await account.boto(
    "[k['AccessKeyId'] for u in boto3.client('iam').list_users()['Users'] for k in boto3.client('iam').list_access_keys(UserName=u['UserName'])['AccessKeyMetadata']]",
  )) as string[];

/** The objects that terraform was done with, in their order: `create aws_iam_access_key`. */
function doneIn(output: string): string[] {
  return output.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const { type, hook } = JSON.parse(line) as {
      type: string;
      hook?: { action: string; resource: { resource_type: string } };
    };
    return type === 'apply_complete' && hook ? [`${hook.action} ${hook.resource.resource_type}`] : [];
  });
}

const EVERYTHING: Props = {
  orchestrator: 'sagemaker',
  stepOperator: 'sagemaker',
  deployer: 'app-runner',
  services: ['skypilot'],
};

describe('an AWS base stack', () => {
  it('is deployed with everything switched on', async () => {
    await apply(EVERYTHING);
    expect(await componentsOfStack()).toEqual([
      'artifact_store/s3',
      'container_registry/aws',
      'deployer/aws',
      'image_builder/aws',
      'orchestrator/sagemaker',
      'step_operator/sagemaker',
    ]);
    expect(await verifiedConnectors()).toEqual({
      'dev-base-s3-connector': 'iam-role',
      'dev-base-ecr-connector': 'iam-role',
      'dev-base-sagemaker-connector': 'iam-role',
    });
    const outputs = await workspace.outputs();
    expect(await account.boto("boto3.client('codebuild').list_projects()['projects']")).toEqual([
      outputs.build_project_name,
    ]);
    expect(outputs).toMatchObject({
      install_command: 'zenml integration install -y aws s3',
      set_command: 'zenml stack set dev-base-stack',
      execution_role_arn: expect.stringMatching(
        /^arn:aws:iam::123456789012:role\/zenml-dev-\w{8}-sagemaker$/,
      ) as unknown,
    });
  });

  it('rotates its key in one apply: the new key, the connectors, the old key', async () => {
    const [old] = await accessKeys();
    const done = doneIn(await apply({ ...EVERYTHING, auth: AwsAuth.iamRole({ keyVersion: 2 }) })).filter((each) =>
      /aws_iam_access_key|zenml_service_connector/.test(each),
    );
    expect(done).toEqual([
      'create aws_iam_access_key',
      'update zenml_service_connector',
      'update zenml_service_connector',
      'update zenml_service_connector',
      'delete aws_iam_access_key',
    ]);
    const keys = await accessKeys();
    expect(keys).toHaveLength(1);
    expect(keys).not.toContain(old);
    await verifiedConnectors();
  });

  it('gives up what is switched off, and keeps the stack', async () => {
    const id = await rest.idOf('stacks', 'dev-base-stack');
    await apply({ auth: AwsAuth.iamRole({ keyVersion: 2 }), services: ['sagemaker'] });
    expect(await rest.idOf('stacks', 'dev-base-stack')).toBe(id);
    expect(await componentsOfStack()).toEqual([
      'artifact_store/s3',
      'container_registry/aws',
      'image_builder/aws',
      'orchestrator/local',
    ]);
  });

  it("runs a pipeline of ZenML's own client, whose artifact lies in the bucket", async () => {
    const { status, artifactUri } = await user.prove('dev-base-stack');
    const { bucket_name } = await workspace.outputs();
    expect(status).toBe('completed');
    expect(artifactUri.startsWith(`s3://${String(bucket_name)}/`)).toBe(true);
    expect(await account.objectsBelow(artifactUri)).toContain('10');
    await user.forget();
  });

  describe.each([
    ['federation-token', AwsAuth.federationToken({ expirationSeconds: 7200 })],
    ['session-token', AwsAuth.sessionToken()],
    ['secret-key', AwsAuth.secretKey()],
    ['implicit', AwsAuth.implicit()],
    ['implicit', AwsAuth.implicit({ assumeRole: false })],
  ])('with connectors that change to the method %s', (method, auth) => {
    it('keeps them, and the server verifies each', async () => {
      const idOf = (use: string) => rest.idOf('service_connectors', `dev-base-${use}-connector`);
      const idsOf = () => Promise.all(['s3', 'ecr', 'aws'].map(idOf));
      const before = await idsOf();
      await apply({ auth });
      expect(Object.values(await verifiedConnectors())).toEqual([method, method, method]);
      expect(await idsOf()).toEqual(before);
      expect(await accessKeys()).toHaveLength(auth.makesKey ? 1 : 0);
    });
  });

  it('takes a token from elsewhere, which is in no state', async () => {
    const token = (await account.boto("boto3.client('sts').get_session_token()['Credentials']")) as Record<
      string,
      string
    >;
    const { SecretAccessKey = '', SessionToken = '', AccessKeyId = '' } = token;
    await workspace.writeSynthesized(
      synthesized((stack) => {
        const variable = (name: string) =>
          new TerraformVariable(stack, name, { type: 'string', sensitive: true }).stringValue;
        return {
          auth: AwsAuth.stsToken({
            token: {
              accessKeyId: AccessKeyId,
              secretAccessKey: variable('secret_access_key'),
              sessionToken: variable('session_token'),
            },
            expiresAt: '2099-01-31T12:00:00Z',
          }),
        };
      }),
    );
    const environment = { TF_VAR_secret_access_key: SecretAccessKey, TF_VAR_session_token: SessionToken };
    const run = await workspace.run(['apply', '-auto-approve', '-no-color'], environment);
    if (run.exitCode !== 0) throw new Error(run.output);
    expect(Object.values(await verifiedConnectors())).toEqual(['sts-token', 'sts-token', 'sts-token']);
    const { output: state } = await workspace.run(['state', 'pull'], environment);
    expect(SecretAccessKey.length).toBeGreaterThan(20);
    for (const secret of [SecretAccessKey, SessionToken]) expect(state.includes(secret)).toBe(false);
  });

  it('fails in the plan where the credentials are of another account, or the provider of another region', async () => {
    await workspace.writeSynthesized(synthesized({ accountId: '210987654321' }));
    const { diagnostics } = await workspace.planFailing();
    expect(diagnostics.map(({ detail }) => detail).join('\n')).toContain(
      'The credentials of the AWS provider are of the account 123456789012, and dev/base is for 210987654321',
    );
    await workspace.writeSynthesized(synthesized({ region: 'eu-west-1' }));
    const elsewhere = await workspace.planFailing();
    expect(elsewhere.diagnostics.map(({ detail }) => detail).join('\n')).toContain(
      'The AWS provider is for the region us-east-1, and dev/base for eu-west-1',
    );
  });

  it('has one connector for everything where asked for, and runs a pipeline through it', async () => {
    await apply({ connectors: 'single' });
    expect(await verifiedConnectors()).toEqual({ 'dev-base-connector': 'iam-role' });
    expect(await user.prove('dev-base-stack')).toMatchObject({ status: 'completed' });
    await user.forget();
  });

  it('is destroyed with nothing left in AWS or on the server', async () => {
    const { output } = await workspace.destroy();
    expect(doneIn(output)).toContain('delete aws_codebuild_project');
    expect(await account.leftovers()).toEqual([]);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
