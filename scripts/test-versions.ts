import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ensureServerVenv, newestServerVersion, SERVER_VERSION_VARIABLE } from '../test/support/server-version';
import { readReport, resultsTable, type VersionResult } from './versions/version-results';

const OLDER_VERSIONS = ['0.80.2', '0.85.0', '0.92.0'];

/** The acceptance tests of what the provider manages and reads; others are about our own commands, or about one server. */
const FILES = ['bad-input', 'data-sources', 'flavor', 'life-cycle', 'official-configuration', 'resources'];

const PAGE = 'docs/server-versions.md';
const BEGIN = '<!-- results: written by npm run test:versions -->';
const END = '<!-- end of results -->';

/** `tsx scripts/test-versions.ts [VERSION...]`: runs the suite on each version and writes the results of a whole run into the page. */
async function main(): Promise<void> {
  process.chdir(join(__dirname, '..'));
  const all = [...OLDER_VERSIONS, await newestServerVersion()];
  const asked = process.argv.slice(2);
  const results: VersionResult[] = [];
  for (const version of asked.length > 0 ? asked : all) {
    // Before the tests, whose limits of time are no measure of an installation.
    process.env[SERVER_VERSION_VARIABLE] = version;
    await ensureServerVenv();
    results.push(testVersion(version));
  }
  const table = resultsTable(results);
  console.log(table);
  if (asked.length === 0) await writePage(table);
  if (results.some(({ files }) => files.some(({ failed }) => failed.length > 0))) process.exitCode = 1;
}

function testVersion(version: string): VersionResult {
  const report = join('.test', `versions-${version}.json`);
  const files = FILES.map((file) => `test/acceptance/${file}.test.ts`);
  const options = ['--ci', '--maxWorkers=2', '--json', `--outputFile=${report}`, '--selectProjects', 'acceptance'];
  const { error } = spawnSync('npx', ['jest', ...files, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error !== undefined) throw error;
  return readReport(version, readFileSync(report, 'utf8'));
}

async function writePage(table: string): Promise<void> {
  const text = readFileSync(PAGE, 'utf8');
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before === -1 || after === -1)
    throw new Error(`${PAGE} has no place for results: it needs "${BEGIN}" and "${END}"`);
  const page = `${text.slice(0, before + BEGIN.length)}\n\n${table}\n\n${text.slice(after)}`;
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
