import { DataAwsKmsKey } from '@cdktf/provider-aws/lib/data-aws-kms-key';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import type { Environment } from '../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../constructs/aws';
import { ZenmlProvider } from '../../src/bindings/provider';
import { Guide } from '../support/guide';
import { MotoAccount } from '../support/moto-account';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type PlannedChange, type TerraformWorkspace } from '../support/terraform-workspace';

type Settings = Partial<Environment>;
type Props = Partial<AwsBaseStackProps>;

const REPLICA_REGION = 'eu-central-1';
const guide = new Guide('migrations');

// S3 of moto takes a minute for rules, and as long as the machine is busy for the rest.
jest.setTimeout(600_000);

let moto: RunningMoto;
let account: MotoAccount;
let server: RunningZenmlServer;

beforeAll(async () => {
  moto = await startMoto();
  account = new MotoAccount(moto);
  server = await startZenmlServer({
    moto,
    settings: { ZENML_ENABLE_IMPLICIT_AUTH_METHODS: 'true', ...moto.environment },
  });
});

afterAll(async () => {
  await server.stop();
  await moto.stop();
});

/** What an environment with some switches is synthesized to. */
function synthesized(name: string, settings: Settings, props: Props | ((stack: TerraformStack) => Props) = {}): string {
  const stack = new TerraformStack(Testing.app(), name);
  new AwsProvider(stack, 'aws', { region: moto.region, s3UsePathStyle: true });
  const replicaProvider = new AwsProvider(stack, 'aws-replica', {
    region: REPLICA_REGION,
    alias: 'replica',
    s3UsePathStyle: true,
  });
  new ZenmlProvider(stack, 'zenml');
  const base = new AwsBaseStack(stack, 'base', {
    environment: { name, ...settings },
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
const EXCEPT_REGISTRY = { 'registry-key': 'its images are to be copied first, OPS-311' };

describe('a deployed environment', () => {
  const workspace = workspaceForTests();

  it('cannot become strict while its registry has no key of its own: the plan fails, with what to do', async () => {
    await workspace().writeSynthesized(synthesized('prod', {}));
    await workspace().apply();
    await account.boto(
      `boto3.client('s3').put_object(Bucket='${await bucketOf(workspace())}', Key='old', Body=b'old')`,
    );
    await workspace().writeSynthesized(synthesized('prod', EVERYTHING));
    expect(await refusalOf(workspace())).toContain(section('A registry changes its key'));
  });

  it('gets everything else in place', async () => {
    await workspace().writeSynthesized(synthesized('prod', { ...EVERYTHING, exceptions: EXCEPT_REGISTRY }));
    expect((await workspace().plan()).filter(deletes)).toEqual([]);
    await workspace().apply();
    expect((await workspace().plan()).filter(isNoFaultOfMoto)).toEqual([]);

    const bucket = await bucketOf(workspace());
    expect(await account.objectsBelow(`s3://${bucket}/`)).toEqual(['old']);
    expect(await settingsOf(bucket)).toEqual({
      versioning: 'Enabled',
      algorithm: 'aws:kms',
      logs: `${bucket}-access-logs`,
    });
    expect(
      await account.boto(
        `sorted(r['ID'] for r in boto3.client('s3').get_bucket_lifecycle_configuration(Bucket='${bucket}')['Rules'])`,
      ),
    ).toEqual(['incomplete-uploads', 'noncurrent-versions']);
    expect(
      await account.boto(
        `[r['Destination']['Bucket'] for r in boto3.client('s3').get_bucket_replication(Bucket='${bucket}')['ReplicationConfiguration']['Rules']]`,
      ),
    ).toEqual([`arn:aws:s3:::${bucket}-replica`]);
    expect(
      await account.boto(
        `boto3.client('s3', region_name='${REPLICA_REGION}').get_bucket_versioning(Bucket='${bucket}-replica')['Status']`,
      ),
    ).toBe('Enabled');
    expect(await account.boto("boto3.client('ecr').describe_registry()['replicationConfiguration']['rules']")).toEqual([
      expect.objectContaining({ destinations: [expect.objectContaining({ region: REPLICA_REGION })] }),
    ]);
    expect(await repositoryOf(bucket)).toMatchObject({ imageTagMutability: 'IMMUTABLE' });
    const keyId = `boto3.client('kms').describe_key(KeyId='alias/${bucket}')['KeyMetadata']['KeyId']`;
    expect(
      await account.boto(`boto3.client('kms').get_key_rotation_status(KeyId=${keyId})['KeyRotationEnabled']`),
    ).toBe(true);
  });

  it('cannot leave the strict mode without the key of its bucket', async () => {
    await workspace().writeSynthesized(synthesized('prod', { exceptions: EXCEPT_REGISTRY }));
    expect(await refusalOf(workspace())).toContain(section('A bucket loses its key'));
  });

  it('leaves it with the key, which terraform forgets, as it forgets logs and replicas', async () => {
    const bucket = await bucketOf(workspace());
    const keyId = `alias/${bucket}`;
    await workspace().writeSynthesized(
      synthesized('prod', { exceptions: EXCEPT_REGISTRY }, (stack) => ({
        encryptionKey: new DataAwsKmsKey(stack, 'key', { keyId }),
      })),
    );
    const deleted = (await workspace().plan()).filter(deletes).map(({ address }) => address.split('.')[0]);
    expect(deleted).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^aws_(s3_bucket|ecr_repository|kms_key|kms_alias)$/)]),
    );
    await workspace().apply();
    expect(await workspace().plan()).toEqual([]);
    expect(await settingsOf(bucket)).toEqual({ versioning: 'Suspended', algorithm: 'aws:kms' });
    expect(await account.boto(`boto3.client('kms').describe_key(KeyId='${keyId}')['KeyMetadata']['KeyState']`)).toBe(
      'Enabled',
    );
    expect(await account.boto("sorted(b['Name'] for b in boto3.client('s3').list_buckets()['Buckets'])")).toEqual(
      expect.arrayContaining([bucket, `${bucket}-access-logs`, `${bucket}-replica`, `${bucket}-replica-access-logs`]),
    );
    expect(await account.objectsBelow(`s3://${bucket}/`)).toEqual(['old']);
  });

  it('is destroyed when its bucket is empty', async () => {
    await account.boto(`str(boto3.resource('s3').Bucket('${await bucketOf(workspace())}').object_versions.delete())`);
    await workspace().destroy();
    expect(await workspace().addresses()).toEqual([]);
  });
});

describe('an environment that is strict from the start', () => {
  const workspace = workspaceForTests();
  const audit = (settings: Settings) => synthesized('audit', settings, { registryReplication: false });

  it('has bucket and registry with its own key, and tags that stay', async () => {
    await workspace().writeSynthesized(audit(EVERYTHING));
    await workspace().apply();
    expect((await workspace().plan()).filter(isNoFaultOfMoto)).toEqual([]);
    const repository = await repositoryOf(await bucketOf(workspace()));
    expect(repository).toMatchObject({
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
  });

  it('cannot get a registry without it', async () => {
    await workspace().writeSynthesized(audit({}));
    expect(await refusalOf(workspace())).toContain(section('A registry changes its key'));
  });

  it('refuses to be destroyed until it is disarmed', async () => {
    await workspace().writeSynthesized(audit(EVERYTHING));
    const refused = await workspace().run(['destroy', '-auto-approve', '-json']);
    expect(refused.diagnostics.map(({ summary }) => summary)).toContain('Instance cannot be destroyed');
    const exceptions = { 'prevent-destroy': 'the audit is over, OPS-402' };
    await workspace().writeSynthesized(audit({ ...EVERYTHING, forceDestroy: true, exceptions }));
    await workspace().apply();
    await workspace().destroy();
    expect(await workspace().addresses()).toEqual([]);
  });
});

it('the guide has a section for each plan that fails', () => {
  const refusals = [synthesized('prod', {}), synthesized('prod', EVERYTHING)].join('\n');
  const anchors = [...refusals.matchAll(/migrations\.md#([a-z-]+)/g)].map(([, anchor]) => anchor);
  expect(new Set(anchors).size).toBe(3);
  expect(guide.anchors).toEqual(expect.arrayContaining(anchors));
});

/** How a message names a section of the guide. */
function section(heading: string): string {
  return `docs/guides/migrations.md#${heading.toLowerCase().replaceAll(' ', '-')}`;
}

const deletes = ({ actions }: PlannedChange) => actions.includes('delete');

/** moto forgets of a replication that it is for what a key encrypts. */
const isNoFaultOfMoto = ({ address }: PlannedChange) => !address.startsWith('aws_s3_bucket_replication_configuration.');

async function refusalOf(workspace: TerraformWorkspace): Promise<string> {
  const { diagnostics } = await workspace.planFailing();
  return diagnostics.map(({ detail }) => detail).join('\n');
}

async function bucketOf(workspace: TerraformWorkspace): Promise<string> {
  return String((await workspace.outputs()).bucket_name);
}

/** The repository of the same name. */
async function repositoryOf(bucket: string): Promise<unknown> {
  return account.boto(`boto3.client('ecr').describe_repositories(repositoryNames=['${bucket}'])['repositories'][0]`);
}

/** What S3 says of a bucket; what it does not have is not in it. */
async function settingsOf(bucket: string): Promise<unknown> {
  const s3 = `boto3.client('s3')`;
  const [versioning, encryption, logging] = (await account.boto(
    `[${s3}.get_bucket_versioning(Bucket='${bucket}'), ${s3}.get_bucket_encryption(Bucket='${bucket}'), ${s3}.get_bucket_logging(Bucket='${bucket}')]`,
  )) as [
    { Status: string },
    {
      ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: string } }] };
    },
    { LoggingEnabled?: { TargetBucket: string } },
  ];
  return {
    versioning: versioning.Status,
    algorithm: encryption.ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm,
    ...(logging.LoggingEnabled && { logs: logging.LoggingEnabled.TargetBucket }),
  };
}
