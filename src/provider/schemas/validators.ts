import {
  Decimal,
  errorDiagnostic,
  isSet,
  isUnknown,
  type AttributePath,
  type AttributeValue,
  type Diagnostic,
  type ListOf,
  type MapOf,
  type NumberValue,
  type Validator,
  type Value,
} from '../../framework';
import { isJsonObject } from '../../zenml';
import { instantOf } from '../attributes/instant';
import { isUuid } from '../attributes/uuid';

/** Text with something in it, and no longer than `longest` characters. */
export function textOfAtMost(longest: number): Validator<string> {
  return {
    validate(value, path) {
      if (value.trim() === '') return [invalid(path, 'It is empty.', `Give it 1 to ${longest} characters.`)];
      if (value.length <= longest) return [];
      return [invalid(path, `It has ${value.length} characters.`, `Give it at most ${longest}.`)];
    },
  };
}

/** The largest number that servers store. */
export const LARGEST_NUMBER = 2 ** 31 - 1;

/** A whole number from 0 to `most`. */
export function countUpTo(most: number): Validator<NumberValue> {
  return {
    validate(value, path) {
      const number = Number(value instanceof Decimal ? value.text : value);
      if (Number.isInteger(number) && number >= 0 && number <= most) return [];
      return [invalid(path, `It is ${number}.`, `Expected a whole number from 0 to ${most}.`)];
    },
  };
}

/** Text no longer than `longest` characters, or empty. */
export function atMost(longest: number): Validator<string> {
  return {
    validate: (value, path) =>
      value.length <= longest
        ? []
        : [invalid(path, `It has ${value.length} characters.`, `Give it at most ${longest}.`)],
  };
}

/** The id of an object on the server; an empty text means "not set". */
export const uuid: Validator<string> = {
  validate: (value, path) => (value === '' ? [] : notUuid(value, path)),
};

/** A map whose values are ids of objects on the server. */
export const uuidValues: Validator<MapOf<string>> = {
  validate: (values, path) =>
    Object.entries(values).flatMap(([key, value]) => (isSet(value) ? notUuid(value, [...path, { key }]) : [])),
};

/** A set whose items are ids of objects on the server. An item of a set has no path of its own. */
export const uuidItems: Validator<ListOf<string>> = {
  validate: (items, path) => items.flatMap((item) => (isUnknown(item) ? [] : notUuid(item, path))),
};

/** A map of lists whose items are ids of objects on the server. */
export const uuidLists: Validator<MapOf<ListOf<string>>> = {
  validate: (lists, path) =>
    Object.entries(lists).flatMap(([key, list]) =>
      (isSet(list) ? list : []).flatMap((item, index) =>
        isUnknown(item) ? [] : notUuid(item, [...path, { key }, { index }]),
      ),
    ),
};

/** A map in which every key has a value: the server knows no key without one. */
export const noNullValues: Validator<MapOf<Value>> = {
  validate: (values, path) =>
    Object.entries(values)
      .filter(([, value]) => value === null)
      .map(([key]) =>
        invalid(
          [...path, { key }],
          'It is null.',
          'Give it a value, or leave the key out: the server then uses its default.',
        ),
      ),
};

/** A list in which nothing is null. */
export const noNullItems: Validator<ListOf<string>> = {
  validate: (items, path) =>
    items.flatMap((item, index) =>
      item === null ? [invalid([...path, { index }], 'It is null.', 'Give it a value, or leave the item out.')] : [],
    ),
};

/** A list with something in it. */
export function notEmpty(otherwise: string): Validator<ListOf<string>> {
  return { validate: (items, path) => (items.length === 0 ? [invalid(path, 'It is empty.', otherwise)] : []) };
}

/** A point in time with its zone: RFC 3339. */
export const rfc3339: Validator<string> = {
  validate: (value, path) =>
    instantOf(value) === undefined
      ? [invalid(path, `"${value}" is no point in time.`, 'Expected RFC 3339, such as "2027-01-31T12:00:00Z".')]
      : [],
};

function notUuid(value: string | null, path: AttributePath): readonly Diagnostic[] {
  if (value === null) return [invalid(path, 'An item is null.', 'Give it a value, or leave the item out.')];
  if (isUuid(value)) return [];
  return [
    invalid(
      path,
      `"${value}" is no id.`,
      'Expected a UUID such as "0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4": the `id` of a resource or data source, not its name.',
    ),
  ];
}

function invalid(path: AttributePath, found: string, expected: string): Diagnostic {
  return errorDiagnostic('Invalid Attribute Value', `${found} ${expected}`, path);
}

/** An attribute that makes sense together with another one alone. */
export function needs(
  name: string,
  value: AttributeValue<string>,
  neededName: string,
  needed: AttributeValue<string>,
): readonly Diagnostic[] {
  if (!isSet(value) || value === '' || isUnknown(needed) || (needed !== null && needed !== '')) return [];
  return [
    errorDiagnostic(
      'Missing Attribute',
      `\`${name}\` is set and \`${neededName}\` is not. Set \`${neededName}\` too, or leave \`${name}\` out.`,
      [{ attribute: neededName }],
    ),
  ];
}

/** Text that is a JSON object. */
export const jsonObjectText: Validator<string> = {
  validate(value, path) {
    try {
      if (isJsonObject(JSON.parse(value))) return [];
    } catch {
      // Said below.
    }
    return [invalid(path, 'It is no JSON object.', 'Write it with `jsonencode({ ... })`.')];
  },
};
