import path from 'node:path';
import { isZenmlError, ZenmlClient, type Flavor } from '../../zenml';
import { writeFileAtomically } from '../atomic-file';
import { variable } from '../environment-variable';
import { UserError } from '../user-error';
import { augmentationSource, noveltyOf, type Novelty } from './augmentation';
import type { PinnedFlavors } from './pinned-flavors';
import pinned from './pinned-flavors.json';

/** How the flavors of a server are turned into types. */
export interface GenerateFlavorsOptions {
  /** Address of the ZenML server. @default ZENML_SERVER_URL */
  readonly server?: string;
  /** Folder of the module that is written. */
  readonly output: string;
  /** Leave out what a server of another version has of its own. */
  readonly onlyCustom: boolean;
  /** ZENML_SERVER_URL, ZENML_API_KEY, ZENML_API_TOKEN and ZENML_CA_CERTIFICATE are read from it. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Writes the module that types the flavors of a server which the constructs do not know.
 * @returns what to tell the user
 */
export async function generateFlavors({
  server,
  output,
  onlyCustom,
  environment,
}: GenerateFlavorsOptions): Promise<string> {
  const { flavors, version } = await readFlavors(server, environment);
  const known: PinnedFlavors = pinned;
  const novelty = noveltyOf(onlyCustom ? flavors.filter(({ isCustom }) => isCustom) : flavors, known);
  const file = path.resolve(output, 'index.ts');
  const nothing = novelty.flavors.length + novelty.grown.length === 0;
  if (!nothing) await writeFileAtomically(file, augmentationSource(novelty, version));
  return [
    nothing
      ? `The server (ZenML ${version}) has no ${onlyCustom ? 'custom ' : ''}flavors beyond those that the constructs know (ZenML ${known.version}). Nothing was written.`
      : `Wrote ${file}:\n${report(novelty)}\nImport it once in your app, before the constructs: import './${path.basename(output)}';`,
    ...novelty.unknownTypes.map(
      (type) => `Left out the flavors of ${type}, a component type that the constructs do not know.`,
    ),
  ].join('\n');
}

function report({ flavors, grown }: Novelty): string {
  const keysOf = ({ configSchema }: Flavor) => Object.keys(configSchema.properties ?? {}).length;
  return [
    ...flavors.map((flavor) => `  ${flavor.type} ${flavor.name}: ${keysOf(flavor)} keys`),
    ...grown.map((flavor) => `  ${flavor.type} ${flavor.name}: ${keysOf(flavor)} keys more`),
  ].join('\n');
}

async function readFlavors(
  server: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly flavors: readonly Flavor[]; readonly version: string }> {
  const serverUrl = server ?? variable(environment, 'ZENML_SERVER_URL');
  const apiKey = variable(environment, 'ZENML_API_KEY');
  const apiToken = apiKey === undefined ? variable(environment, 'ZENML_API_TOKEN') : undefined;
  if (serverUrl === undefined) {
    throw new UserError('Which server is meant is not known.', 'Give --server URL, or set ZENML_SERVER_URL.');
  }
  if (apiKey === undefined && apiToken === undefined) {
    throw new UserError(
      'Neither ZENML_API_KEY nor ZENML_API_TOKEN is set: the flavors of a server are read with credentials.',
      'Set ZENML_API_KEY to the key of a service account and run the same command again.',
    );
  }
  const caCertificate = variable(environment, 'ZENML_CA_CERTIFICATE');
  try {
    const client = new ZenmlClient({ serverUrl, apiKey, apiToken, caCertificate });
    try {
      return { flavors: await client.flavors(), version: (await client.serverInfo()).version };
    } finally {
      await client.close();
    }
  } catch (error) {
    if (isZenmlError(error))
      throw new UserError(error.message, 'Correct it and run the same command again.', { cause: error });
    throw error;
  }
}
