import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { readConnectorTypes, type ConnectorTypesJson } from './connectors/connector-types';
import { renderConnectorType } from './connectors/render-connector-type';

const TYPES = path.join(__dirname, 'connectors', 'connector-types.json');
const GENERATED = path.join(__dirname, '..', 'constructs', 'connectors', 'generated');

/**
 * `tsx scripts/generate-connectors.ts`: reads the connector types of the pinned ZenML, and writes the authentication values.
 * With `--out FOLDER`, writes only those that the types in the repository make, and there.
 */
async function main(): Promise<void> {
  const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
  if (out !== undefined) {
    await writeValues(JSON.parse(await readFile(TYPES, 'utf8')) as ConnectorTypesJson, out);
    return;
  }
  const types = await readConnectorTypes();
  await writeFile(TYPES, await formatted(JSON.stringify(types), TYPES));
  await writeValues(types, GENERATED);
}

async function writeValues({ version, types }: ConnectorTypesJson, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const type of types) {
    const file = path.join(folder, `${type.connector_type}.ts`);
    await writeFile(file, await formatted(renderConnectorType(type, version).text, file));
  }
}

async function formatted(text: string, file: string): Promise<string> {
  return format(text, { ...(await resolveConfig(TYPES)), filepath: file });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
