import { Fn } from 'cdktf';
import type { Setting, Written } from './raw-value';

type WrittenList = (setting: Setting) => unknown[];

const TOKEN = /\s*("[^"\\]*"|\d+|[A-Za-z][\w.-]*|[()[\],])/y;

/**
 * A reference, or a call of functions with references, texts and numbers. What it cannot read it takes for the text that it is.
 * @param name what is replaced by the name of the stack, wherever it stands
 */
export function writtenExpression(expression: string, name: string): Written {
  try {
    const tokens = tokensOf(expression);
    const written = read(tokens, name);
    if (tokens.length > 0) throw new SyntaxError(`"${expression}" goes on with ${tokens.join(' ')}`);
    return written;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return literal(`\${${expression}}`, name);
  }
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const [, token] = TOKEN.exec(expression) ?? [];
    if (token === undefined) throw new SyntaxError(`"${expression}" has an operator`);
    tokens.push(token);
  }
  return tokens;
}

function read(tokens: string[], name: string): Written {
  const token = tokens.shift() ?? '';
  if (token.startsWith('"')) return literal(token.slice(1, -1), name);
  if (/^\d/.test(token)) return () => Number(token);
  if (token === '[') return readList(tokens, { end: ']', name });
  if (tokens[0] === '(') {
    tokens.shift();
    return call(token, readList(tokens, { end: ')', name }));
  }
  const [, address, attribute] = /^((?:data\.)?\w+\.[\w-]+)\.(\w+)$/.exec(token) ?? [];
  if (address === undefined || attribute === undefined) throw new SyntaxError(`${token} is no reference`);
  return (setting) => setting.element(address).getStringAttribute(attribute);
}

function readList(tokens: string[], { end, name }: { readonly end: string; readonly name: string }): WrittenList {
  const items: Written[] = [];
  while (tokens[0] !== end) {
    items.push(read(tokens, name));
    if (tokens[0] === ',') tokens.shift();
  }
  tokens.shift();
  return (setting) => items.map((item) => item(setting));
}

function call(name: string, args: WrittenList): Written {
  const found: unknown = Reflect.get(Fn, name);
  if (typeof found !== 'function') throw new SyntaxError(`${name} is no function of cdktf`);
  return (setting): unknown => Reflect.apply(found, Fn, args(setting));
}

function literal(text: string, name: string): Written {
  return text.includes(name) ? (setting) => text.replaceAll(name, setting.name) : () => text;
}
