import type { IConstruct } from 'constructs';
import type { IBaseStack } from './base-stack';
import { addNamesakeCheck } from './namesakes';

/** Whether one of two paths in a bucket is, or lies within, the other. */
export function pathsOverlap(path: string, other: string): boolean {
  return `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`);
}

interface ProjectPart {
  readonly base: IBaseStack;
  readonly path: string;
}

const parts = new WeakMap<IConstruct, ProjectPart>();

/** Has synth refuse a project whose part of the bucket lies within that of another project of the app on the same base stack. */
export function addProjectPathCheck(project: IConstruct, part: ProjectPart): void {
  parts.set(project, part);
  const { base, path } = part;
  addNamesakeCheck(project, `artifacts/${base.environment.name}/${base.region}/${base.stackName}`, (others) => {
    const other = others.find((each) => pathsOverlap(parts.get(each)?.path ?? '', path));
    return (
      other &&
      `its artifacts lie in "${path}", and those of ${other.node.path} in "${parts.get(other)?.path ?? ''}" of the same bucket, of which one lies within the other, so that one project could read the other's artifacts: give one of them another path in a SharedArtifactStore`
    );
  });
}
