import {
  attributePath,
  errorDiagnostic,
  isSet,
  isUnknown,
  mapKeyPath,
  valuesEqual,
  type AttributeValue,
  type Diagnostic,
  type NumberValue,
  type Outcome,
} from '../../framework';
import { writtenMap } from '../attributes/attribute-values';
import { redactDiagnostics } from '../failures/redact-diagnostics';
import type { ConfigurationAttribute } from './state-configuration';

/** A map that a configuration gives in two parts: one that state keeps, and one that Terraform keeps nowhere. */
export interface SplitMap {
  /** `configuration`, `values`; the other two are named after it. */
  readonly name: string;
  readonly plain: ConfigurationAttribute;
  readonly writeOnly: ConfigurationAttribute;
  readonly version: AttributeValue<NumberValue>;
}

/** Both parts together, as the server gets them. */
export function mergedMap({ plain, writeOnly }: SplitMap): Readonly<Record<string, string>> {
  return { ...writtenMap(plain), ...writtenMap(writeOnly) };
}

/** Every value that no message may repeat whatever its key, and the longer texts inside those that are JSON. */
export function writeOnlyTexts({ writeOnly }: SplitMap): readonly string[] {
  return Object.values(writtenMap(writeOnly)).flatMap((text) => [text, ...textsWithin(text)]);
}

/** What came of a write, without a write-only value in its messages. */
export function withoutWriteOnly<T>(outcome: Outcome<T>, split: SplitMap): Outcome<T> {
  return { ...outcome, diagnostics: redactDiagnostics(outcome.diagnostics, writeOnlyTexts(split)) };
}

/**
 * Whether an update has to send the map. Where a part of it is write-only, what is stored there is left alone until its version
 * or the plain part changes.
 */
export function isSent(planned: SplitMap, prior: Omit<SplitMap, 'name' | 'writeOnly'>): boolean {
  return (
    planned.writeOnly === null ||
    !valuesEqual(planned.plain, prior.plain) ||
    !valuesEqual(planned.version, prior.version)
  );
}

/** A write-only part and its version come together, and no key is in both parts. */
export function checkSplitMap({ name, plain, writeOnly, version }: SplitMap): readonly Diagnostic[] {
  const [half, counter] = [`${name}_wo`, `${name}_wo_version`];
  const diagnostics: Diagnostic[] = [];
  if (writeOnly !== null && version === null) {
    const why = `Terraform cannot see a change of it. Set \`${counter}\` to 1, and raise it with every change.`;
    diagnostics.push(missing(counter, `\`${half}\` is set and \`${counter}\` is not. ${why}`));
  }
  if (writeOnly === null && version !== null) {
    const what = `Set \`${half}\` too, or leave \`${counter}\` out.`;
    diagnostics.push(missing(half, `\`${counter}\` is set and \`${half}\` is not. ${what}`));
  }
  const plainKeys = isSet(plain) ? Object.keys(plain) : [];
  const writeOnlyKeys = isUnknown(writeOnly) ? [] : Object.keys(writeOnly ?? {});
  const both = plainKeys.filter((key) => writeOnlyKeys.includes(key));
  return [...diagnostics, ...both.map((key) => givenTwice(key, name))];
}

/** What was said of the whole map, with what concerns a write-only key said of the write-only part. */
export function atItsPart(diagnostics: readonly Diagnostic[], { name, writeOnly }: SplitMap): readonly Diagnostic[] {
  const keys = Object.keys(writtenMap(writeOnly));
  return diagnostics.map((diagnostic) => {
    const [root, step] = diagnostic.path ?? [];
    const concerns =
      root && 'attribute' in root && root.attribute === name && step && 'key' in step && keys.includes(step.key);
    if (!concerns) return diagnostic;
    const detail = diagnostic.detail.replaceAll(`\`${name}\``, `\`${name}_wo\``);
    return { ...diagnostic, detail, path: mapKeyPath(`${name}_wo`, step.key) };
  });
}

function missing(attribute: string, detail: string): Diagnostic {
  return errorDiagnostic('Missing Attribute', detail, attributePath(attribute));
}

function givenTwice(key: string, name: string): Diagnostic {
  return errorDiagnostic(
    'Key Given Twice',
    `The key "${key}" is in \`${name}\` and in \`${name}_wo\`. Leave it out of \`${name}\` where its value is a secret, and out of ` +
      `\`${name}_wo\` otherwise.`,
    mapKeyPath(`${name}_wo`, key),
  );
}

const SHORTEST_TEXT_WITHIN = 12;

function textsWithin(text: string): readonly string[] {
  if (!/^\s*[[{]/.test(text)) return [];
  try {
    return leaves(JSON.parse(text));
  } catch {
    return [];
  }
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length < SHORTEST_TEXT_WITHIN ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
