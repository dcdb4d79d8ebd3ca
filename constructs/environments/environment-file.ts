import { readFileSync } from 'node:fs';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Scalar,
} from 'yaml';
import { fromVariable, type FromVariableOptions } from '../from-variable';
import type { Key } from './value-path';

/** `${NAME}`, `${NAME:-text}`; a dollar before it has it stand as it is. */
const VARIABLE = /(\$?)\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}/g;

/** What credentials look like, whatever they are called. */
const SECRET_TEXT = /\b(ZENKEY_\w|(AKIA|ASIA)[A-Z0-9]{16}\b)|-----BEGIN |"private_key"/;

const LOOKS_LIKE_A_SECRET =
  'this looks like a credential, and settings lie readable in cdktf.out: revoke it, since it was in a file, and give such values by a TerraformVariable with sensitive: true';

/** What is wrong, and where. */
export interface Mistake {
  /** Bytes before it in the file. */
  readonly offset: number;
  /** Keys from the top of the file: `['prod', 'region']`. */
  readonly path: readonly Key[];
  /** Lower case: what was found, what was expected, what to do. */
  readonly message: string;
}

/** A YAML or JSON file, with the values of variables in it, that knows where everything stands. JSON is read as the YAML that it is. */
export class EnvironmentFile {
  readonly mistakes: readonly Mistake[];
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;
  private readonly filledIn = new Set<Node>();

  /** @throws where there is no such file */
  constructor(
    private readonly name: string,
    private readonly variables: FromVariableOptions['variables'],
  ) {
    this.document = parseDocument(readFileSync(name, 'utf8'), { lineCounter: this.lines, merge: true });
    const errors = this.document.errors.map(({ pos, message }) => ({
      offset: pos[0],
      path: [],
      message: message.split(/ at line \d+/)[0]?.replace(/^./, (first) => first.toLowerCase()) ?? message,
    }));
    this.mistakes = errors.length > 0 ? errors : this.fillIn();
  }

  /** What it holds, as plain values. */
  get content(): unknown {
    const content: unknown = this.document.toJS();
    return content;
  }

  /** Whether something stands there. */
  has(path: readonly Key[]): boolean {
    return this.document.hasIn(path);
  }

  /** Where something stands: its key, or itself where it has none; where it is missing, what it is missing in. */
  offsetOf(path: readonly Key[]): number {
    const parent = this.document.getIn(path.slice(0, -1), true);
    const last = path.at(-1);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => (isScalar(key) ? key.value : key) === last);
      if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
    }
    if (isSeq(parent) && typeof last === 'number') {
      const item = parent.items[last];
      if (isNode(item)) return item.range?.[0] ?? 0;
    }
    return path.length === 0 ? 0 : this.offsetOf(path.slice(0, -1));
  }

  /** Whether the value of a variable stands there. That is text, whatever it is the text of. */
  isFilledIn(path: readonly Key[]): boolean {
    const node = this.document.getIn(path, true);
    return isNode(node) && this.filledIn.has(node);
  }

  /** As a person finds it: `environments.yaml:4:3 prod.region: message`. */
  describe({ offset, path, message }: Mistake): string {
    const { line, col } = this.lines.linePos(offset);
    return `${this.name}:${line}:${col}${path.length > 0 ? ` ${path.join('.')}` : ''}: ${message}`;
  }

  private fillIn(): readonly Mistake[] {
    return scalarsIn(this.document.contents).flatMap(({ node, path }) => {
      if (typeof node.value !== 'string') return [];
      const messages = SECRET_TEXT.test(node.value) ? [LOOKS_LIKE_A_SECRET] : [];
      node.value = node.value.replaceAll(VARIABLE, (text, escape: string, name: string, otherwise?: string) => {
        if (escape !== '') return text.slice(1);
        this.filledIn.add(node);
        try {
          return fromVariable(name, { variables: this.variables, default: otherwise });
        } catch (error) {
          messages.push(error instanceof Error ? error.message : String(error));
          return text;
        }
      });
      return messages.map((message) => ({ offset: node.range?.[0] ?? 0, path, message }));
    });
  }
}

interface Located {
  readonly node: Scalar;
  readonly path: readonly Key[];
}

/** All texts, numbers and the like in a node, with the keys that lead to them. */
function scalarsIn(node: unknown, path: readonly Key[] = []): readonly Located[] {
  if (isScalar(node)) return [{ node, path }];
  if (isSeq(node)) return node.items.flatMap((item, index) => scalarsIn(item, [...path, index]));
  if (isMap(node)) return node.items.flatMap(({ key, value }) => scalarsIn(value, [...path, String(key)]));
  return [];
}
