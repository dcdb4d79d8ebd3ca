import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { isSameProcessRunning } from '../process/process-identity';
import { directLoopback, neutralEnvironment } from '../servers/local-environment';
import { ensureProviderMirror, writeMirrorConfiguration, type ProviderMirror } from '../terraform/provider-mirror';
import { quickstartEnvironment, writeEnvironmentFile } from './environment-file';
import { providerHash, unlockProvider } from './provider-lock';
import { runCdktf } from './run-cdktf';
import type { ServerAccess, Session } from './session';
import type { StackName } from './state-file';
import { stopTerraformGently } from './stop-terraform';

/** Brings the provider mirror up to date and writes the env file that uses it. */
export async function prepareProviders(session: Session, access: ServerAccess): Promise<ProviderMirror> {
  const { paths, state, target } = session;
  const mirror = await ensureProviderMirror({
    terraform: session.terraform,
    packageInfo: session.packageInfo,
    directory: paths.directory,
    withAws: session.needsAws,
    signal: session.signal,
  });
  const hash = await providerHash(mirror.installed.file);
  if (state.current.lockedProvider !== hash) {
    await unlockProvider(paths.synthesized, mirror.installed.host);
    await state.update({ lockedProvider: hash });
  }
  await mkdir(paths.terraformState, { recursive: true, mode: 0o700 });
  await writeEnvironmentFile(paths.environment, await environmentOf(session, access, mirror), target.kind === 'local');
  return mirror;
}

/** Variables of the env file. */
export async function environmentOf(
  session: Session,
  access: ServerAccess,
  mirror: ProviderMirror,
): Promise<Record<string, string>> {
  const { paths, state, target } = session;
  return quickstartEnvironment({
    paths,
    serverUrl: access.url,
    apiKey: access.apiKey,
    motoPort: target.kind === 'local' ? state.current.ports.moto : undefined,
    cliConfiguration: await writeMirrorConfiguration(paths.directory, mirror.directory),
    mirror: mirror.directory,
  });
}

/** One deploy or destroy. */
export interface CdktfTask {
  readonly verb: 'deploy' | 'destroy';
  readonly stack: StackName;
  readonly environment: Record<string, string>;
  readonly onProgress: (text: string) => void;
}

/** Where cdktf writes a stack's outputs. */
export function outputsFile(session: Session, stack: StackName): string {
  return path.join(session.paths.directory, `outputs.${stack}.json`);
}

/** Runs the real cdktf on a stack. @returns what it printed */
export async function runCdktfTask(session: Session, task: CdktfTask): Promise<string> {
  const { state, target } = session;
  await finishLeftBehind(session);
  const outputs = task.verb === 'deploy' ? ['--outputs-file', outputsFile(session, task.stack)] : [];
  const base = target.kind === 'local' ? neutralEnvironment() : { ...process.env, ...directLoopback() };
  const text = await runCdktf({
    root: session.packageInfo.root,
    args: [task.verb, task.stack, '--auto-approve', ...outputs],
    environment: { ...base, ...task.environment, CI: '1' },
    terraformBinary: session.terraform.binary,
    logFile: path.join(session.paths.logs, `cdktf-${task.verb}-${task.stack}.log`),
    signal: session.signal,
    onStarted: (cdktf) => state.update({ cdktf }),
    onProgress: task.onProgress,
  });
  await state.update({ cdktf: undefined });
  return text;
}

/** A cdktf whose quickstart was killed goes on by itself: it is stopped before another one touches its state. */
async function finishLeftBehind(session: Session): Promise<void> {
  const { cdktf } = session.state.current;
  if (cdktf !== undefined && (await isSameProcessRunning(cdktf)))
    await stopTerraformGently(cdktf, session.terraform.binary);
}
