import type { Check } from '../checks';
import type { ProjectRequest } from '../project-cloud';
import { ownIdentityChecks } from '../project-checks';
import type { GcpAuth } from './auth/gcp-auth';
import { authChecks } from './gcp-base-stack-checks';
import { labelChecks } from './resource-labels';

/** That a project has an identity, that it is its own, that its environment allows the pattern, and that Google takes its labels. */
export function projectChecks(
  { environment, auth, labels }: ProjectRequest<GcpAuth>,
  ofBase: GcpAuth | undefined,
): readonly Check[] {
  return [
    ...ownIdentityChecks({
      auth,
      ofBase,
      example: 'GcpAuth.workloadIdentity()',
      existing: 'an identity or a pool',
    }),
    ...(auth === undefined ? [] : authChecks({ environment, auth })),
    ...labelChecks(labels),
  ];
}
