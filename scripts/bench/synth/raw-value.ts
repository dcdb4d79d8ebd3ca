import type { ITerraformDependable, TerraformElement } from 'cdktf';
import { writtenExpression } from './raw-expression';
import type { Attributes } from './synthesized-stacks';

/** Attributes whose keys are the user's. */
const MAPS = [
  'additional_components',
  'components',
  'configuration',
  'configuration_wo',
  'environment',
  'labels',
  'tags',
];
/** Something that others refer to. */
export type Element = TerraformElement & ITerraformDependable & { getStringAttribute(name: string): string };

/** Where a value is made: the Terraform stack's name, and the elements that it refers to. */
export interface Setting {
  readonly name: string;
  /** By the expression. */
  readonly constants: Map<string, unknown>;
  element(address: string): Element;
}
/** A value of a program, as it is written there. */
export type Written = (setting: Setting) => unknown;

/** The configuration of a block. */
export function writtenConfig({ depends_on, ...attributes }: Attributes, name: string): Written {
  const config = writtenValue(attributes, { name, camel: true });
  if (!Array.isArray(depends_on)) return config;
  return (setting) => ({
    ...(config(setting) as object),
    dependsOn: depends_on.map((address) => setting.element(String(address))),
  });
}

/** @param options.camel whether its keys are attributes, written in camel case, and not the user's own */
export function writtenValue(value: unknown, options: { readonly name: string; readonly camel: boolean }): Written {
  if (typeof value === 'string') return writtenText(value, options.name);
  if (Array.isArray(value)) {
    const items = value.map((item) => writtenValue(item, options));
    return (setting) => items.map((item) => item(setting));
  }
  if (typeof value !== 'object' || value === null) return () => value;
  const entries = Object.entries(value).map(([key, item]) => {
    const camel = options.camel && !MAPS.includes(key);
    return [options.camel ? camelCase(key) : key, writtenValue(item, { ...options, camel })] as const;
  });
  return (setting) => Object.fromEntries(entries.map(([key, item]) => [key, item(setting)]));
}

function writtenText(text: string, name: string): Written {
  const parts = text
    .split(new RegExp(`(\\$\\{[^{}]+\\}|${name})`))
    .filter((part) => part !== '')
    .map((part) => {
      if (part === name) return (setting: Setting) => setting.name;
      const expression = /^\$\{(.*)\}$/.exec(part)?.[1];
      return expression === undefined ? () => part : writtenOnce(expression, name);
    });
  const [first, ...others] = parts;
  if (!first) return () => '';
  return others.length === 0 ? first : (setting) => parts.map((part) => part(setting)).join('');
}

/** A reference where it stands; what calls a function as a constant of the stack. */
function writtenOnce(expression: string, name: string): Written {
  const written = writtenExpression(expression, name);
  if (!expression.includes('(')) return written;
  return (setting) => {
    const known = setting.constants.get(expression);
    if (known !== undefined) return known;
    const value = written(setting);
    setting.constants.set(expression, value);
    return value;
  };
}

function camelCase(key: string): string {
  return key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
