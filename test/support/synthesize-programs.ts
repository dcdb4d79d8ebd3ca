import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Syntheses } from './construct-pages';

type Blocks = Readonly<Record<string, object>>;

/** Runs every program of the working folder, which has its App write below `out/`, and puts what came of it into `results.json`. */
async function main(): Promise<void> {
  const folder = process.cwd();
  const results: Record<string, Syntheses[string]> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const name = path.basename(file, '.ts');
    const out = path.join(folder, 'out', name);
    process.env.CDKTF_OUTDIR = out;
    try {
      await import(path.join(folder, file));
      const texts = textsIn(out);
      results[name] = { types: texts.flatMap(typesIn), texts };
    } catch (error) {
      results[name] = { types: [], texts: [], failure: error instanceof Error ? error.message : String(error) };
    }
  }
  writeFileSync(path.join(folder, 'results.json'), JSON.stringify(results));
}

function textsIn(out: string): readonly string[] {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('cdk.tf.json'));
  return files.sort().map((name) => readFileSync(path.join(out, name), 'utf8'));
}

function typesIn(text: string): readonly string[] {
  const { resource, data } = JSON.parse(text) as Record<'resource' | 'data', Blocks | undefined>;
  return [...Object.keys(resource ?? {}), ...Object.keys(data ?? {})];
}

void main();
