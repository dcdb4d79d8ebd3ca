import path from 'node:path';
import type { PackageInfo } from '../package-root';
import { quickstartPaths } from './paths';
import { checkPrerequisites } from './prerequisites';
import type { QuickstartOptions, Session } from './session';
import { StateFile } from './state-file';
import { resolveTarget } from './target';

/** Checks the prerequisites and reads where things are. Call it with the folder's lock held. */
export async function openSession(
  options: QuickstartOptions,
  packageInfo: PackageInfo,
  signal: AbortSignal,
): Promise<Session> {
  const terraform = await checkPrerequisites(packageInfo);
  const directory = path.resolve(options.directory);
  const state = await StateFile.open(quickstartPaths(directory).state);
  const target = resolveTarget(process.env, state.current);
  const venv = options.venv ?? (target.kind === 'local' ? undefined : path.join(directory, 'client-venv'));
  return {
    packageInfo,
    paths: quickstartPaths(directory, venv),
    state,
    target,
    venvIsGiven: options.venv !== undefined,
    stack: options.local ? 'local' : 'dev',
    needsAws: state.current.stacks.includes('dev') || (options.action === 'up' && !options.local),
    signal,
    terraform,
  };
}
