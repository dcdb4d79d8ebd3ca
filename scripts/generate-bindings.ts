import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { version } from '../package.json';
import { createZenmlProvider } from '../src/provider';
import { toProviderJson } from './schema-json';

const PROVIDER_SOURCE = 'cdktf-zenml/zenml';
// The generator wants a host in the address; this one is reserved for names that do not exist, and is taken out again.
const HOST = 'host.invalid';
const ADDRESS = `${HOST}/${PROVIDER_SOURCE}`;

const HEADER = `/**
 * CDKTF bindings of the provider ${PROVIDER_SOURCE}, generated from its schemas by \`npm run bindings\`.
 * Nothing here is written by hand: the next run wipes the folder.
 */
`;

/** Writes the bindings of our provider into `directory`, in place of whatever it held. */
export async function generateBindings(directory: string): Promise<void> {
  const modules = await generateModules();
  await rm(directory, { recursive: true, force: true });
  for (const [name, text] of modules) {
    await mkdir(path.join(directory, name), { recursive: true });
    await writeFile(path.join(directory, name, 'index.ts'), text);
  }
  const names = [...modules.keys()].sort();
  const lines = names.map((name) => `export * as ${camelCase(name)} from './${name}';\n`);
  await writeFile(path.join(directory, 'index.ts'), `// @ts-nocheck\n${HEADER}${lines.join('')}`);
}

/** Module name (`stack-component`) to its text. */
async function generateModules(): Promise<ReadonlyMap<string, string>> {
  const provider = createZenmlProvider();
  const modules = new Map<string, string>();
  const pinned = toProviderJson({ schema: provider.schema, resources: [], dataSources: [] });
  const unpinned = toProviderJson(provider);
  // Only the provider's own class says which version is required, so that a new version changes one file.
  for (const [name, text] of await generate(unpinned, undefined)) modules.set(name, text);
  for (const [name, text] of await generate(pinned, version)) modules.set(name, text);
  return modules;
}

async function generate(
  provider: ReturnType<typeof toProviderJson>,
  providerVersion: string | undefined,
): Promise<readonly (readonly [string, string])[]> {
  // Loading the generator asks terraform for its version, and tells its maker where that fails: keep it off the network.
  process.env.CHECKPOINT_DISABLE = '1';
  const { CodeMaker, TerraformProviderGenerator } = await import('@cdktf/provider-generator');
  const generator = new TerraformProviderGenerator(new CodeMaker(), {
    provider_schemas: { [ADDRESS]: provider },
    ...(providerVersion !== undefined && { provider_versions: { [ADDRESS]: providerVersion } }),
  });
  generator.generateAll();
  const folder = await mkdtemp(path.join(tmpdir(), 'cdktf-zenml-bindings-'));
  try {
    await generator.save(folder);
    return await readModules(path.join(folder, 'providers', 'zenml'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readModules(folder: string): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder)).filter((name) => existsSync(path.join(folder, name, 'index.ts')));
  return Promise.all(
    names.map(async (name) => [name, tidy(await readFile(path.join(folder, name, 'index.ts'), 'utf8'))] as const),
  );
}

/** Leaves out links to documentation of a registry, and the stand-in host. */
function tidy(text: string): string {
  const lines = text
    .replaceAll(`'${ADDRESS}'`, `'${PROVIDER_SOURCE}'`)
    .replaceAll(new RegExp(`\\{@link https://${HOST}\\S* (\\w+)\\}`, 'g'), '`$1`')
    .split('\n')
    .filter((line) => !line.includes(HOST));
  return `// @ts-nocheck\n${lines.join('\n')}`;
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

if (require.main === module) void generateBindings(path.join(__dirname, '..', 'src', 'bindings'));
