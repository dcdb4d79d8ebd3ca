import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');
const { app } = JSON.parse(readFileSync(path.join(root, 'cdktf.json'), 'utf8')) as { app: string };

const secrets = { ZENML_API_KEY: 'ZENKEY_secret-of-the-test', AWS_SECRET_ACCESS_KEY: 'aws-secret-of-the-test' };

describe.each([
  ['that cdktf.json names', app, ['dev', 'fraud-detection-dev', 'local', 'prod', 'staging']],
  ['for Google Cloud', app.replace('stacks/main.ts', 'stacks/gcp/main.ts'), ['dev', 'prod', 'staging']],
])('the app %s', (_, command, stacks) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdktf-zenml-synth-'));
  const environment = {
    ...process.env,
    ...secrets,
    ZENML_SERVER_URL: 'https://zenml.example.com',
    CDKTF_OUTDIR: folder,
  };
  const run = spawnSync(command, { cwd: root, shell: true, encoding: 'utf8', env: environment });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  it('synthesizes a Terraform stack for each environment', () => {
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(readdirSync(path.join(folder, 'stacks')).sort()).toEqual(stacks);
  });

  it('writes no secret and no address of a server', () => {
    expect(files().length).toBeGreaterThan(stacks.length);
    for (const { parentPath, name } of files()) {
      const text = readFileSync(path.join(parentPath, name), 'utf8');
      for (const value of Object.values(secrets)) expect(text).not.toContain(value);
      expect(text).not.toContain('zenml.example.com');
    }
  });
});
