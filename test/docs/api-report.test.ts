import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { makeTestFolder, packageInfo } from '../support/test-folder';

function reportsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

test('the reports of the public interface are those of the present sources; if this fails, run "npm run api" and review the diff', async () => {
  const execa = await loadExeca();
  const out = await makeTestFolder('api');
  const tsx = path.join(packageInfo.root, 'node_modules/tsx/dist/cli.mjs');
  await execa(process.execPath, [tsx, 'scripts/generate-api.ts', '--out', out], { cwd: packageInfo.root });
  const reports = reportsIn(out);
  expect(Object.keys(reports)).toContain('cdktf-zenml.api.md');
  expect(reportsIn(path.join(packageInfo.root, 'docs', 'api'))).toEqual(reports);
}, 120_000);
