import type { ITerraformDependable } from 'cdktf';
import type { IServiceAccount } from '../service-account';
import type { Grant } from './grant';

/** Where grants on a project are made. */
export interface ProjectTarget {
  readonly projectId: string;
  /** What must exist before them: the API that policies of projects are changed by. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Writing logs, which Google gives for a whole project only. */
export function logWriteGrants(target: ProjectTarget): readonly Grant[] {
  return [
    {
      use: 'logs',
      role: 'roles/logging.logWriter',
      on: 'project',
      ...target,
      why: 'Logs belong to the project; the role adds entries and reads none.',
    },
  ];
}

/** Having something run as a service account. */
export function actAsGrants(use: string, serviceAccount: Pick<IServiceAccount, 'name'>): readonly Grant[] {
  return [{ use, role: 'roles/iam.serviceAccountUser', on: 'service account', serviceAccount }];
}
