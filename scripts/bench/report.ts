import Table from 'cli-table3';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { isMet, type BenchmarkResult, type Goal, type Measurement } from './benchmark';

/** What a run of the benchmarks has found. */
export interface Report {
  readonly node: string;
  /** Such as linux-x64. */
  readonly platform: string;
  /** By the name of the benchmark. */
  readonly results: Readonly<Record<string, BenchmarkResult>>;
}

const JSON_FILE = 'docs/benchmarks.json';
const HEAD = ['benchmark', 'measured', 'value', 'goal', ''];

/** For the terminal. */
export function toTable(report: Report): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } });
  table.push(...rowsOf(report).map((row) => [...row]));
  return table.toString();
}

/** A report with the results of earlier runs for the benchmarks that this one left out, in the order of the names. */
export async function withEarlier(report: Report, names: readonly string[]): Promise<Report> {
  const { results } = JSON.parse(await readFile(JSON_FILE, 'utf8')) as Report;
  const all = { ...results, ...report.results };
  return { ...report, results: Object.fromEntries(names.flatMap((name) => (all[name] ? [[name, all[name]]] : []))) };
}

/** Writes docs/benchmarks.md and docs/benchmarks.json. */
export async function writeReport(report: Report): Promise<void> {
  await write(JSON_FILE, JSON.stringify(report));
  await write('docs/benchmarks.md', toMarkdown(report));
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

function rowsOf({ results }: Report): readonly (readonly string[])[] {
  return Object.entries(results).flatMap(([name, { measurements, goals }]) => [
    ...goals.map((goal) => [
      name,
      goal.name,
      valueOf(goal),
      `${goal.bound} ${goal.limit}`,
      isMet(goal) ? 'met' : 'MISSED',
    ]),
    ...measurements.map((one) => [
      name,
      one.name,
      inUnit(one),
      '',
      one.samples === 1 ? '' : `median of ${one.samples}`,
    ]),
  ]);
}

function valueOf({ value }: Goal): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function inUnit({ median, unit }: Measurement): string {
  return `${median.toFixed(unit === 'ms' || unit === 'MB' ? 1 : 0)} ${unit}`;
}

function toMarkdown(report: Report): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `# Benchmarks

Written by \`npm run bench\`: do not edit. \`npm run bench -- synth\` measures one part anew and leaves the others. The built provider
against a real ZenML server on SQLite, and synth; all on one machine
(${cpus().length} processors, ${report.platform}, Node ${report.node.slice(1)}). What counts are the requests and the ratios, which are taken within one run, side by side; times
differ from machine to machine. The resources are stacks of two components each, so 150 are 50 stacks and 100 components.

${[row(HEAD), row(HEAD.map(() => '---')), ...rowsOf(report).map(row)].join('\n')}

- **start-up**: until the line by which Terraform knows that the provider is there, against a Node that does nothing.
- **apply**: the provider plans and creates 150 resources, ten at a time, as Terraform has it do; then the recorded writes are sent
  to the emptied server again, as many at a time, without any provider. Both carry an \`Idempotency-Key\` with each POST, by which
  a lost answer does not make a second object; what that costs the server shows in the row without keys.
- **refresh**: the provider reads all resources again, ten at a time, against one GET for each. Memory is the most that the
  provider's process had in RAM when it had read and planned all of them.
- Nobody logs in while times are taken: a login costs the server about as much as sixty reads. Requests are counted in a run of
  their own, with the login.
- **terraform** as a whole starts the provider several times; its \`apply\` configures it twice, for the plan and for the apply.
- **synth**: an app is made and written by the constructs and then by the bindings alone, block for block the same, which is checked;
  loading them is not counted. Environments are Terraform stacks with an AWS base stack each, teams are stacks with an orchestrator of
  their own on the base stack of one environment. What the bindings alone have is at the top of the Terraform stack and calls each
  function once. Ratios are of processor time. \`stacks/\` as cdktf.json has it run, against \`new App().synth()\`, are whole processes.

For comparison, from an earlier measurement and not from this run: the provider zenml-io/zenml 3.0.6 sent 504 requests for an apply of
the same 150 resources and 302 for a refresh.
`;
}
