import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The examples of one resource or data source; undefined where a file is not there. */
export interface Examples {
  /** `resource.tf` or `data-source.tf` */
  readonly usage: string | undefined;
  /** `import.sh`: commands */
  readonly importCommands: string | undefined;
  /** `import-by-string-id.tf`: an import block */
  readonly importBlock: string | undefined;
}

/** Where the examples of a kind of object lie, and what the file with their use is called. */
export const EXAMPLE_FILES = {
  resources: 'resource.tf',
  'data-sources': 'data-source.tf',
} as const;

export type Kind = keyof typeof EXAMPLE_FILES;

/** Reads the examples of `typeName` below `folder`, the folder `examples/`. */
export async function readExamples(folder: string, kind: Kind, typeName: string): Promise<Examples> {
  const read = (name: string) => readIfThere(path.join(folder, kind, typeName, name));
  return {
    usage: await read(EXAMPLE_FILES[kind]),
    importCommands: await read('import.sh'),
    importBlock: await read('import-by-string-id.tf'),
  };
}

/** A text file, or undefined where there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  return existsSync(file) ? (await readFile(file, 'utf8')).trim() : undefined;
}
