import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is removed after each test. Call it in `describe` or at the top of a file. */
export function useTemporaryFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await realpath(mkdtempSync(path.join(tmpdir(), 'cdktf-zenml-test-')));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return () => folder;
}

/** Writes a file and the folders above it. */
export async function put(file: string, content = ''): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** Writes an executable shell script. */
export async function putScript(file: string, body: string): Promise<string> {
  await put(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
  return file;
}
