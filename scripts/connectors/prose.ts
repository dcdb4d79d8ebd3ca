const WIDTH = 110;

/** The first sentence of a text, on one line and without links. */
export function firstSentence(text: string): string {
  const [first = ''] = plain(text).split(/(?<=\.)\s+(?=[A-Z])/);
  return sentence(first);
}

/** The text with a full stop at its end. */
export function sentence(text: string): string {
  const line = plain(text);
  return line === '' || line.endsWith('.') ? line : `${line}.`;
}

/** A documentation comment of these paragraphs, wrapped. */
export function docComment(paragraphs: readonly string[]): string {
  const lines = paragraphs.flatMap(wrap);
  return lines.length === 1
    ? `/** ${lines.join('')} */`
    : ['/**', ...lines.map((line) => ` * ${line}`), ' */'].join('\n');
}

function plain(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('*/', '* /');
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
