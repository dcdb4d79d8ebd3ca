import type { Check } from '../checks';
import type { Configuration, ConfigurationValue } from '../configuration';
import type { ICustomFlavor } from '../custom-flavor';
import type { KeyRule } from '../flavor-rules';
import { isSecretReference } from '../secret-values';
import type { ComponentType } from '../stack-component';
import { isLate, nameOf } from './key-values';
import { KNOWN_RELATIONS } from './known-relations';
import { rulesOf } from './rules-of';

/** The configuration of a component, with the secrets that are kept apart from it. */
export interface WrittenConfiguration {
  readonly configuration?: Configuration;
  readonly secretConfiguration?: Configuration;
}

/** What a flavor demands of its configuration beyond types. Values that terraform knows only when it runs pass. */
export function configurationChecks(
  type: ComponentType,
  flavor: string | ICustomFlavor,
  { configuration = {}, secretConfiguration = {} }: WrittenConfiguration,
): readonly Check[] {
  if (typeof flavor !== 'string') return [];
  const rules = rulesOf(type, flavor);
  const written = Object.entries(configuration).filter(([, value]) => value !== undefined && !isLate(value));
  return [
    ...written.flatMap(([key, value]) => valueChecks(key, value, rules[key] ?? {})),
    ...(KNOWN_RELATIONS[type]?.[flavor]?.({ ...configuration, ...secretConfiguration }) ?? []),
  ];
}

function valueChecks(key: string, value: ConfigurationValue, rule: KeyRule): readonly Check[] {
  if (rule.secret === true) return [secretCheck(key, value)];
  if (typeof value === 'number') return numberChecks(key, value, rule);
  if (typeof value === 'string') return [...textChecks(key, value, rule), ...choiceChecks(key, value, rule)];
  return [];
}

/** The value is in no message. */
function secretCheck(key: string, value: ConfigurationValue): Check {
  return {
    holds: typeof value === 'string' && (value === '' || isSecretReference(value)),
    message: `${nameOf(key)} is written out and would lie in cdktf.out; expected secretReference(secret, key) or a sensitive variable: make a Secret of it`,
  };
}

function numberChecks(key: string, value: number, rule: KeyRule): readonly Check[] {
  const { integer, minimum, exclusiveMinimum, maximum, exclusiveMaximum } = rule;
  const check = (holds: boolean, expected: string, remedy: string) =>
    holds ? [] : [failure(key, String(value), expected, remedy)];
  return [
    ...check(integer !== true || Number.isInteger(value), 'a whole number', 'leave out what is after the point'),
    ...check(minimum === undefined || value >= minimum, `${minimum} at least`, 'raise it'),
    ...check(exclusiveMinimum === undefined || value > exclusiveMinimum, `more than ${exclusiveMinimum}`, 'raise it'),
    ...check(maximum === undefined || value <= maximum, `${maximum} at most`, 'lower it'),
    ...check(exclusiveMaximum === undefined || value < exclusiveMaximum, `less than ${exclusiveMaximum}`, 'lower it'),
  ];
}

function textChecks(key: string, value: string, rule: KeyRule): readonly Check[] {
  const { minLength = 0, pattern, expected = `text that matches ${pattern}`, remedy = 'correct it' } = rule;
  return [
    ...(value.length >= minLength
      ? []
      : [failure(key, `"${value}"`, `${minLength} characters at least`, 'write it out, or leave the property out')]),
    ...(pattern === undefined || new RegExp(pattern).test(value) ? [] : [failure(key, `"${value}"`, expected, remedy)]),
  ];
}

function choiceChecks(key: string, value: string, { values }: KeyRule): readonly Check[] {
  if (values === undefined || values.includes(value)) return [];
  const allowed = values.map((choice) => JSON.stringify(choice)).join(', ');
  return [failure(key, `"${value}"`, `one of ${allowed}`, 'choose one of these')];
}

/** Messages are made where a check fails only: an app may have thousands of components. */
function failure(key: string, value: string, expected: string, remedy: string): Check {
  return { holds: false, message: `${nameOf(key)} is ${value}; expected ${expected}: ${remedy}` };
}
