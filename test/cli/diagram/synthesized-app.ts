import path from 'node:path';
import { buildDiagram } from '../../../src/cli/diagram/build-diagram';
import type { Diagram, DiagramEnvironment } from '../../../src/cli/diagram/diagram-model';
import { readSynthesized } from '../../../src/cli/synthesized';
import { put } from '../support/temporary-folder';

type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** Terraform stacks by name, with what is in their JSON. */
export type Stacks = Readonly<Record<string, { readonly resource: Resources; readonly [block: string]: object }>>;

/** Writes an output folder of cdktf. */
export async function writeSynthesized(folder: string, stacks: Stacks): Promise<void> {
  const entries = Object.keys(stacks).map((name) => [
    name,
    { synthesizedStackPath: `stacks/${name}/cdk.tf.json`, workingDirectory: `stacks/${name}`, dependencies: [] },
  ]);
  await put(path.join(folder, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(entries) as object }));
  for (const [name, configuration] of Object.entries(stacks)) {
    await put(path.join(folder, 'stacks', name, 'cdk.tf.json'), JSON.stringify(configuration));
  }
}

/** The diagram of Terraform stacks. */
export async function diagramOf(folder: string, stacks: Stacks): Promise<Diagram> {
  await writeSynthesized(folder, stacks);
  return buildDiagram(await readSynthesized(folder));
}

/** The environment of the one Terraform stack that holds these resources. */
export async function environmentWith(
  folder: string,
  resource: Resources,
  blocks: Readonly<Record<string, object>> = {},
): Promise<DiagramEnvironment> {
  const { environments } = await diagramOf(folder, { only: { resource, ...blocks } });
  const [environment, ...others] = environments;
  if (environment === undefined || others.length > 0) throw new Error('expected one environment');
  return environment;
}
