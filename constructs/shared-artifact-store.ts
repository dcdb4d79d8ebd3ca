import { Construct } from 'constructs';
import type { IBaseStack } from './base-stack';
import { addChecks, type Check } from './checks';
import { isProjectName } from './project-names';
import { pathsOverlap } from './project-paths';

/** What a shared artifact store is made from. */
export interface SharedArtifactStoreProps {
  /** Whose bucket it is. */
  readonly base: IBaseStack;
  /**
   * Where in the bucket the artifacts of each project lie: `{ fraud_detection: 'projects/fraud_detection/dev' }`. Relative, without
   * a slash at either end. None may lie within another, since whoever may read that could read this as well.
   */
  readonly projectPaths: Readonly<Record<string, string>>;
}

/**
 * The bucket of a base stack, divided among projects. It makes nothing itself: it says which project has which part, in one place, and
 * refuses parts that overlap.
 */
export class SharedArtifactStore extends Construct {
  readonly base: IBaseStack;
  readonly projectPaths: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { base, projectPaths }: SharedArtifactStoreProps) {
    super(scope, id);
    this.base = base;
    this.projectPaths = { ...projectPaths };
    const entries = Object.entries(projectPaths);
    addChecks(this, [
      ...entries.flatMap(([project, path]) => entryChecks(project, path)),
      ...entries.flatMap((entry, index) => entries.slice(index + 1).map((other) => apart(entry, other))),
    ]);
  }

  /**
   * Where in the bucket the artifacts of a project lie.
   * @throws for a project that has no part of it
   */
  pathOf(projectName: string): string {
    const path = this.projectPaths[projectName];
    if (path !== undefined) return path;
    throw new Error(
      `${this.node.path} has no path for the project "${projectName}"; it has ${Object.keys(this.projectPaths).join(', ') || 'none'}: add it to projectPaths`,
    );
  }

  /**
   * The address of a project's artifacts: `s3://zenml-dev-1a2b3c4d/projects/fraud_detection/dev`.
   * @throws for a project that has no part of it
   */
  addressOf(projectName: string): string {
    return `${this.base.artifactStorePath}/${this.pathOf(projectName)}`;
  }
}

function entryChecks(project: string, path: string): readonly Check[] {
  return [
    {
      holds: isProjectName(project),
      message: `projectPaths has "${project}"; expected 2 to 30 lower-case letters, digits, and single "_" between them, a letter first: rename the project`,
    },
    {
      holds: /^[\w.-]+(\/[\w.-]+)*$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part)),
      message: `projectPaths.${project} is "${path}"; expected names of letters, digits, "_", "-" and "." with a "/" between them, such as "projects/${project}/dev": correct it`,
    },
  ];
}

function apart([project, path]: readonly [string, string], [other, otherPath]: readonly [string, string]): Check {
  return {
    holds: !pathsOverlap(path, otherPath),
    message: `projectPaths.${project} is "${path}" and projectPaths.${other} is "${otherPath}", of which one lies within the other, so that one project could read the other's artifacts: move one of them`,
  };
}
