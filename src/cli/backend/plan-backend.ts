import type { BackendPlan } from './backend-plan';
import { planGcsBackend, type GcsOptions } from './gcs-backend';
import { planS3Backend } from './s3-backend';
import type { StatePlace } from './state-place';

/** What is missing until a place can take states. Only buckets have to be made. */
export async function planBackend(place: StatePlace, options: GcsOptions): Promise<BackendPlan> {
  const stacks = place.stacks.map(({ name }) => name);
  const nothing = (where: string, note: string): BackendPlan => ({ place: where, stacks, steps: [], note });
  switch (place.type) {
    case 's3':
      return planS3Backend(place);
    case 'gcs':
      return planGcsBackend(place, options);
    case 'local':
      return nothing(
        'files on this machine',
        'Nothing has to be made. Give the environment a shared backend before a team uses it.',
      );
    case 'cloud':
    case 'remote':
      return nothing(
        `the organization ${String(place.values.organization)} of HCP Terraform`,
        'Nothing has to be made here: "terraform login" once, and terraform init makes each workspace.',
      );
    default:
      return nothing(
        `a backend of type ${place.type}`,
        'This command cannot make it; see its page in the documentation of Terraform.',
      );
  }
}
