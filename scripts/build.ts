import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { acceptUndefined } from './build/accept-undefined';
import { buildCli } from './build/build-cli';
import { buildProvider } from './build/build-provider';
import { thirdPartyLicenses } from './build/licenses';

const PARTS = ['provider', 'cli', 'library'] as const;
type Part = (typeof PARTS)[number];

const DIST = 'dist';

/** `tsx scripts/build.ts [--only provider|cli|library]`: everything into dist/, or one part of it. */
async function main(): Promise<void> {
  process.chdir(join(__dirname, '..'));
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = PARTS.find((part) => part === values.only);
  if (values.only !== undefined && only === undefined) {
    throw new Error(`--only takes ${PARTS.join(', ')}, not ${values.only}`);
  }
  const wanted = (part: Part) => only === undefined || only === part;
  await mkdir(DIST, { recursive: true });
  const [provider, cli] = await Promise.all([
    wanted('provider')
      ? buildProvider({ entry: 'src/main.ts', outfile: join(DIST, 'terraform-provider-zenml.cjs') })
      : undefined,
    wanted('cli') ? buildCli('src/cli/main.ts', join(DIST, 'cli.cjs')) : [],
    wanted('library') ? buildLibrary() : undefined,
  ]);
  if (provider) console.log(provider.changed ? 'provider: built' : 'provider: unchanged');
  if (only === undefined) {
    const metafiles = [...(provider?.metafiles ?? []), ...cli];
    await writeFile(join(DIST, 'THIRD-PARTY-LICENSES.txt'), await thirdPartyLicenses(metafiles));
  }
}

async function buildLibrary(): Promise<void> {
  const compiler = require.resolve('typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.build.json']).catch((error: unknown) => {
    throw new Error(`the library does not compile:\n${String((error as { stdout?: string }).stdout)}`);
  });
  await Promise.all([acceptUndefined(join(DIST, 'constructs')), acceptUndefined(join(DIST, 'src', 'bindings'))]);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
