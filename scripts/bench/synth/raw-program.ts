import { createRequire } from 'node:module';
import path from 'node:path';
import { TerraformElement } from 'cdktf';
import { RawCode } from './raw-code';
import type { Attributes, Blocks, SynthesizedStack } from './synthesized-stacks';

// The bindings are CommonJS, which Node does not find by a folder's name in an import.
const load = createRequire(__filename);
const PART = 20;
const ROOT = path.join(__dirname, '..', '..', '..');

/**
 * A program that makes a Terraform stack as somebody writes it who uses the bindings alone: every block at the top, under the name it has,
 * references by attributes, and functions called once for all places that have the same. It exports `addStack(app, name)`.
 *
 * @param name the stack's own name, which becomes the one that the program is given, wherever it stands
 */
export function rawProgram(name: string, synthesized: SynthesizedStack): string {
  const { resource = {}, data = {}, provider, output = {}, terraform } = synthesized;
  const code = new RawCode(name);
  const classes = new Map<string, string>();
  const imports: string[] = [];
  for (const type of [...Object.keys(provider), ...typesOf(data, 'data.'), ...Object.keys(resource)]) {
    const { module, className } = bindingOf(type);
    classes.set(type, className);
    imports.push(`const { ${className} } = require(${JSON.stringify(module)});`);
  }
  const made = (type: string, id: string, config: string) =>
    `new ${classes.get(type) ?? ''}(stack, ${JSON.stringify(id)}, ${config});`;

  const blocks = new Map([...blocksOf(data, 'data.'), ...blocksOf(resource, '')]);
  const body = Object.entries(provider).flatMap(([type, instances]) =>
    instances.map((instance) => made(type, type, code.config(type, instance))),
  );
  code.onReference = (address) => {
    const dot = address.lastIndexOf('.');
    const type = address.slice(0, dot);
    const config = code.config(type, blocks.get(address) ?? {});
    body.push(...code.takeConstants());
    body.push(`${code.variable(address)} = ${made(type, address.slice(dot + 1), config)}`);
  };
  for (const address of blocks.keys()) code.reference(address);
  for (const [id, { value }] of Object.entries(output)) {
    const options = `{ value: ${code.value(value)}, staticId: true }`;
    body.push(...code.takeConstants(), `new TerraformOutput(stack, ${JSON.stringify(id)}, ${options});`);
  }
  for (const [type, { version }] of Object.entries(terraform.required_providers)) {
    if (type === 'zenml') continue;
    body.push(`stack.addOverride('terraform.required_providers.${type}.version', ${JSON.stringify(version)});`);
  }
  return `'use strict';
const { Fn, TerraformOutput, TerraformStack } = require('cdktf');
${imports.join('\n')}

const parts = [
  ${partsOf(body).join(',\n  ')}
];
exports.addStack = (app, name) => {
  const setting = { stack: new TerraformStack(app, name), name, blocks: [], constants: [] };
  for (const part of parts) part(setting);
};
`;
}

/** Functions of a size that people write, and that V8 compiles well. */
function partsOf(statements: readonly string[]): readonly string[] {
  const starts = Array.from({ length: Math.ceil(statements.length / PART) }, (_, index) => index * PART);
  return starts.map((start) => {
    const part = statements.slice(start, start + PART);
    return `({ stack, name, blocks, constants }) => {\n    ${part.join('\n    ')}\n  }`;
  });
}

/** Where the bindings have a resource (`aws_s3_bucket`), a data source (`data.aws_s3_bucket`) or a provider (`aws`). */
function bindingOf(type: string): { readonly module: string; readonly className: string } {
  const [, data, cloud = '', rest] = /^(data\.)?([a-z]+)_?(.*)$/.exec(type) ?? [];
  const kind = rest ? rest.replaceAll('_', '-') : 'provider';
  const room = cloud === 'zenml' ? path.join(ROOT, 'src', 'bindings') : `@cdktf/provider-${cloud}/lib`;
  const module = `${room}/${data ? `data-${cloud}-` : ''}${kind}`;
  const exported = Object.entries(load(module) as Record<string, unknown>);
  const found = exported.find(
    ([, value]) => typeof value === 'function' && value.prototype instanceof TerraformElement,
  );
  if (!found) throw new Error(`the bindings have no class for ${type}`);
  return { module, className: found[0] };
}

function typesOf(blocks: Blocks, prefix: string): readonly string[] {
  return Object.keys(blocks).map((type) => `${prefix}${type}`);
}

function blocksOf(blocks: Blocks, prefix: string): readonly (readonly [string, Attributes])[] {
  return Object.entries(blocks).flatMap(([type, named]) =>
    Object.entries(named).map(([id, attributes]) => [`${prefix}${type}.${id}`, attributes] as const),
  );
}
