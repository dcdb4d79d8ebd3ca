/** How one test file fared on one version of the server. */
export interface FileResult {
  /** Such as `resources`. */
  readonly file: string;
  readonly passed: number;
  readonly skipped: number;
  /** Full names of the tests that failed. */
  readonly failed: readonly string[];
}

/** How the suite fared on one version of the server. */
export interface VersionResult {
  readonly version: string;
  readonly files: readonly FileResult[];
}

/** What jest's `--json` tells of a run, as far as it is used here. */
interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Reads the report of a run. A file that did not even load counts as one failed test. */
export function readReport(version: string, text: string): VersionResult {
  const { testResults } = JSON.parse(text) as JestReport;
  const files = testResults.map(({ name, assertionResults }) => {
    const of = (...statuses: string[]) => assertionResults.filter(({ status }) => statuses.includes(status));
    return {
      file: name.replace(/^.*\/|\.test\.ts$/g, ''),
      passed: of('passed').length,
      skipped: of('pending', 'skipped', 'todo', 'disabled').length,
      failed: assertionResults.length === 0 ? ['the whole file'] : of('failed').map(({ fullName }) => fullName),
    };
  });
  return { version, files: files.sort((a, b) => a.file.localeCompare(b.file)) };
}

/** The results as a table in Markdown, a row for each file and a column for each version, and then what failed. */
export function resultsTable(results: readonly VersionResult[]): string {
  const files = [...new Set(results.flatMap((result) => result.files.map(({ file }) => file)))].sort();
  const rows = files.map((file) => [
    `\`${file}\``,
    ...results.map((result) => describe(result.files.find((candidate) => candidate.file === file))),
  ]);
  const table = [['Tests', ...results.map(({ version }) => version)], results.map(() => '---').concat('---'), ...rows];
  const failures = results.flatMap(({ version, files: ran }) =>
    ran.flatMap(({ file, failed }) => failed.map((name) => `- ${version}, \`${file}\`: ${name}`)),
  );
  return [
    ...table.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    ...(failures.length === 0 ? ['Nothing failed.'] : ['What failed:', '', ...failures]),
  ].join('\n');
}

function describe(result: FileResult | undefined): string {
  if (result === undefined) return 'not run';
  const { passed, skipped, failed } = result;
  return [
    `${passed} passed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(failed.length > 0 ? [`**${failed.length} failed**`] : []),
  ].join(', ');
}
