import type { Check } from '../checks';
import type { ProjectRequest } from '../project-cloud';
import { ownIdentityChecks } from '../project-checks';
import type { AwsAuth } from './auth/aws-auth';
import { identityChecks } from './base/base-stack-checks';

/** That a project has an identity, that it is its own, and that its environment allows the pattern. */
export function projectChecks(
  { environment, auth }: ProjectRequest<AwsAuth>,
  ofBase: AwsAuth | undefined,
): readonly Check[] {
  return [
    ...ownIdentityChecks({ auth, ofBase, example: 'AwsAuth.implicit()', existing: 'an identity' }),
    ...(auth === undefined ? [] : identityChecks({ environment, auth })),
  ];
}
