import type { JsonObject } from '../../zenml';

/** The first paragraph of what a schema says of itself; empty where it says nothing. */
export function summaryOf({ description }: JsonObject): string {
  return typeof description === 'string' ? (description.split(/\n\s*\n/)[0] ?? '').trim() : '';
}

/** Some models describe their keys in a section of their own description: `    key: what it is`, with deeper lines that go on. */
export function attributeTexts({ description }: JsonObject): ReadonlyMap<string, string> {
  if (typeof description !== 'string') return new Map();
  const section = /^Attributes:\n((?: {4}.*\n?|\n)*)/m.exec(description)?.[1] ?? '';
  const entries = section.split(/\n(?= {4}\S)/).flatMap((entry) => {
    const [, key, text] = /^\s*(\w+): ([\s\S]*)/.exec(entry) ?? [];
    return key === undefined || text === undefined ? [] : [[key, text.trim()] as const];
  });
  return new Map(entries);
}
