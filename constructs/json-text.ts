import { Token } from 'cdktf';

/** What JSON can hold. Keys without a value are left out. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** How cdktf writes a token into a string. */
const TOKEN = /(\$\{TfToken\[[^\]]+\]\})/;

/**
 * A value as JSON text, in which terraform fills in what it knows only when it runs: `{"url":${jsonencode(var.url)}}`.
 * `Fn.jsonencode` does not do for objects: cdktf leaves quotes and backslashes in their texts as they are, which is no HCL.
 */
export function jsonText(value: Json): string {
  if (typeof value === 'string') return stringText(value);
  if (Token.isUnresolved(value)) return encoded(Token.asString(value));
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return `[${value.map((item) => jsonText(item ?? null)).join(',')}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries.map(([key, item]) => `${stringText(key)}:${jsonText(item)}`).join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function stringText(text: string): string {
  if (!/[$%]\{/.test(text)) return JSON.stringify(text);
  const parts = text.split(TOKEN).filter((part) => part !== '');
  const inHcl = parts.map((part) => (TOKEN.test(part) ? part : hclString(part)));
  return encoded(inHcl.length === 1 ? inHcl.join('') : `join("", [${inHcl.join(', ')}])`);
}

/** What terraform puts in the place of a token keeps its type: cdktf leaves out the braces of a token within braces. */
function encoded(expression: string): string {
  return `\${jsonencode(${expression})}`;
}

/** HCL has the escapes of JSON but for two. */
function hclString(text: string): string {
  return JSON.stringify(text).replaceAll(/\\(.)/g, (escape, letter: string) =>
    letter === 'b' ? '\\u0008' : letter === 'f' ? '\\u000c' : escape,
  );
}
