import { ProjectIamCustomRole } from '@cdktf/provider-google/lib/project-iam-custom-role';
import { Construct } from 'constructs';
import type { GcpProject } from './gcp-project';

/** What a custom role is made from. */
export interface CustomRoleProps {
  readonly project: GcpProject;
  /** What it is for, in kebab-case: the end of its id. */
  readonly use: string;
  /** What a person reads in the console. */
  readonly title: string;
  readonly permissions: readonly string[];
}

/**
 * A role of the project with exactly the permissions that are needed, where Google's own have more. A deleted one can be
 * had back for 7 days; for 30 more its id cannot be used.
 */
export class CustomRole extends Construct {
  /** As it is granted: `projects/acme-ml/roles/zenml_dev_1a2b3c4d_vertex`. */
  readonly roleName: string;

  constructor(scope: Construct, id: string, { project, use, title, permissions }: CustomRoleProps) {
    super(scope, id);
    const resource = new ProjectIamCustomRole(this, 'Resource', {
      project: project.projectId,
      roleId: project.names.roleId(use),
      title,
      permissions: [...permissions],
      dependsOn: project.apis.use('iam'),
    });
    this.roleName = resource.name;
  }
}
