import { compareVersions, isInRange, toConstraint } from '../../../src/cli/terraform/versions';

describe('compareVersions', () => {
  test.each([
    ['1.8.0', '1.8.0', 0],
    ['1.10.0', '1.9.9', 1],
    ['1.8', '1.8.0', 0],
    ['1.8.0-rc1', '1.8.0', -1],
    ['5.100.0', '5.99.9', 1],
  ])('%s against %s is %i', (left, right, expected) => {
    expect(Math.sign(compareVersions(left, right))).toBe(expected);
  });
});

describe('a range', () => {
  const range = { minimum: '5.100.0', below: '7.0.0' };

  test.each([
    ['5.100.0', true],
    ['6.25.0', true],
    ['5.99.0', false],
    ['7.0.0', false],
    ['6.0.0-beta1', false],
  ])('%s is inside: %s', (version, expected) => {
    expect(isInRange(version, range)).toBe(expected);
  });

  test('is written as a terraform constraint', () => {
    expect(toConstraint(range)).toBe('>= 5.100.0, < 7.0.0');
  });
});
