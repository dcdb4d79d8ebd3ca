import type { ProjectRequest } from '../project-cloud';
import type { ComponentType } from '../stack-component';
import type { GcpAuth } from './auth/gcp-auth';
import type { GcpComponentConfiguration } from './gcp-base-stack-props';
import type { GcpProjectSettings } from './project-base';

/** Keys of configuration that name something of the base stack, of which a project has its own. */
const OF_THE_BASE = new Set([
  'connector',
  'connectorResourceId',
  'name',
  'path',
  'pipelineRoot',
  'secretNamePrefix',
  'serviceAccount',
  'stagingBucket',
  'uri',
  'workloadServiceAccount',
]);

/** The settings of a base stack for one of its projects: without what the project leaves out, and what names things of the base. */
export function projectSettings(
  base: GcpProjectSettings,
  { environment, auth = base.auth, without }: ProjectRequest<GcpAuth>,
): GcpProjectSettings {
  return {
    ...base,
    environment,
    auth,
    services: base.services?.filter((service) => service !== 'cloud-build'),
    ...(without.has('orchestrator') && { orchestrator: 'local' }),
    ...(without.has('step_operator') && { stepOperator: 'none' }),
    ...(without.has('experiment_tracker') && { experimentTracker: 'none' }),
    ...(without.has('deployer') && { deployer: 'none' }),
    configuration: ownConfiguration(base.configuration),
  };
}

/** The types of which a project has nothing made: those that are left out, and those that it shares with the base. */
export function typesNotMade(
  { orchestrator = 'local', stepOperator, experimentTracker, deployer }: GcpProjectSettings,
  without: ReadonlySet<ComponentType>,
): ReadonlySet<ComponentType> {
  const shared = new Set<ComponentType>([...without, 'image_builder']);
  if (orchestrator === 'local' || typeof orchestrator === 'object') shared.add('orchestrator');
  if (typeof stepOperator === 'object') shared.add('step_operator');
  if (typeof experimentTracker === 'object') shared.add('experiment_tracker');
  if (typeof deployer === 'object') shared.add('deployer');
  return shared;
}

function ownConfiguration(configuration: GcpComponentConfiguration = {}): GcpComponentConfiguration {
  return Object.fromEntries(
    Object.entries(configuration).map(([component, settings]) => [
      component,
      Object.fromEntries(Object.entries(settings as object).filter(([key]) => !OF_THE_BASE.has(key))),
    ]),
  );
}
