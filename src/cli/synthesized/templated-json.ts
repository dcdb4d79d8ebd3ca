import { splitExpressions } from './expressions';

/**
 * The value of a JSON text in which expressions stand, as they are in policies and in the `data` of a `restapi_object`. An expression
 * becomes text, whether it stands in quotes or is a value of its own. Undefined for a text that is no JSON.
 */
export function parseTemplatedJson(text: string): unknown {
  let inQuotes = false;
  const pieces = splitExpressions(text).map((piece) => {
    if (piece.kind === 'expression') {
      const quoted = JSON.stringify(piece.text);
      return inQuotes ? quoted.slice(1, -1) : quoted;
    }
    inQuotes = endsInQuotes(piece.text, inQuotes);
    return piece.text;
  });
  try {
    return JSON.parse(pieces.join(''));
  } catch {
    return undefined;
  }
}

function endsInQuotes(text: string, inQuotes: boolean): boolean {
  const quotes = text.replaceAll(/\\./gs, '').split('"').length - 1;
  return quotes % 2 === 0 ? inQuotes : !inQuotes;
}
