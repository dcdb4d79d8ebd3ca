/** Compares two plain versions such as "5.100.0" by number; a pre-release sorts before its release. */
export function compareVersions(left: string, right: string): number {
  const [leftCore = '', leftPre] = split(left);
  const [rightCore = '', rightPre] = split(right);
  const leftParts = leftCore.split('.').map(Number);
  const rightParts = rightCore.split('.').map(Number);
  for (let index = 0; index < Math.max(leftParts.length, rightParts.length); index++) {
    const difference = (leftParts[index] ?? 0) - (rightParts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(leftPre === undefined) - Number(rightPre === undefined);
}

/** A range of versions: from `minimum`, below `below`. */
export interface VersionRange {
  readonly minimum: string;
  readonly below: string;
}

/** Whether a version lies in a range; pre-releases never do. */
export function isInRange(version: string, range: VersionRange): boolean {
  return (
    !version.includes('-') && compareVersions(version, range.minimum) >= 0 && compareVersions(version, range.below) < 0
  );
}

/** The range in the words of a terraform version constraint. */
export function toConstraint(range: VersionRange): string {
  return `>= ${range.minimum}, < ${range.below}`;
}

function split(version: string): string[] {
  const dash = version.indexOf('-');
  return dash < 0 ? [version] : [version.slice(0, dash), version.slice(dash + 1)];
}
