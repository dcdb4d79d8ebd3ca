import { zenmlUrl } from '../servers/zenml-server';
import { UserError } from '../user-error';
import type { QuickstartState } from './state-file';

/** Where a quickstart deploys to: servers of its own, or the user's server and cloud. */
export type Target =
  { readonly kind: 'local' } | { readonly kind: 'remote'; readonly url: string; readonly apiKey: string };

/**
 * Reads the target from ZENML_SERVER_URL and ZENML_API_KEY. Both set means the user's own server, unless the address is
 * that of the local server (the quickstart's env file was sourced).
 */
export function resolveTarget(environment: NodeJS.ProcessEnv, state: QuickstartState): Target {
  const url = (environment.ZENML_SERVER_URL ?? '').replace(/\/+$/, '');
  const apiKey = environment.ZENML_API_KEY ?? '';
  if (url === '' && apiKey === '') return checked({ kind: 'local' }, state);
  if (state.ports.zenml !== undefined && url === zenmlUrl(state.ports.zenml)) return checked({ kind: 'local' }, state);
  if (url === '' || apiKey === '') {
    const [given, missing] = url === '' ? ['ZENML_API_KEY', 'ZENML_SERVER_URL'] : ['ZENML_SERVER_URL', 'ZENML_API_KEY'];
    throw new UserError(
      `${given} is set but ${missing} is not: both are needed to deploy to a server of yours.`,
      `Set ${missing} too, or unset ${given} to use a server started on this machine.`,
    );
  }
  if (!/^https?:\/\/[^/]/.test(url)) {
    throw new UserError(
      `ZENML_SERVER_URL is "${url}": an address such as https://zenml.example.com is expected.`,
      'Correct it and run the same command again.',
    );
  }
  return checked({ kind: 'remote', url, apiKey }, state);
}

/** Refuses to use one terraform state for two places: what it holds would be lost sight of. */
function checked(target: Target, state: QuickstartState): Target {
  if (state.stacks.length === 0) return target;
  const url = target.kind === 'remote' ? target.url : undefined;
  if (url === state.remoteUrl) return target;
  const [held, asked] = [state.remoteUrl, url].map((address) => address ?? 'the server on this machine');
  throw new UserError(
    `The stacks of this quickstart (${state.stacks.join(', ')}) are registered on ${held}, but this run would go to ${asked}.`,
    state.remoteUrl === undefined
      ? 'Run "npm run quickstart -- down" without ZENML_SERVER_URL and ZENML_API_KEY first.'
      : `Set ZENML_SERVER_URL=${state.remoteUrl} and its ZENML_API_KEY, and run "npm run quickstart -- down" first.`,
  );
}
