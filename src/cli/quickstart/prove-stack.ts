import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { directLoopback, neutralEnvironment } from '../servers/local-environment';
import { runPythonScript } from '../python/run-script';
import { UserError } from '../user-error';
import type { Session } from './session';
import type { Proof } from './state-file';

/** Runs a two-step pipeline on a stack with ZenML's own client and reads its artifact back. */
export async function proveStack(
  session: Session,
  stackId: string,
  environment: Record<string, string>,
): Promise<Proof> {
  const answer = await runClient(
    session,
    ['--stack', stackId],
    environment,
    'The proof of the stack (a two-step pipeline run by ZenML)',
  );
  if (!isProof(answer)) throw new UserError('The proof of the stack gave no run.', `Read ${logFile(session)}.`);
  return { stackId: answer.stackId, run: answer.run, runId: answer.runId, artifactUri: answer.artifactUri };
}

/** Deletes the pipeline of earlier proofs, with its runs, from a server that stays. */
export async function forgetProofs(session: Session, environment: Record<string, string>): Promise<void> {
  await runClient(session, ['--forget'], environment, 'Deleting the pipeline of the proof');
}

async function runClient(
  session: Session,
  args: readonly string[],
  environment: Record<string, string>,
  purpose: string,
): Promise<unknown> {
  await mkdir(session.paths.zenmlClient, { recursive: true, mode: 0o700 });
  const base = session.target.kind === 'local' ? neutralEnvironment() : { ...process.env, ...directLoopback() };
  return runPythonScript({
    venv: session.paths.venv,
    script: path.join(session.packageInfo.root, 'src', 'cli', 'quickstart', 'prove.py'),
    args,
    environment: { ...base, ...environment, ZENML_LOGGING_VERBOSITY: 'WARN' },
    workingDirectory: session.paths.zenmlClient,
    logFile: logFile(session),
    purpose,
    timeoutMilliseconds: 300_000,
    signal: session.signal,
  });
}

function logFile(session: Session): string {
  return path.join(session.paths.logs, 'proof.log');
}

function isProof(value: unknown): value is Proof & { status: string } {
  if (typeof value !== 'object' || value === null) return false;
  const fields = Object.fromEntries(Object.entries(value));
  return (
    ['stackId', 'run', 'runId', 'artifactUri', 'status'].every((name) => typeof fields[name] === 'string') &&
    fields.status === 'completed'
  );
}
