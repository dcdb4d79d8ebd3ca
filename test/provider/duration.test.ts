import { duration, parseDuration } from '../../src/provider/attributes/duration';

test.each([
  ['30s', 30_000],
  ['5m', 300_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['250ms', 250],
  ['1m0.5s', 60_500],
])('%s is %d milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each(['', '5', 'm', '5 m', '5x', '-5m', '0s', 'five minutes', '5m!'])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('the validator says what a duration looks like', () => {
  const [diagnostic] = duration.validate('5 minutes', [{ attribute: 'timeouts' }, { attribute: 'create' }]);
  expect(diagnostic?.detail).toMatch(/"5 minutes".*"5m"/);
  expect(duration.validate('5m', [])).toEqual([]);
});
