import path from 'node:path';
import { App, TerraformStack, Testing } from 'cdktf';
import { addStateBackend, defineEnvironments, StateBackend, type Environment } from '../../../constructs';

interface Synthesized {
  readonly terraform: {
    readonly backend?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly cloud?: Readonly<Record<string, unknown>>;
  };
  readonly variable?: Readonly<Record<string, { default: string; validation: { condition: string }[] }>>;
}

function stackOf(environment?: Partial<Environment>): TerraformStack {
  const stack = new TerraformStack(Testing.app(), 'platform');
  addStateBackend(stack, environment && { name: 'prod', ...environment });
  return stack;
}

function synth(environment?: Partial<Environment>, checked = true): Synthesized {
  return JSON.parse(Testing.synth(stackOf(environment), checked)) as Synthesized;
}

const s3 = { bucket: 'acme-states', region: 'eu-west-1', app: 'ml-platform' } as const;

const VARIABLES = ['TERRAFORM_STATE_DIRECTORY', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3'];
afterEach(() => {
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
});

describe('a state in a file', () => {
  /** Where terraform, run in the folder of the synthesized stack, keeps it. */
  function stateFile(environment?: Partial<Environment>): string {
    const stack = stackOf(environment);
    const { terraform } = JSON.parse(Testing.synth(stack)) as Synthesized;
    const file = String(terraform.backend?.local?.path);
    expect(path.isAbsolute(file)).toBe(false);
    return path.resolve(App.of(stack).outdir, 'stacks', 'platform', file);
  }

  it('lies in the folder of the app', () => {
    expect(stateFile()).toBe(path.resolve('terraform.platform.tfstate'));
    expect(stateFile({})).toBe(path.resolve('terraform.platform.tfstate'));
  });

  it('lies in the folder that TERRAFORM_STATE_DIRECTORY names', () => {
    process.env.TERRAFORM_STATE_DIRECTORY = '/var/lib/states';
    expect(stateFile()).toBe('/var/lib/states/terraform.platform.tfstate');
  });

  it('lies in the folder that its backend names', () => {
    process.env.TERRAFORM_STATE_DIRECTORY = '/var/lib/states';
    expect(stateFile({ backend: StateBackend.local({ directory: '/srv/states' }) })).toBe(
      '/srv/states/terraform.platform.tfstate',
    );
  });

  it('has the states of workspaces beside it', () => {
    const { backend } = synth({ workspace: 'prod' }).terraform;
    expect(backend?.local?.workspace_dir).toBe(`${String(backend?.local?.path)}.d`);
  });
});

describe('a state in S3', () => {
  it('is encrypted and locked, below app and environment', () => {
    expect(synth({ backend: StateBackend.s3(s3) }).terraform.backend).toEqual({
      s3: {
        bucket: 'acme-states',
        region: 'eu-west-1',
        key: 'ml-platform/prod/platform.tfstate',
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it('has the key, the role and the account that are given', () => {
    const backend = StateBackend.s3({
      ...s3,
      kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1a2b',
      roleArn: 'arn:aws:iam::123456789012:role/states',
      accountId: '123456789012',
    });
    expect(synth({ backend }).terraform.backend?.s3).toMatchObject({
      kms_key_id: 'arn:aws:kms:eu-west-1:123456789012:key/1a2b',
      assume_role: { role_arn: 'arn:aws:iam::123456789012:role/states' },
      allowed_account_ids: ['123456789012'],
    });
  });

  it('lies at the same place in each workspace as it would for each environment', () => {
    // S3 keeps a workspace's state at <workspace_key_prefix>/<workspace>/<key>.
    expect(synth({ backend: StateBackend.s3(s3), workspace: 'prod' }).terraform.backend?.s3).toMatchObject({
      workspace_key_prefix: 'ml-platform',
      key: 'platform.tfstate',
    });
  });

  it.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3'])(
    'is found by its path where %s names another implementation, whose address is not written',
    (variable) => {
      process.env[variable] = 'http://127.0.0.1:5000';
      const { backend } = synth({ backend: StateBackend.s3(s3) }).terraform;
      expect(backend?.s3?.use_path_style).toBe(true);
      expect(JSON.stringify(backend)).not.toContain('127.0.0.1');
    },
  );

  it('fails for credentials, which would lie in what is synthesized', () => {
    const options = { ...s3, accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'secret-of-the-test' };
    const failing = () => synth({ backend: StateBackend.s3(options) });
    expect(failing).toThrow(/StateBackend\.s3\(\) has the options accessKey, secretKey; expected bucket/);
    expect(failing).not.toThrow(/secret-of-the-test/);
    expect(JSON.stringify(synth({ backend: StateBackend.s3(options) }, false))).not.toMatch(/AKIA|secret-of-the-test/);
  });

  it('fails for every value that terraform would refuse, all at once', () => {
    const backend = StateBackend.s3({
      bucket: 's3://acme/states',
      region: 'Ireland',
      app: 'ml/platform',
      kmsKeyId: 'alias/states',
      roleArn: 'states',
      accountId: '42',
    });
    for (const value of ['s3://acme/states', 'Ireland', 'ml/platform', 'alias/states', 'states', '42'])
      expect(() => synth({ backend })).toThrow(`"${value}"; expected`);
  });
});

describe('a state in Google Cloud Storage', () => {
  it('lies below app, environment and stack', () => {
    expect(
      synth({ backend: StateBackend.gcs({ bucket: 'acme-states', app: 'ml-platform' }) }).terraform.backend,
    ).toEqual({ gcs: { bucket: 'acme-states', prefix: 'ml-platform/prod/platform' } });
  });

  it('lies below app and stack where workspaces tell environments apart', () => {
    const backend = StateBackend.gcs({ bucket: 'acme-states', app: 'ml-platform' });
    expect(synth({ backend, workspace: 'prod' }).terraform.backend?.gcs?.prefix).toBe('ml-platform/platform');
  });

  it('fails for a path, a key without its whole name and credentials', () => {
    const options = { bucket: 'gs://acme', app: 'ml', kmsEncryptionKey: 'states', accessToken: 'ya29.of-the-test' };
    const failing = () => synth({ backend: StateBackend.gcs(options) });
    expect(failing).toThrow(/"gs:\/\/acme"[^]*"states"/);
    expect(failing).toThrow(/options accessToken/);
  });
});

describe('a state in HCP Terraform', () => {
  const options = { organization: 'acme', app: 'ml-platform', project: 'ml' };

  it('is a workspace named for app, environment and stack', () => {
    expect(synth({ backend: StateBackend.hcpTerraform(options) }).terraform).toMatchObject({
      cloud: { organization: 'acme', workspaces: { name: 'ml-platform-prod-platform', project: 'ml' } },
    });
  });

  it('fails where the environment names a workspace of its own', () => {
    expect(() => synth({ backend: StateBackend.hcpTerraform(options), workspace: 'prod' })).toThrow(
      /workspace for each state already: take it out/,
    );
  });

  it('fails for a name that is too long, and for a token', () => {
    const long = { ...options, app: 'a'.repeat(63), token: 'token-of-the-test' };
    const stack = new TerraformStack(Testing.app(), 'a-stack-with-a-long-name');
    addStateBackend(stack, { name: 'production', backend: StateBackend.hcpTerraform(long) });
    expect(() => Testing.synth(stack, true)).toThrow(/99 characters; expected at most 90/);
    expect(() => Testing.synth(stack, true)).toThrow(/options token/);
  });
});

describe('an environment with a workspace', () => {
  it('has a variable whose validation asks for it', () => {
    const { expected_workspace } = synth({ workspace: 'prod' }).variable ?? {};
    expect(expected_workspace?.default).toBe('prod');
    expect(expected_workspace?.validation[0]?.condition).toBe('${terraform.workspace == var.expected_workspace}');
  });

  it('fails for a name that terraform refuses, and for the one that everybody has who chose none', () => {
    for (const workspace of ['my prod', 'default'])
      expect(() => synth({ workspace })).toThrow(`workspace: "${workspace}"; expected letters`);
  });

  it('is another than one without', () => {
    expect(synth({}).variable).toBeUndefined();
  });
});

describe('defineEnvironments', () => {
  it('takes a backend whole, and another for one environment', () => {
    const backend = StateBackend.s3(s3);
    const { dev, prod } = defineEnvironments({
      defaults: { backend },
      dev: { backend: StateBackend.local() },
      prod: {},
    });
    expect(prod.backend).toBe(backend);
    expect(dev.backend.label).toBe('StateBackend.local()');
  });
});
