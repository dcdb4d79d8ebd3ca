import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { format, resolveConfig } from 'prettier';
import { exports as entries, name as packageName } from '../package.json';

const ROOT = path.join(__dirname, '..');
const COMMITTED = path.join(ROOT, 'docs', 'api');

const SILENT = { logLevel: ExtractorLogLevel.None };
/** Only types that users meet and cannot name are reported, in the report itself; our docstrings have tags that it does not know. */
const MESSAGES = {
  compilerMessageReporting: { default: SILENT },
  extractorMessageReporting: {
    default: SILENT,
    'ae-forgotten-export': { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: true },
  },
  tsdocMessageReporting: { default: SILENT },
};
const UNNAMED_TYPE = /^ *\/\/ Warning: \(ae-forgotten-export\) The symbol "(\w+)".*\n/gm;

/** `tsx scripts/generate-api.ts [--out FOLDER]`: the public interface of each entry of the package, as a report for review. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: COMMITTED } } });
  const out = path.resolve(values.out);
  // Below the root, so that the declarations find the packages they import.
  await mkdir(path.join(ROOT, '.test'), { recursive: true });
  const work = await mkdtemp(path.join(ROOT, '.test', 'api-'));
  try {
    await emitDeclarations(work);
    await rm(out, { recursive: true, force: true });
    await mkdir(out, { recursive: true });
    for (const [entry, declarations] of libraryEntries()) {
      report({ entry: path.join(work, declarations), reportFolder: out, reportName: `${packageName}${entry}`, work });
    }
    await tidyReports(out);
  } finally {
    await rm(work, { recursive: true });
  }
}

/** Entry (`""`, `-aws`) and its declarations below dist/. The bindings are left out: the provider's schema is their contract. */
function libraryEntries(): readonly (readonly [string, string])[] {
  return Object.entries(entries).flatMap(([entry, target]) =>
    typeof target === 'string' || entry.includes('*')
      ? []
      : [[entry.slice(1).replace('/', '-'), path.relative('dist', target.types)] as const],
  );
}

async function emitDeclarations(outDir: string): Promise<void> {
  const compiler = require.resolve('typescript/bin/tsc');
  const args = [compiler, '-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', outDir];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT }).catch((error: unknown) => {
    throw new Error(`the library does not compile:\n${String((error as { stdout?: string }).stdout)}`);
  });
}

interface ReportRequest {
  readonly entry: string;
  readonly reportFolder: string;
  readonly reportName: string;
  readonly work: string;
}

function report({ entry, reportFolder, reportName, work }: ReportRequest): void {
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: path.join(ROOT, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: entry,
      newlineKind: 'lf',
      compiler: { tsconfigFilePath: path.join(ROOT, 'tsconfig.build.json'), skipLibCheck: true },
      apiReport: {
        enabled: true,
        reportFileName: reportName,
        reportFolder,
        reportTempFolder: work,
        includeForgottenExports: false,
      },
      messages: MESSAGES,
    },
  });
  Extractor.invoke(config, { localBuild: true, messageCallback: (message) => (message.handled = true) });
}

/** Drops what is no news to a reviewer, types that another entry exports among it, and formats the reports like all our pages. */
async function tidyReports(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((file) => path.join(folder, file));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const exported = new Set(
    texts
      .flatMap((text) => [...text.matchAll(/^export .*?(?:class|const|function|interface|type) (\w+)/gm)])
      .map(([, name]) => name),
  );
  for (const [index, file] of files.entries()) {
    const text = (texts[index] ?? '')
      .replaceAll(UNNAMED_TYPE, (warning, name: string) => (exported.has(name) ? '' : warning))
      .replaceAll(/^ *\/\/ \(undocumented\)\n/gm, '');
    await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
