import fc from 'fast-check';
import {
  Decimal,
  Dynamic,
  errorDiagnostic,
  formatPath,
  isWhollyKnown,
  mapKeyPath,
  record,
  stringAttribute,
  mapAttribute,
  UNKNOWN,
  validateAttributes,
  valuesEqual,
  type AttributePath,
  type Value,
} from '../../src/framework';

const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.constant(UNKNOWN),
    fc.string(),
    fc.boolean(),
    fc.integer(),
    fc.bigInt(),
    fc.string().map((text) => new Dynamic('string', text)),
    fc.array(tie('value')),
    fc.array(fc.tuple(fc.oneof(fc.string(), fc.constant('__proto__')), tie('value'))).map(record),
  ),
})).value;

/** Another object of the same content. */
function copy(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Dynamic) return new Dynamic(value.type, copy(value.value));
  if (typeof value !== 'object' || value === null || value === UNKNOWN || value instanceof Decimal) return value;
  return record(Object.entries(value as Record<string, Value>).map(([key, item]) => [key, copy(item)]));
}

describe('values', () => {
  it('equal their copies, whatever they hold', () => {
    fc.assert(fc.property(anyValue, (value) => valuesEqual(value, copy(value))));
  });

  it('differ from themselves wrapped in a list', () => {
    fc.assert(fc.property(anyValue, (value) => !valuesEqual(value, [value])));
  });

  const different: readonly (readonly [string, Value, Value])[] = [
    ['an absent key', record([['a', null]]), record([])],
    ['another key of the same number', record([['a', 1]]), record([['b', 1]])],
    ['the order of a list', [1, 2], [2, 1]],
    ['unknown and null', UNKNOWN, null],
    ['text and number', '1', 1],
  ];

  it.each(different)('differ by %s', (_, a, b) => {
    expect(valuesEqual(a, b)).toBe(false);
    expect(valuesEqual(b, a)).toBe(false);
  });

  it('compare numbers by value, whatever holds them', () => {
    expect(valuesEqual(5, 5n)).toBe(true);
    expect(valuesEqual(new Decimal('0.1'), 0.1)).toBe(true);
  });

  it('are wholly known only without an unknown at any depth', () => {
    expect(isWhollyKnown([record([['a', [1, 'b', null]]])])).toBe(true);
    expect(isWhollyKnown([record([['a', [1, UNKNOWN]]])])).toBe(false);
    expect(isWhollyKnown(new Dynamic('string', UNKNOWN))).toBe(false);
  });

  it('keep __proto__ as a key like any other', () => {
    const odd = record([['__proto__', 'x']]);
    expect(Object.keys(odd)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(odd)).toBeNull();
  });
});

describe('attribute validators', () => {
  const notEmpty = {
    validate: (value: string, path: AttributePath) =>
      value === '' ? [errorDiagnostic('Empty Name', 'expected at least one character', path)] : [],
  };
  const schema = {
    version: 0,
    description: 'A thing.',
    attributes: {
      name: stringAttribute({ description: 'Name.', required: true, validators: [notEmpty] }),
      labels: mapAttribute('string', { description: 'Labels.', optional: true }),
    },
  };

  it('report the path of what they refuse', () => {
    const [diagnostic] = validateAttributes(schema, { name: '', labels: null });
    expect(diagnostic?.summary).toBe('Empty Name');
    expect(formatPath(diagnostic?.path ?? [])).toBe('name');
  });

  it.each([null, UNKNOWN])('are not asked about %s', (name) => {
    expect(validateAttributes(schema, { name, labels: null })).toEqual([]);
  });

  it('are printed with keys as Terraform prints them', () => {
    expect(formatPath(mapKeyPath('configuration', 'path'))).toBe('configuration["path"]');
    expect(formatPath([{ attribute: 'parts' }, { index: 0 }, { attribute: 'id' }])).toBe('parts[0].id');
  });
});
