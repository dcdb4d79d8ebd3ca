import { buildProviderIfChanged } from '../build-provider';
import type { ProviderMirror } from '../terraform/provider-mirror';
import { environmentOf, prepareProviders } from './deploy-stack';
import { ensureMoto, ensureZenmlServer } from './local-servers';
import { ensurePythonPackages } from './python-packages';
import { ensureSecrets } from './secrets-file';
import { checkRemoteAccess, ensureLocalAccess } from './server-access';
import type { ServerAccess, Session } from './session';
import type { StackOutputs } from './stack-outputs';
import type { Proof } from './state-file';
import type { Step } from './task-list';

/** What the steps hand on. */
export interface StepContext {
  access?: ServerAccess;
  mirror?: ProviderMirror;
  environment?: Record<string, string>;
  outputs?: StackOutputs;
  proof?: Proof;
  changed?: boolean;
}

/** The steps up to a server that takes our key. Needed before a deploy and before a destroy. */
export function serverSteps(session: Session): Step<StepContext>[] {
  const { target } = session;
  const packages: Step<StepContext> = {
    title: target.kind === 'local' ? 'Install ZenML and moto' : 'Install the ZenML client',
    run: async (_context, task) => {
      const installed = await ensurePythonPackages(session, (text) => (task.output = text));
      return installed ? undefined : `${task.title}: nothing to do`;
    },
  };
  if (target.kind === 'remote') {
    return [
      packages,
      {
        title: `Log in to ${target.url}`,
        run: async (context) => {
          context.access = await checkRemoteAccess(target.url, target.apiKey);
          return undefined;
        },
      },
    ];
  }
  return [
    packages,
    {
      title: 'Start moto, the local AWS',
      skip: () => !session.needsAws,
      run: async () => {
        const started = await ensureMoto(session);
        return `${started ? 'Started' : 'Found'} moto on port ${session.state.current.ports.moto ?? 0}`;
      },
    },
    {
      title: 'Start the ZenML server',
      run: async () => {
        const started = await ensureZenmlServer(session, await ensureSecrets(session.paths.secrets));
        return `${started ? 'Started' : 'Found'} the ZenML server on port ${session.state.current.ports.zenml ?? 0}`;
      },
    },
    {
      title: 'Get a service account with an API key',
      run: async (context) => {
        context.access = await ensureLocalAccess(session, await ensureSecrets(session.paths.secrets));
        return undefined;
      },
    },
  ];
}

/** The steps that build and install the provider. Needed before a deploy and before a destroy. */
export function providerSteps(session: Session): Step<StepContext>[] {
  const { packageInfo, signal } = session;
  return [
    {
      title: 'Build the provider',
      run: async (_context, task) =>
        (await buildProviderIfChanged({ packageInfo, signal })) ? undefined : `${task.title}: nothing to do`,
    },
    {
      title: 'Install the providers',
      run: async (context) => {
        const access = need(context.access);
        context.mirror = await prepareProviders(session, access);
        context.environment = await environmentOf(session, access, context.mirror);
        const { awsOrigin } = context.mirror;
        return awsOrigin === undefined
          ? 'Installed the provider'
          : `Installed the providers (hashicorp/aws from ${awsOrigin})`;
      },
    },
  ];
}

/** What an earlier step has made. */
export function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a step needs what an earlier step has not made');
  return value;
}
