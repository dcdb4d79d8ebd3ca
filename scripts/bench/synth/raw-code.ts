import { Fn } from 'cdktf';
import type { Attributes } from './synthesized-stacks';

/** Attributes whose keys are the user's: of our resources, and of those of the clouds. */
const OUR_MAPS = ['additional_components', 'components', 'configuration', 'configuration_wo', 'environment', 'labels'];
const THEIR_MAPS = ['labels', 'tags'];
const REFERENCE = /^(?:data\.)?\w+\.[\w-]+\.\w+$/;
const TOKENS = /\s*("[^"\\]*"|\d+|[A-Za-z][\w.-]*|[()[\],])/g;

/** Writes values as JavaScript that makes them with the bindings. */
export class RawCode {
  /** Called before what it has the address of is first used. */
  onReference: (address: string) => void = () => undefined;
  private readonly variables = new Map<string, string>();
  private readonly constants = new Map<string, string>();
  private written: string[] = [];

  /** @param name what becomes the variable `name`, wherever it stands */
  constructor(private readonly name: string) {}

  config(type: string, { depends_on, ...attributes }: Attributes): string {
    const config = this.value(attributes, type.includes('zenml') ? OUR_MAPS : THEIR_MAPS);
    if (!Array.isArray(depends_on)) return config;
    const others = depends_on.map((address) => this.reference(String(address)));
    return `{ ...${config}, dependsOn: [${others.join(', ')}] }`;
  }

  /**
   * @param maps the attributes whose keys are the user's; the others the bindings have in camel case
   * @default all keys are the user's
   */
  value(value: unknown, maps?: readonly string[]): string {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return `[${value.map((item) => this.value(item, maps)).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const entries = Object.entries(value).map(([key, item]) => {
      const property = maps ? key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) : key;
      return `${JSON.stringify(property)}: ${this.value(item, maps?.includes(key) === true ? undefined : maps)}`;
    });
    return `{ ${entries.join(', ')} }`;
  }

  /** The variable of a block, which is made first. */
  reference(address: string): string {
    if (!this.variables.has(address)) {
      this.variables.set(address, `blocks[${this.variables.size}]`);
      this.onReference(address);
    }
    return this.variable(address);
  }

  variable(address: string): string {
    return this.variables.get(address) ?? '';
  }

  /** The constants that what was written since the last call needs. */
  takeConstants(): readonly string[] {
    const { written } = this;
    this.written = [];
    return written;
  }

  private text(text: string): string {
    const parts = text.split(new RegExp(`(\\$\\{[^{}]+\\}|${this.name})`)).filter((part) => part !== '');
    const [only = '', ...others] = parts.map((part) => {
      const expression = /^\$\{(.*)\}$/.exec(part)?.[1];
      return expression === undefined ? this.literal(part) : this.expression(expression);
    });
    return others.length === 0 ? only || "''" : [only, ...others].join(' + ');
  }

  private literal(text: string): string {
    const quoted = JSON.stringify(text);
    return text.includes(this.name) ? quoted.replaceAll(this.name, '" + name + "') : quoted;
  }

  /** What it cannot read it takes for the text that it is. */
  private expression(expression: string): string {
    const tokens = expression.match(TOKENS)?.map((token) => token.trim()) ?? [];
    const names = tokens.filter((token, index) => /^[A-Za-z]/.test(token) && tokens[index + 1] !== '(');
    const isKnown = names.every((token) => REFERENCE.test(token));
    if (!isKnown || tokens.join('') !== expression.replaceAll(/\s/g, '')) return this.literal(`\${${expression}}`);
    if (!expression.includes('(')) return this.read(tokens);
    const known = this.constants.get(expression);
    if (known !== undefined) return known;
    const call = this.read(tokens);
    const constant = `constants[${this.constants.size}]`;
    this.constants.set(expression, constant);
    this.written.push(`${constant} = ${call};`);
    return constant;
  }

  private read(tokens: string[]): string {
    const token = tokens.shift() ?? '';
    if (token.startsWith('"')) return this.literal(token.slice(1, -1));
    if (/^\d/.test(token)) return token;
    if (token === '[') return `[${this.readList(tokens, ']')}]`;
    if (tokens[0] === '(') {
      tokens.shift();
      if (!(token in Fn)) throw new Error(`cdktf has no function ${token}`);
      return `Fn.${token}(${this.readList(tokens, ')')})`;
    }
    const dot = token.lastIndexOf('.');
    return `${this.reference(token.slice(0, dot))}.getStringAttribute(${JSON.stringify(token.slice(dot + 1))})`;
  }

  private readList(tokens: string[], end: string): string {
    const items: string[] = [];
    while (tokens[0] !== end) {
      items.push(this.read(tokens));
      if (tokens[0] === ',') tokens.shift();
    }
    tokens.shift();
    return items.join(', ');
  }
}
