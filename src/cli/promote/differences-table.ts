import Table from 'cli-table3';
import type { Difference } from './compare-environments';

const WIDEST = 48;

/** The differences as a table, with a line that sums them up. */
export function differencesTable(differences: readonly Difference[], from: string, to: string): string {
  if (differences.length === 0) return `Nothing differs between ${from} and ${to} but what their names make differ.`;
  const table = new Table({ head: ['', 'what', 'attribute', from, to], style: { head: [], border: [] } });
  for (const { kind, things, attribute = '', from: before, to: after } of differences) {
    table.push([kind, thingsText(things), cut(attribute), cut(before ?? '-'), cut(after ?? '-')]);
  }
  const count = differences.length === 1 ? '1 difference' : `${differences.length} differences`;
  return `${table.toString()}\n${count} between ${from} and ${to}. What terraform would do: cdktf diff ${to}`;
}

function thingsText([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? cut(first) : `${cut(first)}\nand ${others.length} more`;
}

/** Long values are cut at both ends of a line; --json has them whole. */
function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= WIDEST ? line : `${line.slice(0, WIDEST - 1)}…`;
}
