import { readFile } from 'node:fs/promises';
import { CLOUDS, PERMISSIONS_PAGE, renderPermissions } from '../../scripts/generate-permissions';

it('the page about permissions is that of the present grants; if this fails, run "npm run permissions"', async () => {
  expect(await readFile(PERMISSIONS_PAGE, 'utf8')).toBe(renderPermissions());
});

/** What is not the stack's own: everything, or everything of a kind. */
const isWide = (resource: string): boolean => resource.endsWith('*') && !/BUCKET|PREFIX/.test(resource);

describe.each(CLOUDS)('a permission on $cloud', ({ sections }) => {
  const permissions = sections.flatMap(({ title, permissions: found }) => found.map((each) => ({ title, ...each })));

  it('that is for more than the resources of the stack says why', () => {
    const unexplained = permissions.filter(({ resources, why }) => resources.some(isWide) && why === undefined);
    expect(unexplained).toEqual([]);
    expect(permissions.filter(({ resources }) => resources.some(isWide)).length).toBeGreaterThan(0);
  });

  it('names each of its actions', () => {
    expect(permissions.flatMap(({ grants }) => grants).filter((grant) => grant.includes('*'))).toEqual([]);
  });
});
