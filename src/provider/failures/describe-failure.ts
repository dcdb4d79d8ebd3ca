import { errorDiagnostic, type Diagnostic } from '../../framework';
import type { ZenmlError, ZenmlErrorCode } from '../../zenml';
import type { Undertaking } from './attempt';
import { stateOfAffairs } from './state-of-affairs';

interface Advice {
  readonly summary: string;
  readonly next: string;
}

const SERVER_URL = 'The address is `server_url` of the provider, or ZENML_SERVER_URL.';

const ADVICE: Record<ZenmlErrorCode, Advice> = {
  unreachable: {
    summary: 'ZenML Server Unreachable',
    next: SERVER_URL,
  },
  timeout: {
    summary: 'ZenML Server Did Not Answer in Time',
    next: 'Look at the load of the server, or raise `request_timeout` of the provider, and run the command again.',
  },
  aborted: { summary: 'Stopped', next: 'The run was stopped before this was done: run the command again.' },
  unauthorized: {
    summary: 'ZenML Server Refused the Credentials',
    next: 'Check `api_key` or `api_token` of the provider, or ZENML_API_KEY or ZENML_API_TOKEN.',
  },
  forbidden: {
    summary: 'ZenML Server Does Not Allow This',
    next: 'Where a permission is missing, give it to the service account of the API key.',
  },
  not_found: {
    summary: 'Not Found on the ZenML Server',
    next: 'It may have been deleted in the meantime: plan again.',
  },
  conflict: {
    summary: 'Conflict on the ZenML Server',
    next: 'Plan again; where an object of this name exists, import it or choose another name.',
  },
  invalid: {
    summary: 'ZenML Server Refused the Request',
    next: 'Correct what the server names and apply again.',
  },
  not_zenml: {
    summary: 'Not a ZenML Server',
    next: SERVER_URL,
  },
  server: {
    summary: 'ZenML Server Failed',
    next: 'Run the command again; if it fails the same way, look at the log of the server.',
  },
};

/** Errors that are about the provider's own configuration: what to look at there is said first. */
const CONNECTION: ReadonlySet<ZenmlErrorCode> = new Set(['unreachable', 'unauthorized', 'not_zenml']);

/**
 * A diagnostic for any error of the client: what was attempted, what went wrong, what the server said, what may have come of it,
 * what to do next.
 */
export function describeFailure(undertaking: Undertaking, error: ZenmlError): Diagnostic {
  const { verb, object, deadline } = undertaking;
  const described = `${describeError(error)}${stateOfAffairs(verb, error)}`;
  if (error.code === 'timeout' && deadline?.isOver === true) {
    return errorDiagnostic(
      'Not Done in Time',
      `Could not ${verb} the ${object} within ${deadline.limit}, the time that \`timeouts.${verb}\` allows. ${described} ` +
        'Look at the load of the server, or allow more time, and apply again.',
      deadline.path,
    );
  }
  const { summary, next } = ADVICE[error.code];
  return errorDiagnostic(
    summary,
    `Could not ${verb} the ${object}. ${CONNECTION.has(error.code) ? `${next} ${described}` : `${described} ${next}`}`,
  );
}

/** The error as one sentence: the request, and what came of it in the server's words where there are any. */
export function describeError(error: ZenmlError): string {
  return asSentence(error.message);
}

/** What to do about an error of this kind. */
export function adviceFor(code: ZenmlErrorCode): Advice {
  return ADVICE[code];
}

/** The text with a full stop, unless it ends a sentence already. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
