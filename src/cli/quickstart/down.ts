import path from 'node:path';
import { rm } from 'node:fs/promises';
import { isSameProcessRunning } from '../process/process-identity';
import { runPythonScript } from '../python/run-script';
import { motoEnvironment, neutralEnvironment } from '../servers/local-environment';
import { motoUrl } from '../servers/moto-server';
import { ZenmlClient } from '../../zenml';
import { UserError } from '../user-error';
import { outputsFile, runCdktfTask } from './deploy-stack';
import { stopLocalServers } from './local-servers';
import { forgetProofs } from './prove-stack';
import type { ServerAccess, Session } from './session';
import { providerSteps, serverSteps, type StepContext } from './shared-steps';
import { runSteps, type Step } from './task-list';

/** Name of the stack and the components that every server has from the start. */
const MADE_BY_THE_SERVER = 'default';

/** Destroys what was deployed, looks for leftovers and stops the servers that were started. @returns what happened, in words */
export async function down(session: Session, force: boolean): Promise<string> {
  const { state, target } = session;
  const deployed = state.current.stacks;
  if (deployed.length > 0) await runSteps(destroySteps(session, force), {}, session.signal);
  const stopped = await stopLocalServers(state);
  if (target.kind === 'local') await forgetLocalServer(session);
  if (deployed.length === 0 && stopped.length === 0) return 'Nothing is deployed and no server of the quickstart runs.';
  return [
    ...(deployed.length > 0
      ? [`Destroyed: ${deployed.join(', ')}. ${force ? 'Leftovers were not looked for.' : 'Nothing is left behind.'}`]
      : []),
    ...(stopped.length > 0
      ? [`Stopped: ${stopped.map((kind) => (kind === 'moto' ? 'moto' : 'the ZenML server')).join(', ')}.`]
      : []),
  ].join('\n');
}

function destroySteps(session: Session, force: boolean): Step<StepContext>[] {
  const { state, target } = session;
  return [
    ...serverSteps(session),
    ...providerSteps(session),
    ...state.current.stacks.map((stack): Step<StepContext> => ({
      title: `cdktf destroy ${stack}`,
      run: async (context, task) => {
        await runCdktfTask(session, {
          verb: 'destroy',
          stack,
          environment: context.environment ?? {},
          onProgress: (line) => (task.output = line),
        });
        await rm(outputsFile(session, stack), { force: true });
        const { stacks, proofs } = state.current;
        await state.update({
          stacks: stacks.filter((each) => each !== stack),
          proofs: { ...proofs, [stack]: undefined },
        });
        return undefined;
      },
    })),
    {
      title: 'Delete the pipeline of the proof',
      skip: () => target.kind === 'local',
      run: async (context) => {
        await forgetProofs(session, context.environment ?? {});
        return undefined;
      },
    },
    {
      title: 'Look for leftovers',
      skip: () => force || target.kind === 'remote',
      run: async (context) => {
        const found = [...(await leftInMoto(session)), ...(await leftOnServer(context.access))];
        if (found.length === 0) return 'Nothing is left in moto or on the ZenML server';
        throw new UserError(
          `All stacks are destroyed, but this is left and in no terraform state:\n${found.map((each) => `  ${each}`).join('\n')}`,
          'Delete it, or run "npm run quickstart -- down --force", which stops the servers and drops all they hold.',
        );
      },
    },
  ];
}

async function leftInMoto(session: Session): Promise<string[]> {
  const { moto } = session.state.current.servers;
  if (moto === undefined || !(await isSameProcessRunning(moto))) return [];
  const answer = await runPythonScript({
    venv: session.paths.venv,
    script: path.join(session.packageInfo.root, 'src', 'cli', 'quickstart', 'leftovers.py'),
    environment: { ...neutralEnvironment(), ...motoEnvironment(motoUrl(moto.port)) },
    workingDirectory: session.paths.directory,
    logFile: path.join(session.paths.logs, 'leftovers.log'),
    purpose: 'Looking for leftovers in moto',
    timeoutMilliseconds: 120_000,
    signal: session.signal,
  });
  return Array.isArray(answer) ? answer.map(String) : [];
}

async function leftOnServer(access: ServerAccess | undefined): Promise<string[]> {
  if (access === undefined) return [];
  const client = new ZenmlClient({ serverUrl: access.url, apiKey: access.apiKey });
  try {
    const { stacks, components, serviceConnectors } = client;
    const kinds = { stack: stacks, component: components, 'service connector': serviceConnectors };
    const lists = await Promise.all(
      Object.entries(kinds).map(async ([kind, collection]) =>
        (await collection.list())
          .filter(({ name }) => name !== MADE_BY_THE_SERVER)
          .map(({ name }) => `${kind}: ${name}`),
      ),
    );
    return lists.flat();
  } finally {
    await client.close();
  }
}

/** The local server was made for this quickstart: its database goes with it, and with it the account and the runs. */
async function forgetLocalServer(session: Session): Promise<void> {
  const { paths } = session;
  for (const each of [paths.zenmlServer, paths.zenmlClient, paths.secrets, paths.environment, paths.terraformState])
    await rm(each, { recursive: true, force: true });
}
