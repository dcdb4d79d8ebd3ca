import { mapAttribute, setAttribute, listAttribute, type Schema } from '../../src/framework';
import { differencesBetween } from '../../src/provider/life-cycle/differences';

const schema: Schema = {
  version: 0,
  description: 'A thing.',
  attributes: {
    secrets: setAttribute('string', { description: 'Ids.', optional: true }),
    order: listAttribute('string', { description: 'Names.', optional: true }),
    configuration: mapAttribute('string', { description: 'Keys.', optional: true, sensitive: true }),
  },
};

test('the members of a set may stand in any order, those of a list may not', () => {
  const planned = { secrets: ['a', 'b'], order: ['a', 'b'], configuration: null };
  expect(differencesBetween(planned, { ...planned, secrets: ['b', 'a'] }, schema)).toEqual([]);
  expect(differencesBetween(planned, { ...planned, order: ['b', 'a'] }, schema)).toEqual([
    '`order` is ["b","a"] there and ["a","b"] here',
  ]);
});

test.each([
  ['one more', ['a', 'b', 'c']],
  ['one less', ['a']],
  ['another', ['a', 'c']],
  ['the same twice', ['a', 'a']],
])('a set with %s is different', (_, secrets) => {
  const planned = { secrets: ['a', 'b'], order: null, configuration: null };
  expect(differencesBetween(planned, { ...planned, secrets }, schema)).toHaveLength(1);
});

test('of sensitive values only the keys are said', () => {
  const planned = { secrets: null, order: null, configuration: { user: 'me', password: 'hush' } };
  const held = { ...planned, configuration: { user: 'me', password: 'psst' } };
  expect(differencesBetween(planned, held, schema)).toEqual([
    '`configuration` is different in password (the values are sensitive)',
  ]);
});
