import * as fc from 'fast-check';
import { Decimal, Dynamic, record, UNKNOWN, type Type, type Value } from '../../src/framework';

/** A type and a value of it, as a pair: what a schema and a configuration are. */
export interface Typed {
  readonly type: Type;
  readonly value: Value;
}

const key = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('__proto__', 'constructor', '', '0', 'toString'),
);
const attributeName = fc.oneof(fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/), fc.constant('__proto__'));

/** Numbers of every representation; a `Decimal` only where nothing else holds the number. */
const number: fc.Arbitrary<Value> = fc.oneof(
  fc.maxSafeInteger(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n }),
  fc.bigInt({ min: -(2n ** 80n), max: -(2n ** 53n) }),
  fc
    .tuple(fc.integer(), fc.stringMatching(/^[0-9]{20,30}[1-9]$/))
    .map(([whole, fraction]) => new Decimal(`${whole}.${fraction}`)),
  fc.tuple(fc.integer(), fc.integer({ min: 1, max: 9 })).map(([whole, tenth]) => Number(`${whole}.${tenth}`)),
  // Of hundreds of digits, before and after the point.
  fc.stringMatching(/^-?[1-9][0-9]{20,300}$/).map((digits) => BigInt(digits)),
  fc.stringMatching(/^-?0\.0{0,300}[0-9]{20,100}[1-9]$/).map((digits) => new Decimal(digits)),
);

const scalar = (type: 'string' | 'number' | 'bool') =>
  ({ string: fc.string({ unit: 'grapheme' }), number, bool: fc.boolean() })[type];

/** Values of a type, with nulls and, where wanted, unknown values anywhere. */
export function arbitraryValue(type: Type, unknowns: boolean): fc.Arbitrary<Value> {
  const nothing: Value[] = unknowns ? [null, UNKNOWN] : [null];
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...nothing) },
    { weight: 6, arbitrary: knownValue(type, unknowns) },
  );
}

function knownValue(type: Type, unknowns: boolean): fc.Arbitrary<Value> {
  if (type === 'dynamic') {
    return arbitraryType.chain((inner) => arbitraryValue(inner, unknowns).map((value) => new Dynamic(inner, value)));
  }
  if (typeof type === 'string') return scalar(type);
  switch (type[0]) {
    case 'list':
    case 'set':
      return fc.array(arbitraryValue(type[1], unknowns), { maxLength: 4 });
    case 'tuple':
      return fc.tuple(...type[1].map((item) => arbitraryValue(item, unknowns)));
    case 'map':
      return fc.array(fc.tuple(key, arbitraryValue(type[1], unknowns)), { maxLength: 4 }).map(record);
    case 'object':
      return fc
        .tuple(
          ...Object.entries(type[1]).map(([name, item]) =>
            arbitraryValue(item, unknowns).map((value) => [name, value] as const),
          ),
        )
        .map(record);
  }
}

/** Types of every kind, three levels deep at most. */
export const arbitraryType: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => {
  const inner = tie('type');
  return {
    type: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom<Type>('string', 'number', 'bool'),
      fc.tuple(fc.constantFrom('list', 'set', 'map'), inner),
      fc.array(fc.tuple(attributeName, inner), { maxLength: 4 }).map((entries): Type => ['object', record(entries)]),
      fc.array(inner, { maxLength: 3 }).map((items): Type => ['tuple', items]),
    ),
  };
}).type;

/** Collections in each other, down to a hundred levels. */
const deepType: fc.Arbitrary<Type> = fc
  .array(fc.constantFrom('list', 'set', 'map', 'object', 'tuple'), { minLength: 4, maxLength: 100 })
  .map((kinds) =>
    kinds.reduce<Type>((inner, kind) => {
      if (kind === 'object') return [kind, record([['__proto__', inner]])];
      return kind === 'tuple' ? [kind, [inner]] : [kind, inner];
    }, 'string'),
  );

export function arbitraryTyped(unknowns: boolean): fc.Arbitrary<Typed> {
  return fc
    .oneof(
      { weight: 50, arbitrary: arbitraryType },
      { weight: 10, arbitrary: fc.constant<Type>('dynamic') },
      { weight: 1, arbitrary: deepType },
    )
    .chain((type) => arbitraryValue(type, unknowns).map((value) => ({ type, value })));
}
