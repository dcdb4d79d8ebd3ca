import path from 'node:path';
import type { Flavor } from '../../zenml';
import { writeFileAtomically } from '../atomic-file';
import { withZenml } from '../zenml-access';
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
  const { flavors, version } = await withZenml({ server, environment }, async (client) => ({
    flavors: await client.flavors(),
    version: (await client.serverInfo()).version,
  }));
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
