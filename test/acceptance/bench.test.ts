import { loadExeca } from '../../src/cli/process/load-execa';
import type { Report } from '../../scripts/bench/report';
import { packageInfo } from '../support/test-folder';

let report: Report;

beforeAll(async () => {
  const execa = await loadExeca();
  const { stdout } = await execa(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/bench.ts', '--quick'], {
    cwd: packageInfo.root,
    reject: false,
  });
  report = JSON.parse(stdout.split('\n').at(-1) ?? '') as Report;
}, 180_000);

function count(benchmark: string): number | undefined {
  return report.results[benchmark]?.goals.find(({ name }) => name.startsWith('requests'))?.value;
}

test('an apply sends one write for each of 30 resources, and at most login, information and two catalogs besides', () => {
  expect(count('apply')).toBeGreaterThanOrEqual(30);
  expect(count('apply')).toBeLessThanOrEqual(34);
});

test('a refresh of 20 components and 10 stacks sends at most two requests a kind besides login and information', () => {
  expect(count('refresh')).toBeGreaterThanOrEqual(4);
  expect(count('refresh')).toBeLessThanOrEqual(6);
});

test('the apps that are compared make the same resources, and some', () => {
  const counted = report.results.synth?.measurements.map(({ median }) => median) ?? [];
  expect(counted).toHaveLength(2);
  for (const blocks of counted) expect(blocks).toBeGreaterThan(20);
});
