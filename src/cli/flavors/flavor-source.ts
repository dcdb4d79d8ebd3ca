import type { DescribedFlavor, DescribedKey } from './described-flavor';
import { docComment } from './doc-comment';
import type { KeyRule } from './key-rule';
import { propertyText } from './names';

/** The interface of a flavor's configuration. */
export function configurationSource({ configurationName, documentation, keys }: DescribedFlavor): string {
  const members = keys.map(memberSource).join('');
  // An empty interface would take anything.
  const body = keys.length === 0 ? '  readonly [key: string]: never;\n' : members;
  return `${docComment(documentation)}export interface ${configurationName} {\n${body}}\n`;
}

/** A key of an interface, with its documentation. */
export function memberSource({ property, type, required, documentation }: DescribedKey): string {
  return `${docComment(documentation, '  ')}  readonly ${propertyText(property)}${required ? '' : '?'}: ${type};\n`;
}

/** The rules of some flavors' keys as an object literal: flavors and keys without rules are left out. */
export function rulesSource(flavors: readonly DescribedFlavor[]): string {
  const entries = flavors.flatMap(({ flavor, keys }) => {
    const rules = keys.flatMap(({ key, rule }) =>
      rule === undefined ? [] : [`    ${propertyText(key)}: ${ruleSource(rule)},\n`],
    );
    return rules.length === 0 ? [] : [`  ${propertyText(flavor)}: {\n${rules.join('')}  },\n`];
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join('')}}`;
}

function ruleSource(rule: KeyRule): string {
  const entries = Object.entries(rule).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${entries.join(', ')} }`;
}

/** The names of `candidates` that a text uses. */
export function namesUsed(text: string, candidates: Iterable<string>): readonly string[] {
  const code = text.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
  return [...candidates].filter((name) => new RegExp(`\\b${name}\\b`).test(code)).sort();
}
