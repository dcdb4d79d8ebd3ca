import { undefinedAccepted } from '../../scripts/build/accept-undefined';

test.each([
  ['a property', 'interface P { readonly a?: string; }', 'interface P { readonly a?: string | undefined; }'],
  [
    'nested ones',
    'interface P { a?: { b?: string[] }; c?: 1 | 2 }',
    'interface P { a?: { b?: string[] | undefined } | undefined; c?: 1 | 2 | undefined }',
  ],
  [
    'a function, which has to be in parentheses',
    'interface P { a?: (b?: string) => { c?: number }; }',
    'interface P { a?: ((b?: string) => { c?: number | undefined }) | undefined; }',
  ],
  [
    'a conditional type, too',
    'type T<C> = { a?: C extends string ? 1 : 2 };',
    'type T<C> = { a?: (C extends string ? 1 : 2) | undefined };',
  ],
  ['properties of a class', 'declare class C { readonly a?: B; }', 'declare class C { readonly a?: B | undefined; }'],
  [
    'properties that come from a list of names',
    'type T = { [K in A]?: B[K] };',
    'type T = { [K in A]?: B[K] | undefined };',
  ],
  [
    'all that Partial makes optional',
    'interface P { a?: Partial<Q>; b: Readonly<Partial<Record<C, string>>> }',
    'interface P { a?: { [Key in keyof Q]?: Q[Key] | undefined } | undefined; ' +
      'b: Readonly<{ [Key in keyof Record<C, string>]?: Record<C, string>[Key] | undefined }> }',
  ],
])('%s', (_, declared, expected) => {
  expect(undefinedAccepted(declared)).toBe(expected);
});

test.each([
  ['what is required', 'interface P { a: string; b(c?: string): void; }'],
  ['what takes undefined already', 'interface P { a?: string | undefined; b?: undefined; }'],
  ['what makes properties required', 'type T = { [K in keyof A]-?: A[K] };'],
  ['what a conditional type asks', 'type T<C> = Partial<C> extends C ? true : false;'],
  ['a method', 'interface P { a?(): void; }'],
])('%s stays as it is', (_, declared) => {
  expect(undefinedAccepted(declared)).toBe(declared);
});
