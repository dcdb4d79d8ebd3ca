import { readReport, resultsTable } from '../../scripts/versions/version-results';

const report = (...files: readonly (readonly [name: string, ...statuses: string[]])[]) =>
  JSON.stringify({
    testResults: files.map(([name, ...statuses]) => ({
      name: `/a/test/acceptance/${name}.test.ts`,
      message: '',
      assertionResults: statuses.map((status, index) => ({ status, fullName: `${name} test ${index + 1}` })),
    })),
  });

it('says of each file on each version what passed, what was skipped and what failed', () => {
  const table = resultsTable([
    readReport('0.80.2', report(['stacks', 'passed', 'pending'], ['flavors', 'passed', 'failed'])),
    readReport('0.98.0', report(['flavors', 'passed', 'passed'])),
  ]);
  expect(table).toContain('| Tests | 0.80.2 | 0.98.0 |');
  expect(table).toContain('| `flavors` | 1 passed, **1 failed** | 2 passed |');
  expect(table).toContain('| `stacks` | 1 passed, 1 skipped | not run |');
  expect(table).toContain('- 0.80.2, `flavors`: flavors test 2');
});

it('counts a file that did not load as a failure', () => {
  expect(resultsTable([readReport('0.80.2', report(['stacks']))])).toContain('- 0.80.2, `stacks`: the whole file');
});

it('says so where nothing failed', () => {
  expect(resultsTable([readReport('0.98.0', report(['stacks', 'passed']))])).toContain('Nothing failed.');
});
