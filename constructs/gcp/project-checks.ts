import type { Check } from '../checks';
import type { ProjectRequest } from '../project-cloud';
import type { GcpAuth } from './auth/gcp-auth';
import { authChecks } from './gcp-base-stack-checks';
import { labelChecks } from './resource-labels';

/** That a project has an identity, that it is its own, and that its environment allows the pattern. */
export function projectChecks(
  { environment, auth, labels }: ProjectRequest<GcpAuth>,
  ofBase: GcpAuth | undefined,
): readonly Check[] {
  const pattern = auth ?? ofBase;
  const shared = pattern !== undefined && pattern === ofBase && pattern.identityExists === true;
  return [
    {
      holds: pattern !== undefined,
      message:
        'the base has no auth, since its connectors exist already, and the project needs an identity of its own: give it auth, GcpAuth.workloadIdentity() or another pattern',
    },
    {
      holds: !shared,
      message: `the auth of the base is ${pattern?.label} with an identity or a pool that exists already, which would have the permissions of the base and of its projects: give the project auth with an identity of its own`,
    },
    ...(auth === undefined ? [] : authChecks({ environment, auth })),
    ...labelChecks(labels),
  ];
}
