import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What a Terraform stack was synthesized to, without what only describes how. */
export interface SynthesizedStack {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly provider: Readonly<Record<string, readonly Attributes[]>>;
  readonly output?: Readonly<Record<string, Attributes>>;
  readonly terraform: { readonly required_providers: Readonly<Record<string, Attributes>> };
}

/** By type, then by name. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
export type Attributes = Readonly<Record<string, unknown>>;

/** Names of the Terraform stacks in an output folder of cdktf, in order. */
export async function stacksIn(outdir: string): Promise<readonly string[]> {
  return (await readdir(path.join(outdir, 'stacks'))).sort();
}

/** Reads one Terraform stack of an output folder of cdktf. */
export async function readStack(outdir: string, name: string): Promise<SynthesizedStack> {
  const text = await readFile(path.join(outdir, 'stacks', name, 'cdk.tf.json'), 'utf8');
  return JSON.parse(text, (key, value: unknown) => (key === '//' ? undefined : value)) as SynthesizedStack;
}

/** Number of resources and data sources. */
export function countOf({ resource = {}, data = {} }: SynthesizedStack): number {
  return [...Object.values(resource), ...Object.values(data)].flatMap((named) => Object.keys(named)).length;
}
