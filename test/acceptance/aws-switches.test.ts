import { DataAwsKmsKey } from '@cdktf/provider-aws/lib/data-aws-kms-key';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { ProjectStack, type Environment } from '../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackProps } from '../../constructs/aws';
import { ZenmlProvider } from '../../src/bindings/provider';
import { Guide } from '../support/guide';
import { MotoAccount } from '../support/moto-account';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import type { PlannedChange } from '../support/planned-changes';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';

type Settings = Partial<Environment>;
type Props = Partial<AwsBaseStackProps>;

const REPLICA_REGION = 'eu-central-1';
const PROJECT_AUTH = AwsAuth.implicit();
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

/** A Terraform stack with providers, and what base stack and look-up have in common. */
function stackOf(name: string, settings: Settings) {
  const stack = new TerraformStack(Testing.app(), name);
  new AwsProvider(stack, 'aws', { region: moto.region, s3UsePathStyle: true });
  const replicaProvider = new AwsProvider(stack, 'aws-replica', {
    region: REPLICA_REGION,
    alias: 'replica',
    s3UsePathStyle: true,
  });
  new ZenmlProvider(stack, 'zenml');
  const common = {
    environment: { name, ...settings },
    region: moto.region,
    replicaRegion: REPLICA_REGION,
    replicaProvider,
    imageBuilder: 'none' as const,
    endpointUrl: moto.url,
  };
  return { stack, common };
}

/** What an environment with some switches is synthesized to, with a project that has a bucket of its own where one is named. */
function synthesized(
  name: string,
  settings: Settings,
  props: Props | ((stack: TerraformStack) => Props) = {},
  projectName?: string,
): string {
  const { stack, common } = stackOf(name, settings);
  const base = new AwsBaseStack(stack, 'base', {
    ...common,
    auth: AwsAuth.implicit({ assumeRole: false }),
    ...(typeof props === 'function' ? props(stack) : props),
  });
  base.addOutputs();
  if (projectName !== undefined) {
    new ProjectStack(stack, projectName, { base, projectName, isolation: 'bucket', auth: PROJECT_AUTH }).addOutputs();
  }
  return Testing.synth(stack, true);
}

/** A project on the base stack of an environment that is looked up, with a part of its bucket. */
function synthesizedProject(name: string, settings: Settings, projectName: string): string {
  const { stack, common } = stackOf(name, settings);
  const base = AwsBaseStack.fromName(stack, 'base', { ...common, registryReplication: false });
  new ProjectStack(stack, projectName, { base, projectName, auth: PROJECT_AUTH }).addOutputs();
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
    await workspace().applyPlanned();
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
    expect(await replicasOf(bucket)).toEqual([`arn:aws:s3:::${bucket}-replica`]);
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
    await workspace().applyPlanned();
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
  const team = workspaceForTests();
  const audit = (settings: Settings) => synthesized('audit', settings, {}, 'credit');
  const fraud = (settings: Settings) => synthesizedProject('audit', settings, 'fraud');
  const disarmed: Settings = {
    ...EVERYTHING,
    forceDestroy: true,
    exceptions: { 'prevent-destroy': 'the audit is over, OPS-402' },
  };

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

  it('has the same for the bucket of a project, which nobody else reaches, and copies its images with those of the base', async () => {
    const { bucket_name, credit_bucket_name } = await workspace().outputs();
    const [base, credit] = [String(bucket_name), String(credit_bucket_name)];
    expect(await keyOfBucket(credit)).toBe(await keyNamed(credit));
    expect(await keyNamed(credit)).not.toBe(await keyNamed(base));
    expect(await settingsOf(credit)).toEqual({
      versioning: 'Enabled',
      algorithm: 'aws:kms',
      logs: `${credit}-access-logs`,
    });
    expect(await replicasOf(credit)).toEqual([`arn:aws:s3:::${credit}-replica`]);
    expect(await repositoryOf('credit-audit', REPLICA_REGION)).toMatchObject({ imageTagMutability: 'IMMUTABLE' });
    const rules = "boto3.client('ecr').describe_registry()['replicationConfiguration']['rules']";
    expect(await account.boto(`[f['filter'] for r in ${rules} for f in r['repositoryFilters']]`)).toEqual([
      base,
      'credit-audit',
    ]);
  });

  it('lets a project that looks it up use its key, for artifacts and images', async () => {
    await team().writeSynthesized(fraud(EVERYTHING));
    await team().apply();
    expect(await team().plan()).toEqual([]);
    const key = await keyNamed(await bucketOf(workspace()));
    const role = String((await team().outputs()).fraud_identity_name);
    const iam = "boto3.client('iam')";
    const statements = (await account.boto(
      `[s for p in ${iam}.list_role_policies(RoleName='${role}')['PolicyNames'] for s in ${iam}.get_role_policy(RoleName='${role}', PolicyName=p)['PolicyDocument']['Statement']]`,
    )) as readonly { Action: string | string[]; Resource: string | string[] }[];
    expect(statements.filter(({ Action }) => JSON.stringify(Action).includes('kms:'))).toEqual([
      expect.objectContaining({ Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: [key] }),
    ]);
    expect(await repositoryOf('fraud-audit')).toMatchObject({ encryptionConfiguration: { kmsKey: key } });
    expect(await repositoryOf('fraud-audit', REPLICA_REGION)).toMatchObject({
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
  });

  it('cannot get a registry without it', async () => {
    await workspace().writeSynthesized(audit({}));
    expect(await refusalOf(workspace())).toContain(section('A registry changes its key'));
  });

  it('refuses to be destroyed until it is disarmed, and so do its projects', async () => {
    for (const [each, program] of [
      [team(), fraud],
      [workspace(), audit],
    ] as const) {
      await each.writeSynthesized(program(EVERYTHING));
      const refused = await each.run(['destroy', '-auto-approve', '-json']);
      expect(refused.diagnostics.map(({ summary }) => summary)).toContain('Instance cannot be destroyed');
      await each.writeSynthesized(program(disarmed));
      await each.apply();
      await each.destroy();
      expect(await each.addresses()).toEqual([]);
    }
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

/** Where S3 copies the objects of a bucket to. */
async function replicasOf(bucket: string): Promise<unknown> {
  return account.boto(
    `[r['Destination']['Bucket'] for r in boto3.client('s3').get_bucket_replication(Bucket='${bucket}')['ReplicationConfiguration']['Rules']]`,
  );
}

/** The repository of a name: that of a base stack has the name of its bucket. */
async function repositoryOf(name: string, region = moto.region): Promise<unknown> {
  return account.boto(
    `boto3.client('ecr', region_name='${region}').describe_repositories(repositoryNames=['${name}'])['repositories'][0]`,
  );
}

/** ARN of the key with the alias of a bucket's name. */
async function keyNamed(name: string): Promise<unknown> {
  return account.boto(`boto3.client('kms').describe_key(KeyId='alias/${name}')['KeyMetadata']['Arn']`);
}

/** ARN of the key that encrypts what is new in a bucket. */
async function keyOfBucket(bucket: string): Promise<unknown> {
  return account.boto(
    `boto3.client('s3').get_bucket_encryption(Bucket='${bucket}')['ServerSideEncryptionConfiguration']['Rules'][0]['ApplyServerSideEncryptionByDefault']['KMSMasterKeyID']`,
  );
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
