import type { ProjectRequest } from '../project-cloud';
import type { AwsAuth } from './auth/aws-auth';
import type { AwsComponentConfiguration } from './base/aws-base-stack-props';
import type { AwsProjectSettings } from './project-base';

/** Keys of configuration that name something of the base stack, of which a project has its own. */
const OF_THE_BASE = new Set([
  'accessRoleArn',
  'bucket',
  'codeBuildProject',
  'connector',
  'connectorResourceId',
  'defaultRepository',
  'executionRole',
  'instanceRoleArn',
  'name',
  'path',
  'role',
  'schedulerRole',
  'uri',
]);

/** The settings of a base stack for one of its projects: without what the project leaves out, and what names things of the base. */
export function projectSettings(
  base: AwsProjectSettings,
  { environment, auth = base.auth, without }: ProjectRequest<AwsAuth>,
): AwsProjectSettings {
  return {
    ...base,
    environment,
    auth,
    ...(without.has('orchestrator') && { orchestrator: 'local' }),
    ...(without.has('step_operator') && { stepOperator: 'none' }),
    ...(without.has('image_builder') && { imageBuilder: 'none' }),
    ...(without.has('deployer') && { deployer: 'none' }),
    configuration: ownConfiguration(base.configuration),
  };
}

function ownConfiguration(configuration: AwsComponentConfiguration = {}): AwsComponentConfiguration {
  return Object.fromEntries(
    Object.entries(configuration).map(([component, settings]) => [
      component,
      Object.fromEntries(Object.entries(settings as object).filter(([key]) => !OF_THE_BASE.has(key))),
    ]),
  );
}
