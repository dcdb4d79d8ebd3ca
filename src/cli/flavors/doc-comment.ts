const WIDTH = 120;

/** A doc comment of some paragraphs, wrapped and indented; empty ones are left out. */
export function docComment(paragraphs: readonly string[], indent = ''): string {
  const lines = paragraphs.flatMap((paragraph) => wrapped(clean(paragraph), WIDTH - indent.length));
  const [first] = lines;
  if (first === undefined) return '';
  if (lines.length === 1) return `${indent}/** ${first} */\n`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`, ''].join('\n');
}

/** Nothing in a description may end the comment, and tabs and line breaks mean nothing. */
function clean(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/').trim();
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
