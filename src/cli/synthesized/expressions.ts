/** A piece of a text: what stands there as it is, or an expression that terraform computes. */
export interface TextPiece {
  readonly kind: 'text' | 'expression';
  /** Of an expression with its `${` and `}`. */
  readonly text: string;
}

/** The expressions of a text, without `${` and `}`. */
export function expressionsIn(text: string): readonly string[] {
  return splitExpressions(text).flatMap((piece) => (piece.kind === 'expression' ? [piece.text.slice(2, -1)] : []));
}

/** Takes a text apart at its expressions. `$${` is an escaped `${` and no expression. */
export function splitExpressions(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', at)) {
    if (text[at - 1] === '$') {
      at += 2;
      continue;
    }
    const end = endOfExpression(text, at + 2);
    if (at > start) pieces.push({ kind: 'text', text: text.slice(start, at) });
    pieces.push({ kind: 'expression', text: text.slice(at, end) });
    start = at = end;
  }
  if (start < text.length) pieces.push({ kind: 'text', text: text.slice(start) });
  return pieces;
}

/** The place after the `}` of an expression: braces nest, and those in quotes do not count. */
function endOfExpression(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfQuotes(text, at + 1);
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** The place of the closing quote: expressions in quotes may have quotes of their own. */
function endOfQuotes(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
    else if (text.startsWith('${', at) && text[at - 1] !== '$') at = endOfExpression(text, at + 2) - 1;
  }
  return text.length;
}
