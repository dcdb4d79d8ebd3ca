import type { z } from 'zod';
import type { Environment } from '../environment';
import type { FromVariableOptions } from '../from-variable';
import { frozen, isPlainObject, merge } from '../merge';
import { describeIssue, describeUnknownKey } from './describe-issue';
import { EnvironmentFile, type Mistake } from './environment-file';
import type { SettingsSchema } from './environment-settings';
import { givenTo, keysAt, mergeAsIn } from './schema-shape';
import { pathOf, valueAt, withValueAt, type Key } from './value-path';

const DEFAULTS = 'defaults';

/** How a file with environments is read. */
export interface ReadEnvironmentsOptions<S extends SettingsSchema, N extends string> extends Pick<
  FromVariableOptions,
  'variables'
> {
  /** What the settings are, and what each may be: `environmentSettings`, or `environmentSettings.extend({ ... })`. */
  readonly settings: S;
  /**
   * The environments that the file must have, no more and no fewer. Then each is known by its name to the compiler.
   * @default those that it has
   */
  readonly names?: readonly N[];
}

/**
 * The environments of a YAML or JSON file: `defaults`, and each environment by its name, which the defaults are deep-merged with, as
 * by `defineEnvironments`. `${NAME}` and `${NAME:-text}` in texts stand for environment variables. The result is frozen.
 * @param file relative to the working directory
 * @throws with everything that is wrong in the file, each with line, column and path
 */
export function readEnvironments<S extends SettingsSchema, const N extends string = string>(
  file: string,
  { settings, names, variables }: ReadEnvironmentsOptions<S, N>,
): { readonly [K in N]: z.output<S> & Environment } {
  const source = new EnvironmentFile(file, variables);
  const mistakes = [...source.mistakes];
  const environments: Record<string, unknown> = {};
  const { content } = source;
  if (mistakes.length === 0) mistakes.push(...shapeMistakes(source, names));
  if (mistakes.length === 0 && isPlainObject(content)) {
    const { [DEFAULTS]: defaults, ...others } = content;
    for (const [name, overrides] of Object.entries(others)) {
      const read = readOne(source, settings, name, mergeAsIn(givenTo(settings), defaults ?? {}, overrides ?? {}));
      mistakes.push(...read.mistakes);
      environments[name] = merge(read.value, { name });
    }
  }
  if (mistakes.length > 0) throw new Error(report(source, file, mistakes));
  return frozen(environments) as { readonly [K in N]: z.output<S> & Environment };
}

interface ReadSettings {
  readonly value: unknown;
  readonly mistakes: readonly Mistake[];
}

/** The settings of one environment, the defaults among them. */
function readOne(source: EnvironmentFile, settings: SettingsSchema, name: string, merged: unknown): ReadSettings {
  const place = (path: readonly Key[], value: unknown): readonly Key[] => {
    if (source.has([name, ...path])) return [name, ...path];
    if (valueAt(value, path) !== undefined && source.has([DEFAULTS, ...path])) return [DEFAULTS, ...path];
    return path.length === 0 ? [name] : [...place(path.slice(0, -1), value), ...path.slice(-1)];
  };
  const first = settings.safeParse(merged);
  if (first.success) return { value: first.data, mistakes: [] };
  const texts = first.error.issues.filter(({ path }) => source.isFilledIn(place(pathOf(path), merged)));
  const read = texts.reduce((value, issue) => withTextRead(value, pathOf(issue.path), issue), merged);
  const second = settings.safeParse(read);
  if (second.success) return { value: second.data, mistakes: [] };
  const mistakeAt = (relative: readonly Key[], message: string): Mistake => {
    const path = place(relative, read);
    return { offset: source.offsetOf(path), path, message };
  };
  const mistakes = second.error.issues.flatMap((issue) => {
    const path = pathOf(issue.path);
    if (issue.code !== 'unrecognized_keys') return [mistakeAt(path, describeIssue(issue, valueAt(read, path)))];
    return issue.keys.map((key) => mistakeAt([...path, key], describeUnknownKey(key, keysAt(settings, path))));
  });
  return { value: undefined, mistakes };
}

/** What a variable holds is text. Where the settings want a number, or true or false, it is read as that. */
function withTextRead(value: unknown, path: readonly Key[], issue: z.core.$ZodIssue): unknown {
  const text = valueAt(value, path);
  if (issue.code !== 'invalid_type' || typeof text !== 'string') return value;
  const readable =
    issue.expected === 'boolean' ? /^(true|false)$/ : issue.expected === 'number' ? /^-?\d+(\.\d+)?$/ : /^(?!)/;
  return readable.test(text) ? withValueAt(value, path, JSON.parse(text)) : value;
}

function shapeMistakes(source: EnvironmentFile, names: readonly string[] | undefined): readonly Mistake[] {
  const { content } = source;
  if (!isPlainObject(content)) {
    const message = 'expected keys with values: "defaults", and the name of each environment';
    return [{ offset: 0, path: [], message }];
  }
  const found = Object.keys(content).filter((name) => name !== DEFAULTS);
  const missing = (names ?? []).filter((name) => !found.includes(name));
  const extra = names === undefined ? [] : found.filter((name) => !names.includes(name));
  const empty = found.length === 0 && missing.length === 0;
  return [
    ...(empty
      ? [{ offset: 0, path: [], message: 'there is no environment; expected one at least: add "dev: {}"' }]
      : []),
    ...missing.map((name) => ({
      offset: 0,
      path: [],
      message: `the environment "${name}" is missing; expected ${names?.join(', ')}: add "${name}: {}", or take it out of names`,
    })),
    ...extra.map((name) => ({
      offset: source.offsetOf([name]),
      path: [name],
      message: `the environment "${name}" is not one of ${names?.join(', ')}: rename it, or add it to names`,
    })),
  ];
}

/** Every mistake once, also one in the defaults, which all environments have. */
function report(source: EnvironmentFile, file: string, mistakes: readonly Mistake[]): string {
  const ordered = [...mistakes].sort((a, b) => a.offset - b.offset);
  const lines = [...new Set(ordered.map((mistake) => source.describe(mistake)))];
  return `${file} has ${lines.length === 1 ? 'a mistake' : `${lines.length} mistakes`}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
