import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { CustomRole } from '../custom-role';
import { grant, type Grant } from '../grants/grant';
import { SKYPILOT_PERMISSIONS, skypilotGrants } from '../grants/skypilot-grants';
import { ServiceAccount, type IServiceAccount } from '../service-account';
import { targetOf, type ServiceAccess, type ServiceAccessProps } from './service-access';

/** SkyPilot looks for its service account by this name, one for a whole project. */
const SKYPILOT_ACCOUNT_ID = 'skypilot-v1';

/** What SkyPilot is opened up from. */
export interface SkypilotAccessProps extends ServiceAccessProps {
  /**
   * The service account `skypilot-v1` of the project, where it exists already. It is used as it is: nothing is granted to it.
   * @default a new one, of which a project has room for one
   */
  readonly serviceAccount?: IServiceAccount;
}

/** SkyPilot, running pipelines on virtual machines. */
export class SkypilotAccess extends Construct implements ServiceAccess {
  /** What the virtual machines run as. */
  readonly serviceAccount: IServiceAccount;
  readonly clientGrants: readonly Grant[];
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { project, serviceAccount }: SkypilotAccessProps) {
    super(scope, id);
    const apis = project.apis.use('compute', 'serviceusage');
    const { roleName } = new CustomRole(this, 'role', {
      project,
      use: 'skypilot',
      title: 'ZenML on virtual machines by SkyPilot',
      permissions: SKYPILOT_PERMISSIONS,
    });
    const machines =
      serviceAccount ??
      new ServiceAccount(this, 'service-account', {
        accountId: SKYPILOT_ACCOUNT_ID,
        projectId: project.projectId,
        displayName: 'Virtual machines of SkyPilot',
        dependsOn: project.apis.use('iam'),
      });
    const grants = skypilotGrants(targetOf(project), { role: roleName, machines });
    const granted = serviceAccount ? [] : grants.map((each) => grant(this, machines.member, each));
    this.serviceAccount = machines;
    this.clientGrants = grants;
    this.dependencies = [...apis, ...granted];
  }
}
