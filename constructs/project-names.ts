import type { IConstruct } from 'constructs';
import { addChecks } from './checks';
import { addNamesakeCheck } from './namesakes';

/** Where the artifacts of a project lie in a bucket: `projects/fraud_detection/dev`. */
export function projectPath(projectName: string, environment: string): string {
  return `projects/${projectName}/${environment}`;
}

/** A project's name in the alphabet that all clouds have for buckets, roles and accounts. */
export function projectSlug(projectName: string): string {
  return projectName.replaceAll('_', '-');
}

/** A project in one environment and region. */
export interface ProjectPlace {
  readonly projectName: string;
  /** Name of the environment. */
  readonly environment: string;
  readonly region: string;
}

/** That a name can be one of a project, and that no other project of the app has it, or has it in the alphabet of a cloud. */
export function addProjectNameChecks(project: IConstruct, { projectName, environment, region }: ProjectPlace): void {
  addChecks(project, [
    {
      holds: isProjectName(projectName),
      message: `projectName is "${projectName}"; expected 2 to 30 lower-case letters, digits, and single "_" between them, a letter first, such as "fraud_detection", since paths, repositories and what is on the server are named for it, and a "-" ends it there: rename it`,
    },
  ]);
  const slug = projectSlug(projectName);
  addNamesakeCheck(
    project,
    `project/${slug}/${environment}/${region}`,
    ([other]) =>
      `projectName is "${projectName}", in names of cloud resources "${slug}", and ${other?.node.path} has that name in the same environment and region: rename one of them`,
  );
}

/**
 * Whether repositories, paths and roles can be named for a project of this name. Names of environments may have hyphens: had those of
 * projects, `a-b` in `c` and `a` in `b-c` were one name on a server.
 */
export function isProjectName(text: string): boolean {
  return text.length >= 2 && text.length <= 30 && /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(text);
}
