import type { ComponentMaker, TeamStackVersion } from '../../../constructs';
import { versionChecks, type VersionList } from '../../../constructs/versions/version-checks';

const make: ComponentMaker = () => {
  throw new Error('checks make nothing');
};
const components = { runner: { '1.0.0': make, '1.1.0': make, '2.0.0': make }, store: { '1.0.0': make } };

/** What is refused about these versions. */
function refusals(versions: VersionList['versions'], current?: string, extra: Partial<VersionList> = {}): string[] {
  const checks = versionChecks({ components, versions, current: current ?? Object.keys(versions)[0] ?? '', ...extra });
  return checks.filter(({ holds }) => !holds).map(({ message }) => message);
}

const withRunner = (runner: string): TeamStackVersion => ({ components: { runner } });

describe('versions of a stack', () => {
  it('may be any semantic versions', () => {
    expect(refusals({ '0.1.0': {}, '1.0.0-rc.1': {}, '1.0.0': {}, '10.20.30': {} })).toEqual([]);
  });

  it.each([
    ['v1.0.0', '1.0.0'],
    ['1.0', '1.0.0'],
    ['1.0.0+build', '1.0.0'],
    ['latest', '1.0.0'],
    ['release-2', '2.0.0'],
    ['01.0.0', '1.0.0'],
  ])('fail to be %s', (version, nearest) => {
    expect(refusals({ [version]: {} })).toEqual([
      `versions has "${version}"; expected a semantic version such as "1.0.0" or "2.0.0-rc.1", without "v" and build metadata: write "${nearest}"`,
    ]);
  });

  it('fail without the current one among them', () => {
    expect(refusals({ '1.0.0': {}, '1.1.0': {} }, '1.2.0')).toEqual([
      'current is "1.2.0"; expected one of versions (1.0.0, 1.1.0): add it there, or point current at one of them',
    ]);
  });

  it('fail to be none', () => {
    expect(refusals({}, '1.0.0')).toEqual([
      'versions is empty, and current is "1.0.0"; expected at least the current one: add it to versions',
    ]);
  });
});

describe('components of a version', () => {
  it('fail with a version that is no semantic one', () => {
    expect(refusals({ '1.0.0': {} }, '1.0.0', { components: { runner: { v1: make } } })).toEqual([
      expect.stringMatching(/^components\.runner has "v1"; .* write "1\.0\.0"$/),
    ]);
  });

  it('fail where nothing makes them', () => {
    expect(
      refusals({
        '1.0.0': { components: { runner: '3.0.0', toString: '1.0.0' }, additionalComponents: { pager: '1.0.0' } },
      }),
    ).toEqual([
      'version 1.0.0 has runner 3.0.0; components.runner has 1.0.0, 1.1.0, 2.0.0: add it there, or take one of those',
      'version 1.0.0 has toString, which is not among the components (runner, store): add it to components',
      'version 1.0.0 has pager, which is not among the components (runner, store): add it to components',
    ]);
  });

  it('fail to be the default one where the version has them not', () => {
    expect(refusals({ '1.0.0': { ...withRunner('1.0.0'), defaults: ['runner', 'store'] } })).toEqual([
      'version 1.0.0 has store in its defaults, which is not among its own components (runner): add it to them',
    ]);
  });
});

describe('a version of the same major version as the one before', () => {
  it('may add components and upgrade them compatibly', () => {
    expect(
      refusals({ '1.0.0': withRunner('1.0.0'), '1.1.0': { components: { runner: '1.1.0', store: '1.0.0' } } }),
    ).toEqual([]);
  });

  it('fails to upgrade a component to another major version', () => {
    expect(refusals({ '1.1.0': withRunner('2.0.0'), '1.0.0': withRunner('1.1.0') })).toEqual([
      'version 1.1.0 has runner 2.0.0, and 1.0.0 has 1.1.0: pipelines of 1.x count on that. Name the version 2.0.0, or keep the major version of the component',
    ]);
  });

  it('fails to have an older version of a component', () => {
    expect(refusals({ '1.9.0': withRunner('1.1.0'), '1.10.0': withRunner('1.0.0') })).toEqual([
      'version 1.10.0 has runner 1.0.0, and 1.9.0 has 1.1.0: pipelines of 1.x count on that. Name the version 2.0.0, or point current at an older version, which goes back without a new one',
    ]);
  });

  it('fails to lack a component, or a type of the base', () => {
    expect(refusals({ '2.0.0': withRunner('1.0.0'), '2.0.1': { without: ['image_builder'] } })).toEqual([
      'version 2.0.1 has no runner, and 2.0.0 has 1.0.0: pipelines of 2.x count on that. Name the version 3.0.0, or keep the component',
      'version 2.0.1 is without image_builder, and 2.0.0 is not: pipelines of 2.x count on that. Name the version 3.0.0, or take image_builder out of without',
    ]);
  });

  it('is not held to a prerelease, but a prerelease to the release before', () => {
    expect(refusals({ '2.0.0-rc.1': withRunner('1.1.0'), '2.0.0': withRunner('1.0.0') })).toEqual([]);
    expect(refusals({ '2.0.0': withRunner('1.1.0'), '2.1.0-rc.1': withRunner('1.0.0') })).toHaveLength(1);
  });
});

describe('a version of another major version, and any before 1.0.0', () => {
  it.each([
    ['1.0.0', '2.0.0'],
    ['0.1.0', '0.2.0'],
    ['0.9.0', '1.0.0'],
  ])('may have anything else: %s, %s', (before, after) => {
    expect(refusals({ [before]: withRunner('2.0.0'), [after]: { components: { store: '1.0.0' } } })).toEqual([]);
  });
});
