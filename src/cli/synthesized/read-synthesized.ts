import path from 'node:path';
import { readFileIfExists } from '../atomic-file';
import { UserError } from '../user-error';
import { isObject, objectOf, textOf, textsIn } from './json-values';
import { readBlocks } from './read-blocks';
import type { JsonObject, SynthesizedBackend, SynthesizedProvider, SynthesizedStack } from './synthesized-stack';

/**
 * Reads the Terraform stacks of an output folder, such as `cdktf.out`, sorted by name.
 *
 * @throws UserError where the folder holds no synthesized app
 */
export async function readSynthesized(folder: string): Promise<readonly SynthesizedStack[]> {
  const manifest = await readJson(path.join(folder, 'manifest.json'));
  const stacks = Object.entries(objectOf(manifest.stacks)).sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(stacks.map(([name, entry]) => readStack(folder, name, objectOf(entry))));
}

async function readStack(folder: string, name: string, entry: JsonObject): Promise<SynthesizedStack> {
  const configuration = await readJson(path.join(folder, textOf(entry.synthesizedStackPath) ?? ''));
  const { resources, dataSources } = readBlocks(configuration);
  const environments = [...new Set(resources.map(({ labels }) => labels.environment))].filter(isText).sort();
  return {
    name,
    ...(environments.length === 1 && { environment: environments[0] }),
    environments,
    dependencies: [...textsIn(entry.dependencies)].sort(),
    folder: path.resolve(folder, textOf(entry.workingDirectory) ?? ''),
    resources,
    dataSources,
    providers: readProviders(configuration.provider),
    outputs: Object.fromEntries(
      Object.entries(objectOf(configuration.output)).map(([output, definition]) => [
        output,
        objectOf(definition).value,
      ]),
    ),
    ...readBackend(objectOf(configuration.terraform)),
  };
}

function readProviders(byName: unknown): readonly SynthesizedProvider[] {
  return Object.entries(objectOf(byName)).flatMap(([name, blocks]) =>
    (Array.isArray(blocks) ? blocks : [blocks]).filter(isObject).map(({ alias, ...values }) => ({
      name,
      ...(typeof alias === 'string' && { alias }),
      values,
    })),
  );
}

/** HCP Terraform has a block of its own, beside `backend`. */
function readBackend({ backend, cloud }: JsonObject): { readonly backend?: SynthesizedBackend } {
  if (isObject(cloud)) return { backend: { type: 'cloud', values: cloud } };
  const [found] = Object.entries(objectOf(backend));
  return found === undefined ? {} : { backend: { type: found[0], values: objectOf(found[1]) } };
}

async function readJson(file: string): Promise<JsonObject> {
  const text = await readFileIfExists(file);
  const value: unknown = text === undefined ? undefined : parsed(text);
  if (isObject(value)) return value;
  throw new UserError(
    `${file} ${text === undefined ? 'does not exist' : 'holds no JSON object'}: the folder holds no synthesized app.`,
    'Synthesize the app first, "cdktf synth", or name the folder that it was synthesized into.',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
