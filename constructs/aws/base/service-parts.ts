import type { Construct } from 'constructs';
import type { IRole } from '../auth/role';
import { appRunnerClientGrants } from '../grants/app-runner-grants';
import { codebuildClientGrants } from '../grants/codebuild-grants';
import { sagemakerClientGrants, sagemakerScheduleGrants } from '../grants/sagemaker-grants';
import { skypilotGrants } from '../grants/skypilot-grants';
import { ImageBuildProject, type IImageBuildProject } from '../image-build-project';
import type { PolicyStatement } from '../policy';
import { SagemakerExecutionRole } from '../sagemaker-execution-role';
import { appRunnerAccessRole, appRunnerInstanceRole, schedulerRole, type ServiceRoleProps } from '../service-roles';
import type { AwsService } from './aws-base-stack-props';

/** What the services of a base stack need in AWS. */
export interface ServiceParts {
  readonly sagemaker?: { readonly executionRoleArn: string; readonly schedulerRoleArn: string };
  readonly buildProject?: IImageBuildProject;
  readonly appRunner?: { readonly accessRoleArn: string; readonly instanceRoleArn: string };
  /** What the identity behind the connectors may do with them. */
  readonly statements: readonly PolicyStatement[];
}

/** What exists already, in the place of what would be made. */
export interface ExistingParts {
  readonly executionRole?: IRole;
  readonly buildProject?: IImageBuildProject;
}

/** Makes what the services need, as children of the scope. */
export function makeServiceParts(
  scope: Construct,
  services: ReadonlySet<AwsService>,
  props: ServiceRoleProps,
  existing: ExistingParts,
): ServiceParts {
  const sagemaker = services.has('sagemaker') ? makeSagemaker(scope, props, existing.executionRole) : undefined;
  const buildProject = services.has('codebuild') ? (existing.buildProject ?? makeProject(scope, props)) : undefined;
  const appRunner = services.has('app-runner') ? makeAppRunner(scope, props) : undefined;
  return {
    sagemaker,
    buildProject,
    appRunner,
    statements: [
      ...(sagemaker ? sagemakerClientGrants({ ...props.scope, ...sagemaker }) : []),
      ...(sagemaker ? sagemakerScheduleGrants(props.scope, sagemaker.schedulerRoleArn) : []),
      ...(buildProject ? codebuildClientGrants(buildProject.arn) : []),
      ...(services.has('skypilot') ? skypilotGrants(props.scope) : []),
      ...(appRunner ? appRunnerClientGrants({ ...props.scope, ...appRunner }) : []),
    ],
  };
}

function makeSagemaker(scope: Construct, props: ServiceRoleProps, existing: IRole | undefined) {
  const executionRoleArn = existing
    ? existing.arn
    : new SagemakerExecutionRole(scope, 'execution-role', {
        ...props,
        roleName: `${props.resourcePrefix}-sagemaker`,
      }).roleArn;
  return { executionRoleArn, schedulerRoleArn: schedulerRole(scope, props).roleArn };
}

function makeProject(scope: Construct, props: ServiceRoleProps): ImageBuildProject {
  return new ImageBuildProject(scope, 'build-project', {
    ...props,
    projectName: `${props.resourcePrefix}-image-builder`,
  });
}

function makeAppRunner(scope: Construct, props: ServiceRoleProps) {
  return {
    accessRoleArn: appRunnerAccessRole(scope, props).roleArn,
    instanceRoleArn: appRunnerInstanceRole(scope, props).roleArn,
  };
}
