// One by one: all of semver is 45 files, which every app would load.
import coerce from 'semver/functions/coerce.js';
import compare from 'semver/functions/compare.js';
import lt from 'semver/functions/lt.js';
import major from 'semver/functions/major.js';
import prerelease from 'semver/functions/prerelease.js';
import valid from 'semver/functions/valid.js';
import type { Check } from '../checks';
import { ownComponents, type TeamStackVersion, type VersionedComponents } from './stack-version';

/** What there is to check about a versioned stack. */
export interface VersionList {
  readonly components: VersionedComponents;
  readonly versions: Readonly<Record<string, TeamStackVersion>>;
  readonly current: string;
}

/** That all versions are semantic ones, are there, and keep to their meaning. */
export function versionChecks({ components, versions, current }: VersionList): readonly Check[] {
  const listed = Object.keys(versions);
  return [
    ...listed.map((version) => isSemantic('versions', version)),
    ...Object.entries(components).flatMap(([name, ofComponent]) =>
      Object.keys(ofComponent).map((version) => isSemantic(`components.${name}`, version)),
    ),
    isListed(current, listed),
    ...Object.entries(versions).flatMap(([version, stack]) => [
      ...[...ownComponents(stack)].map(([name, wanted]) => hasComponent(components, version, name, wanted)),
      ...(stack.defaults ?? []).map((name) => isAmongOwn(version, stack, name)),
    ]),
    ...compatibilityChecks(versions),
  ];
}

function isSemantic(property: string, version: string): Check {
  const exact = valid(version);
  const nearest = exact ?? coerce(version)?.version ?? '1.0.0';
  return {
    holds: exact === version,
    message: `${property} has "${version}"; expected a semantic version such as "1.0.0" or "2.0.0-rc.1", without "v" and build metadata: write "${nearest}"`,
  };
}

function isListed(current: string, listed: readonly string[]): Check {
  return {
    holds: listed.includes(current),
    message:
      listed.length === 0
        ? `versions is empty, and current is "${current}"; expected at least the current one: add it to versions`
        : `current is "${current}"; expected one of versions (${listed.join(', ')}): add it there, or point current at one of them`,
  };
}

function hasComponent(components: VersionedComponents, version: string, name: string, wanted: string): Check {
  const known = Object.hasOwn(components, name) ? Object.keys(components[name] ?? {}) : undefined;
  return {
    holds: known?.includes(wanted) === true,
    message:
      known === undefined
        ? `version ${version} has ${name}, which is not among the components (${Object.keys(components).join(', ')}): add it to components`
        : `version ${version} has ${name} ${wanted}; components.${name} has ${known.join(', ')}: add it there, or take one of those`,
  };
}

function isAmongOwn(version: string, stack: TeamStackVersion, name: string): Check {
  const own = ownComponents(stack);
  return {
    holds: own.has(name),
    message: `version ${version} has ${name} in its defaults, which is not among its own components (${[...own.keys()].join(', ')}): add it to them`,
  };
}

/**
 * That a version takes nothing away from the release before it of the same major version: pipelines that run on 1.1.0 are to run on 1.2.0.
 * Before 1.0.0 anything may change, and nobody counts on a prerelease.
 */
function compatibilityChecks(versions: VersionList['versions']): readonly Check[] {
  const ordered = Object.keys(versions)
    .filter((version) => valid(version) !== null)
    .sort(compare);
  return ordered.flatMap((version, index) => {
    const before = ordered.slice(0, index).findLast((earlier) => prerelease(earlier) === null);
    if (before === undefined || major(version) === 0 || major(version) !== major(before)) return [];
    return differenceChecks([before, versions[before]], [version, versions[version]]);
  });
}

type Listed = readonly [version: string, stack: TeamStackVersion | undefined];

function differenceChecks([before, old = {}]: Listed, [version, stack = {}]: Listed): readonly Check[] {
  const next = `${major(version) + 1}.0.0`;
  const own = ownComponents(stack);
  const taken = [...ownComponents(old)].map(([name, was]): Check => {
    const is = own.get(name);
    const refused = is === undefined ? 'none' : valid(was) && valid(is) ? changeBetween(was, is) : undefined;
    return {
      holds: refused === undefined,
      message:
        `version ${version} has ${is === undefined ? `no ${name}` : `${name} ${is}`}, and ${before} has ${was}: ` +
        `pipelines of ${major(version)}.x count on that. Name the version ${next}, or ${refused === undefined ? '' : REPAIRS[refused]}`,
    };
  });
  const without = (stack.without ?? [])
    .filter((type) => old.without?.includes(type) !== true)
    .map((type) => ({
      holds: false,
      message: `version ${version} is without ${type}, and ${before} is not: pipelines of ${major(version)}.x count on that. Name the version ${next}, or take ${type} out of without`,
    }));
  return [...taken, ...without];
}

const REPAIRS = {
  none: 'keep the component',
  downgrade: 'point current at an older version, which goes back without a new one',
  upgrade: 'keep the major version of the component',
} as const;

function changeBetween(was: string, is: string): keyof typeof REPAIRS | undefined {
  if (lt(is, was)) return 'downgrade';
  return major(is) > major(was) ? 'upgrade' : undefined;
}
