import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readFileIfExists } from '../atomic-file';
import { loadExeca } from '../process/load-execa';
import { UserError } from '../user-error';
import { objectOf, textOf } from './json-values';
import { readSynthesized } from './read-synthesized';
import type { JsonObject, SynthesizedStack } from './synthesized-stack';

/** How an app is synthesized. */
export interface SynthesizeOptions {
  /** Folder with `cdktf.json`. @default the working directory */
  readonly directory?: string;
  /** The command that runs the app. @default the one in `cdktf.json` */
  readonly app?: string;
  /** Folder to synthesize into, which is kept. @default one that is removed when it has been read */
  readonly output?: string;
  /** Environment variables of the app. @default those of this process */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Runs the app as `cdktf synth` does and reads the Terraform stacks that it writes. A relative path of a local backend is relative to
 * the output folder.
 *
 * @throws UserError where there is no app, or it fails
 */
export async function synthesizeApp(options: SynthesizeOptions = {}): Promise<readonly SynthesizedStack[]> {
  const directory = path.resolve(options.directory ?? '');
  const file = path.join(directory, 'cdktf.json');
  const settings = await readSettings(file);
  const app = options.app ?? textOf(settings?.app);
  if (app === undefined) {
    throw new UserError(
      settings === undefined ? `There is no app in ${directory} (no cdktf.json).` : `${file} names no app.`,
      'Run the command in the folder of your app, or give the command that runs it: --app "npx tsx main.ts".',
    );
  }
  const environment = { ...(options.environment ?? process.env), ...contextOf(settings ?? {}, options.environment) };
  if (options.output !== undefined) {
    const output = path.resolve(directory, options.output);
    await runApp(app, directory, output, environment);
    return readSynthesized(output);
  }
  const temporary = await mkdtemp(path.join(tmpdir(), 'cdktf-zenml-synth-'));
  try {
    await runApp(app, directory, temporary, environment);
    return await readSynthesized(temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function runApp(app: string, cwd: string, output: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const execa = await loadExeca();
  const result = await execa(app, {
    cwd,
    shell: true,
    reject: false,
    stdin: 'ignore',
    extendEnv: false,
    env: { ...environment, CDKTF_OUTDIR: output, SYNTH_HCL_OUTPUT: 'false' },
  });
  if (!result.failed) return;
  throw new UserError(
    `The app failed ("${app}" in ${cwd}):\n${result.stderr || result.stdout || result.shortMessage}`,
    'Repair what it says and run the same command again; "cdktf synth" shows the same.',
  );
}

async function readSettings(file: string): Promise<JsonObject | undefined> {
  const text = await readFileIfExists(file);
  if (text === undefined) return undefined;
  try {
    return objectOf(JSON.parse(text));
  } catch (cause) {
    throw new UserError(`${file} is no JSON.`, 'Repair it; "cdktf synth" needs it, too.', { cause });
  }
}

/** The context of `cdktf.json`, handed on as the command of cdktf does. */
function contextOf({ context }: JsonObject, environment = process.env): NodeJS.ProcessEnv {
  if (context === undefined || environment.CDKTF_CONTEXT_JSON !== undefined) return {};
  return { CDKTF_CONTEXT_JSON: JSON.stringify(context) };
}
