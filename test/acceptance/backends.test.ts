import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCdktfWorkspace, type CdktfWorkspace } from '../support/cdktf-workspace';
import { Guide } from '../support/guide';
import { MotoAccount } from '../support/moto-account';
import { startMoto, type RunningMoto } from '../support/servers';
import type { TerraformRun } from '../support/terraform-run';

const BUCKET = 'acme-states';

/**
 * An app with a bucket of its own in each environment, and something that is only there when the file `go` is: an apply holds the
 * lock until then.
 */
function program(environments: string, stacks: string): string {
  return `import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { App, TerraformStack } from 'cdktf';
import { addStateBackend, commonLabels, defineEnvironments, StateBackend, type Environment } from 'cdktf-zenml';

const backend = StateBackend.s3({ bucket: '${BUCKET}', region: 'eu-west-1', app: 'ml-platform', accountId: '123456789012' });
const environments = defineEnvironments({ defaults: { backend }, ${environments} });

class PlatformStack extends TerraformStack {
  constructor(app: App, id: string, environment: Environment) {
    super(app, id);
    addStateBackend(this, environment);
    new AwsProvider(this, 'aws', { region: 'eu-west-1' });
    new S3Bucket(this, 'bucket', { bucket: \`acme-\${environment.name}\`, tags: commonLabels(environment) });
    this.addOverride('resource.terraform_data.gate', {
      input: '\${var.gate}',
      provisioner: { 'local-exec': { command: 'touch "$WAITING"; for i in $(seq 600); do [ -e "$GO" ] && break; sleep 0.1; done' } },
      triggers_replace: '\${var.gate}',
    });
    this.addOverride('variable.gate', { type: 'string', default: '0' });
  }
}

const app = new App();
${stacks}
app.synth();
`;
}

let moto: RunningMoto;
let account: MotoAccount;
let workspace: CdktfWorkspace;
let gate: { readonly WAITING: string; readonly GO: string };

beforeAll(async () => {
  moto = await startMoto();
  account = new MotoAccount(moto);
  workspace = await createCdktfWorkspace(moto.environment);
  gate = { WAITING: path.join(workspace.directory, 'waiting'), GO: path.join(workspace.directory, 'go') };
  await writeFile(gate.GO, '');
  await workspace.write(
    'main.ts',
    program(
      'dev: {}, prod: {}',
      `for (const environment of Object.values(environments)) new PlatformStack(app, environment.name, environment);`,
    ),
  );
});

afterAll(async () => {
  await workspace.dispose();
  await moto.stop();
});

function s3(call: string): Promise<unknown> {
  return account.boto(`{k: v for k, v in boto3.client('s3').${call}.items() if k != 'ResponseMetadata'}`);
}

async function bucketSettings(): Promise<Record<string, unknown>> {
  const calls = ['versioning', 'encryption', 'policy', 'tagging', 'ownership_controls'].map((name) => `bucket_${name}`);
  const entries = [...calls, 'public_access_block'].map(
    async (call) => [call, await s3(`get_${call}(Bucket='${BUCKET}')`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

function buckets(): Promise<unknown> {
  return account.boto(`sorted(b['Name'] for b in boto3.client('s3').list_buckets()['Buckets'])`);
}

async function keys(): Promise<readonly string[]> {
  const objects = `boto3.client('s3').list_objects_v2(Bucket='${BUCKET}').get('Contents', [])`;
  return (await account.boto(`[o['Key'] for o in ${objects}]`)) as string[];
}

async function waitFor(file: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!existsSync(file)) {
    if (Date.now() > deadline) throw new Error(`${file} did not appear`);
    await sleep(100);
  }
}

function succeeded({ exitCode, output }: TerraformRun): void {
  if (exitCode !== 0) throw new Error(`terraform failed with exit code ${exitCode}:\n${output}`);
}

function isLockOfNobody({ exitCode, output }: TerraformRun): boolean {
  return exitCode !== 0 && output.includes('Error acquiring the state lock') && !output.includes('Who:');
}

/** Starts an apply and returns when it holds the lock. It goes on when the gate is opened. */
async function applyThatWaits(stack: string, value: string) {
  await Promise.all([rm(gate.GO, { force: true }), rm(gate.WAITING, { force: true })]);
  const ended = workspace.terraform(stack, ['apply', '-auto-approve', `-var=gate=${value}`], gate);
  await waitFor(gate.WAITING);
  return { open: () => writeFile(gate.GO, ''), ended };
}

describe('cdktf-zenml backend create', () => {
  const create = ['backend', 'create', '--environment', 'prod'];

  it('makes nothing without --yes where nobody can be asked', async () => {
    const run = await workspace.command(create);
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.output).toMatch(/create the bucket acme-states in eu-west-1[^]*with --yes/);
    expect(await buckets()).toEqual([]);
  });

  it('makes a bucket that is versioned, encrypted, private, and tagged for what it is', async () => {
    const { exitCode, output } = await workspace.command([...create, '--yes']);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toContain('done: keep old versions of states');
    expect(await bucketSettings()).toMatchObject({
      bucket_versioning: { Status: 'Enabled' },
      bucket_encryption: {
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      },
      bucket_policy: { Policy: expect.stringMatching(/"Deny".*"aws:SecureTransport":"false"/) as string },
      bucket_ownership_controls: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
      public_access_block: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
      // The states of dev lie there, too, so it is labelled with no environment.
      bucket_tagging: {
        TagSet: [
          { Key: 'managed_by', Value: 'cdktf-zenml' },
          { Key: 'purpose', Value: 'terraform-state' },
        ],
      },
    });
    expect(await s3(`get_bucket_location(Bucket='${BUCKET}')`)).toEqual({ LocationConstraint: 'eu-west-1' });
  });

  it('changes nothing the second time, and only what somebody has taken away after that', async () => {
    const before = await bucketSettings();
    const second = await workspace.command(create);
    expect(second).toMatchObject({ exitCode: 0 });
    expect(second.output).toContain('Nothing is missing.');
    expect(await bucketSettings()).toEqual(before);

    await account.boto(
      `boto3.client('s3').put_bucket_versioning(Bucket='${BUCKET}', VersioningConfiguration={'Status': 'Suspended'})`,
    );
    const third = await workspace.command([...create, '--yes']);
    expect(third.output.match(/^done: .*$/gm)).toEqual(['done: keep old versions of states']);
    expect(await bucketSettings()).toEqual(before);
  });

  it('fails for credentials of another account than the backend names', async () => {
    const credentials = (await account.boto(
      `boto3.client('sts').assume_role(RoleArn='arn:aws:iam::111111111111:role/other', RoleSessionName='other')['Credentials']`,
    )) as Record<string, string>;
    const run = await workspace.command(create, {
      AWS_ACCESS_KEY_ID: credentials.AccessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: credentials.SecretAccessKey ?? '',
      AWS_SESSION_TOKEN: credentials.SessionToken ?? '',
    });
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.output).toMatch(/credentials are for the account 111111111111[^]*lie in 123456789012/);
  });
});

describe('a state in S3', () => {
  beforeAll(async () => {
    // Moto knows no conditions, and would refuse every object.
    await account.boto(`boto3.client('s3').delete_bucket_policy(Bucket='${BUCKET}')`);
    await workspace.cdktf('synth');
    const { exitCode, output } = await workspace.terraform('prod', ['init']);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  });

  it('is refused to a second apply while a first one changes it, and the lock says whose it is', async () => {
    const first = await applyThatWaits('prod', '1');
    const second = await workspace.terraform('prod', ['apply', '-auto-approve', '-var=gate=2'], gate);
    await first.open();
    expect(second).toMatchObject({ exitCode: 1 });
    expect(second.output).toMatch(
      /Error acquiring the state lock[^]*Operation:\s+OperationTypeApply[^]*Who:\s+\S+@\S+/,
    );
    expect(await first.ended).toMatchObject({ exitCode: 0 });
    expect(await workspace.terraform('prod', ['plan', '-detailed-exitcode', '-var=gate=1'])).toMatchObject({
      exitCode: 0,
    });
    expect(await keys()).toEqual(['ml-platform/prod/prod.tfstate']);
  });

  it('is waited for by an apply that is told to, after which both have left it whole', async () => {
    const first = await applyThatWaits('prod', '3');
    const apply = ['apply', '-auto-approve', '-lock-timeout=120s', '-var=gate=4'];
    const second = workspace.terraform('prod', apply, gate);
    expect(await Promise.race([second, sleep(3000)])).toBeUndefined();
    await first.open();
    succeeded(await first.ended);
    const waited = await second;
    // A lock that is given up just when terraform reads whose it is makes it stop waiting.
    succeeded(isLockOfNobody(waited) ? await workspace.terraform('prod', apply, gate) : waited);
    expect(await workspace.terraform('prod', ['plan', '-detailed-exitcode', '-var=gate=4'])).toMatchObject({
      exitCode: 0,
    });
    const { output } = await workspace.terraform('prod', ['state', 'list']);
    expect(output.trim().split('\n')).toEqual(['aws_s3_bucket.bucket', 'terraform_data.gate']);
  });

  it('has its old versions, and no key in the configuration', async () => {
    const versions = `boto3.client('s3').list_object_versions(Bucket='${BUCKET}', Prefix='ml-platform/prod/prod.tfstate')['Versions']`;
    expect(await account.boto(`len([v for v in ${versions} if v['Key'].endswith('.tfstate')]) > 1`)).toBe(true);
    const { output } = await workspace.terraform('prod', ['destroy', '-auto-approve'], gate);
    expect(output).toContain('Destroy complete! Resources: 2 destroyed.');
  });
});

describe('an environment that is a workspace of one configuration', () => {
  const select = async (name: string) =>
    workspace.write(
      'main.ts',
      program(
        `dev: { workspace: 'dev' }, prod: { workspace: 'prod' }`,
        `new PlatformStack(app, 'platform', environments.${name});`,
      ),
    );

  it('is applied to a state of its own', async () => {
    await select('prod');
    await workspace.cdktf('synth');
    const workspaces = { ...gate, TF_WORKSPACE: 'prod' };
    expect(await workspace.terraform('platform', ['init'], workspaces)).toMatchObject({ exitCode: 0 });
    expect(await workspace.terraform('platform', ['apply', '-auto-approve'], workspaces)).toMatchObject({
      exitCode: 0,
    });
    expect(await keys()).toContain('ml-platform/prod/platform.tfstate');
  });

  it('can be neither planned nor applied nor destroyed while the workspace of another one is selected', async () => {
    await select('dev');
    await workspace.cdktf('synth');
    for (const args of [['plan'], ['apply', '-auto-approve'], ['destroy', '-auto-approve']]) {
      const run = await workspace.terraform('platform', args, { ...gate, TF_WORKSPACE: 'prod' });
      expect(run).toMatchObject({ exitCode: 1 });
      expect(run.output.replaceAll(/[\s│]+/g, ' ')).toContain(
        'the Terraform workspace "prod" is selected, but this configuration is for "dev"',
      );
    }
    expect(await buckets()).toEqual(['acme-prod', 'acme-states']);
  });

  it('has a state beside that of the others', async () => {
    const unselected = await workspace.terraform('platform', ['workspace', 'new', 'dev']);
    expect(unselected).toMatchObject({ exitCode: 0 });
    expect(await workspace.terraform('platform', ['apply', '-auto-approve'], gate)).toMatchObject({ exitCode: 0 });
    expect(await keys()).toEqual(
      expect.arrayContaining(['ml-platform/dev/platform.tfstate', 'ml-platform/prod/platform.tfstate']),
    );
    expect(await buckets()).toEqual(['acme-dev', 'acme-prod', 'acme-states']);
  });
});

describe('the guides', () => {
  const backends = new Guide('state-backends');
  const promotion = new Guide('promotion');

  it('have a backend made, and a state moved to it', async () => {
    await backends.follow('Choose a backend', workspace);
    const made = await backends.follow('Make its bucket', workspace);
    expect(made?.output).toContain('tag it managed_by=cdktf-zenml, purpose=terraform-state, environment=prod');
    await account.boto(`boto3.client('s3').delete_bucket_policy(Bucket='acme-prod-states')`);

    // The reader has deployed before, with the state in a file.
    const before = await readFile(path.join(workspace.directory, 'main.ts'), 'utf8');
    await workspace.write('main.ts', before.replaceAll(/StateBackend\.s3\(\{[^}]*\}\)/g, 'StateBackend.local()'));
    await workspace.cdktf('synth');
    succeeded(await workspace.terraform('prod', ['init']));
    await workspace.write('cdktf.out/stacks/prod/old.json', JSON.stringify(STATE));
    succeeded(await workspace.terraform('prod', ['state', 'push', 'old.json']));

    await workspace.write('main.ts', before);
    const moved = await backends.follow('Move a state that exists', workspace);
    expect(moved?.output.trim()).toBe('terraform_data.before');
    const objects = `boto3.client('s3').list_objects_v2(Bucket='acme-prod-states')['Contents']`;
    expect(await account.boto(`[o['Key'] for o in ${objects}]`)).toEqual(['ml-platform/prod/prod.tfstate']);

    // The other program has been run as a test of this file, and is synthesized with those of all guides.
    await backends.follow('One configuration in several workspaces', workspace);
    expect(backends.unfollowed).toEqual([]);
  });

  it('show what differs between two environments', async () => {
    const run = await promotion.follow('Compare them', workspace);
    expect(run).toMatchObject({ exitCode: 2 });
    const identical = await workspace.command(['promote', '--from', 'prod', '--to', 'prod', '--json']);
    expect({ ...identical, output: JSON.parse(identical.output) as object }).toMatchObject({
      exitCode: 0,
      output: { from: 'prod', to: 'prod', differences: [] },
    });
    expect(await workspace.command(['promote', '--from', 'staging', '--to', 'prd'])).toMatchObject({ exitCode: 1 });
    expect(promotion.unfollowed).toEqual([]);
  });
});

/** A state with one object in it. */
const STATE = {
  version: 4,
  terraform_version: '1.11.0',
  serial: 1,
  lineage: '5f0d7d0c-8a4e-4f43-9d53-2f1a6b0f4d11',
  outputs: {},
  resources: [
    {
      mode: 'managed',
      type: 'terraform_data',
      name: 'before',
      provider: 'provider["terraform.io/builtin/terraform"]',
      instances: [{ schema_version: 0, attributes: { id: '1', input: null, output: null, triggers_replace: null } }],
    },
  ],
};
