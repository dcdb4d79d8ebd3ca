import { existsSync, readFileSync } from 'node:fs';
import { cp, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { loadExeca } from '../../src/cli/process/load-execa';
import { lockFolder } from '../../src/cli/process/folder-lock';
import { ensureVirtualEnvironment } from '../../src/cli/python/virtual-environment';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import { makeTestFolder, packageInfo, testRoot } from '../support/test-folder';

const pipelines = path.join(packageInfo.root, 'docs', 'ci');
const GITHUB = ['github-actions.yml', 'github-environment.yml'];
const SECRET = 'sensitive-value-of-the-test';

interface Run {
  readonly code: number | undefined;
  readonly output: string;
}

async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const execa = await loadExeca();
  const env = { ...neutralEnvironment(), CHECKPOINT_DISABLE: '1', CI: '1', ...options.env };
  const { exitCode, all } = await execa(command, args, {
    cwd: options.cwd,
    env,
    extendEnv: false,
    reject: false,
    all: true,
  });
  return { code: exitCode, output: all };
}

describe('by the published schemas', () => {
  let checker: string;

  beforeAll(async () => {
    const directory = path.join(testRoot, 'ci-schemas');
    const lock = await lockFolder(path.join(testRoot, 'locks', 'ci-schemas'), { waitMilliseconds: 600_000 });
    const file = (name: string): string => path.join(packageInfo.root, 'test', 'support', 'ci', name);
    try {
      await ensureVirtualEnvironment({
        directory,
        requirementsFile: file('requirements.txt'),
        constraintsFile: file('constraints.txt'),
        logFile: path.join(testRoot, 'logs', 'ci-schemas.log'),
      });
    } finally {
      await lock.release();
    }
    checker = path.join(directory, 'bin', 'check-jsonschema');
  });

  const github = ['--builtin-schema', 'vendor.github-workflows'];
  const gitlab = ['--builtin-schema', 'vendor.gitlab-ci', '--data-transform', 'gitlab-ci'];

  it.each([
    [GITHUB[0], github],
    [GITHUB[1], github],
    ['gitlab-ci.yml', gitlab],
  ])('%s is a pipeline', async (name = '', schema) => {
    expect(await run(checker, [...schema, path.join(pipelines, name)])).toMatchObject({ code: 0 });
  });

  it.each([
    ['a workflow', github, 'on: push\njobs: { a: { runs-on: x, stepz: [] } }\n'],
    ['a pipeline', gitlab, 'a: { script: [x], artifacts: { access: everybody } }\n'],
  ])('%s that is none would be noticed', async (_, schema, text) => {
    const file = path.join(await makeTestFolder('ci'), 'pipeline.yml');
    await writeFile(file, text);
    expect(await run(checker, [...schema, file])).toMatchObject({ code: 1 });
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly needs?: string;
  readonly steps?: readonly Step[];
}

function jobsOf(name: string): Readonly<Record<string, Job>> {
  return (parse(readFileSync(path.join(pipelines, name), 'utf8')) as { jobs: Record<string, Job> }).jobs;
}

describe('the workflows on GitHub', () => {
  it('use every action by its full commit, with its version in a comment', () => {
    const lines = GITHUB.flatMap((name) => readFileSync(path.join(pipelines, name), 'utf8').split('\n'));
    const used = lines.filter((line) => /\buses: (?!\.\/)/.test(line));
    expect(used.length).toBeGreaterThan(10);
    for (const line of used) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('go from dev by staging to prod, each after the one before it', () => {
    const { dev, staging, prod } = jobsOf('github-actions.yml');
    expect([dev, staging, prod].map((job) => [job?.needs, job?.with?.environment, job?.with?.apply])).toEqual([
      [undefined, 'dev', true],
      ['dev', 'staging', true],
      ['staging', 'prod', true],
    ]);
  });

  it('apply the plan that was saved, and make none where they apply', () => {
    const { plan, apply } = jobsOf('github-environment.yml');
    const commands = (job: Job | undefined): string =>
      (job?.steps ?? []).map((step) => step.run ?? step.uses ?? '').join('\n');
    expect(commands(plan)).toMatch(/ci\/plan\.sh .*upload-artifact@/s);
    expect(commands(plan)).not.toContain('apply.sh');
    expect(commands(apply)).toMatch(/download-artifact@.*ci\/apply\.sh /s);
    expect(commands(apply)).not.toMatch(/plan\.sh|cdktf synth/);
  });
});

it('the pipeline on GitLab goes from dev by staging to prod, with the plan of each job before', () => {
  const jobs = parse(readFileSync(path.join(pipelines, 'gitlab-ci.yml'), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;
  const chain = ['plan-dev', 'apply-dev', 'plan-staging', 'apply-staging', 'plan-prod', 'apply-prod'];
  expect(chain.map((name) => jobs[name]?.needs)).toEqual([undefined, ...chain.slice(0, -1).map((name) => [name])]);
  expect(jobs['apply-prod']?.extends).toBe('.approved-apply');
});

describe('the scripts', () => {
  let repository: string;

  beforeAll(async () => {
    repository = await makeTestFolder('ci');
    await cp(pipelines, path.join(repository, 'ci'), { recursive: true });
    await symlink(path.join(packageInfo.root, 'node_modules'), path.join(repository, 'node_modules'));
    await writeFile(
      path.join(repository, 'cdktf.json'),
      JSON.stringify({ language: 'typescript', app: 'node main.cjs', projectId: 'ci', sendCrashReports: 'false' }),
    );
    await writeFile(
      path.join(repository, 'main.cjs'),
      `const { App, TerraformStack, TerraformVariable, DataResource, LocalBackend } = require('cdktf');
const app = new App();
const stack = new TerraformStack(app, 'dev');
new LocalBackend(stack, { path: '../../../dev.tfstate' });
const secret = new TerraformVariable(stack, 'secret', { sensitive: true });
new DataResource(stack, 'data', { input: { size: process.env.SIZE, secret: secret.value } });
app.synth();
`,
    );
  });

  afterAll(() => rm(repository, { recursive: true, force: true }));

  const script = (name: 'plan' | 'apply', size = 'small'): Promise<Run> =>
    run('bash', [`ci/${name}.sh`, 'dev'], { cwd: repository, env: { SIZE: size, TF_VAR_secret: SECRET } });
  const saved = (name: string): string => path.join(repository, 'cdktf.out', 'stacks', 'dev', name);
  const state = (): string => readFileSync(path.join(repository, 'dev.tfstate'), 'utf8');

  it('plan, apply what was planned whatever the app has become, and report drift by exit code', async () => {
    expect(await script('apply')).toMatchObject({
      code: 1,
      output: expect.stringContaining('run plan.sh dev first') as string,
    });

    expect(await script('plan')).toMatchObject({ code: 2 });
    const text = readFileSync(saved('plan.txt'), 'utf8');
    expect(text).toContain('terraform_data.data will be created');
    expect(text).toContain('small');
    expect(text).not.toContain(SECRET);

    expect(await script('apply', 'large')).toMatchObject({ code: 0 });
    expect(state()).toContain('"small"');
    expect(existsSync(saved('tfplan'))).toBe(false);

    expect(await script('plan')).toMatchObject({ code: 0 });
    expect(await script('plan', 'large')).toMatchObject({ code: 2 });
  });

  it('refuse a plan whose state has changed since', async () => {
    expect(await script('plan', 'medium')).toMatchObject({ code: 2 });
    await cp(saved('tfplan'), path.join(repository, 'reviewed'));
    expect(await script('apply')).toMatchObject({ code: 0 });
    await cp(path.join(repository, 'reviewed'), saved('tfplan'));
    const { code, output } = await script('apply');
    expect(code).toBe(1);
    expect(output).toContain('Saved plan is stale');
  });

  it('fail with exit code 1 where terraform fails', async () => {
    const env = { SIZE: 'small' };
    const withoutSecret = await run('bash', ['ci/plan.sh', 'dev'], { cwd: repository, env });
    expect(withoutSecret).toMatchObject({
      code: 1,
      output: expect.stringContaining('No value for required variable') as string,
    });
    expect(await run('bash', ['ci/plan.sh'], { cwd: repository })).toMatchObject({ code: 1 });
  });
});

describe('the login on GitLab', () => {
  const login = (env: NodeJS.ProcessEnv): Promise<Run> =>
    run('bash', [path.join(pipelines, 'gitlab-login.sh')], { env });

  it('hands the tokens of the job to the clouds, in files', async () => {
    const { code, output } = await login({
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
      AWS_ID_TOKEN: 'token-for-aws',
      CI_PIPELINE_ID: '42',
      GOOGLE_WORKLOAD_IDENTITY_PROVIDER: 'projects/1/locations/global/workloadIdentityPools/ci/providers/gitlab',
      GOOGLE_SERVICE_ACCOUNT: 'deploy@acme-ml.iam.gserviceaccount.com',
      GOOGLE_ID_TOKEN: 'token-for-google',
    });
    expect(code).toBe(0);
    expect(output).not.toContain('token-for-');
    const [, token = ''] = /AWS_WEB_IDENTITY_TOKEN_FILE='([^']+)' AWS_ROLE_SESSION_NAME='gitlab-42'/.exec(output) ?? [];
    expect(readFileSync(token, 'utf8')).toBe('token-for-aws');
    const [, credentials = ''] = /GOOGLE_APPLICATION_CREDENTIALS='([^']+)'/.exec(output) ?? [];
    const { audience, credential_source: source } = JSON.parse(readFileSync(credentials, 'utf8')) as {
      audience: string;
      credential_source: { file: string };
    };
    expect(audience).toBe('//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/providers/gitlab');
    expect(readFileSync(source.file, 'utf8')).toBe('token-for-google');
    await rm(path.dirname(token), { recursive: true });
  });

  it('needs nothing where there is no cloud, and fails where a token is missing', async () => {
    expect(await login({})).toEqual({ code: 0, output: '' });
    expect(await login({ AWS_ROLE_ARN: 'arn:aws:iam::1:role/x' })).toMatchObject({
      code: 1,
      output: expect.stringContaining('give the job an id_token for AWS') as string,
    });
  });
});
