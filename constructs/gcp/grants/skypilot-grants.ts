import type { IServiceAccount } from '../service-account';
import type { Grant } from './grant';
import { actAsGrants, type ProjectTarget } from './project-grants';

/**
 * What SkyPilot needs of a project, by its own list of minimal permissions, less `iam.serviceAccounts.actAs`, which is
 * granted on its service account alone.
 * Source: https://docs.skypilot.co/en/latest/cloud-setup/cloud-permissions/gcp.html
 */
export const SKYPILOT_PERMISSIONS: readonly string[] = [
  'compute.disks.create',
  'compute.disks.list',
  'compute.firewalls.create',
  'compute.firewalls.delete',
  'compute.firewalls.get',
  'compute.globalOperations.get',
  'compute.instances.create',
  'compute.instances.delete',
  'compute.instances.get',
  'compute.instances.list',
  'compute.instances.setLabels',
  'compute.instances.setMetadata',
  'compute.instances.setServiceAccount',
  'compute.instances.start',
  'compute.instances.stop',
  'compute.networks.get',
  'compute.networks.getEffectiveFirewalls',
  'compute.networks.list',
  'compute.projects.get',
  'compute.subnetworks.list',
  'compute.subnetworks.use',
  'compute.subnetworks.useExternalIp',
  'compute.zoneOperations.get',
  'iam.roles.get',
  'iam.serviceAccounts.get',
  'resourcemanager.projects.get',
  'resourcemanager.projects.getIamPolicy',
  'serviceusage.services.enable',
  'serviceusage.services.list',
  'serviceusage.services.use',
];

/** Starting virtual machines by SkyPilot: for the client, and for the machines, which stop themselves. */
export function skypilotGrants(
  target: ProjectTarget,
  { role, machines }: { readonly role: string; readonly machines: Pick<IServiceAccount, 'name'> },
): readonly Grant[] {
  return [
    {
      use: 'virtual-machines',
      role,
      on: 'project',
      ...target,
      why: 'SkyPilot names the machines, and looks for its permissions in the policy of the project.',
    },
    ...actAsGrants('virtual-machine-service-account', machines),
  ];
}
