import { TerraformElement, TerraformOutput, TerraformStack, type App } from 'cdktf';
import type { Construct } from 'constructs';
import { writtenConfig, writtenValue, type Element, type Setting, type Written } from './raw-value';
import type { Attributes, Blocks, SynthesizedStack } from './synthesized-stacks';

/** A class of the bindings. */
type ElementClass = new (scope: Construct, id: string, config: unknown) => Element;

/** By the type of a resource (`aws_s3_bucket`), of a data source (`data.aws_s3_bucket`), or of a provider (`aws`). */
export type Classes = ReadonlyMap<string, ElementClass>;

/** Finds the classes of all that a stack has. */
export async function classesOf({ resource = {}, data = {}, provider }: SynthesizedStack): Promise<Classes> {
  const types = [
    ...Object.keys(resource),
    ...Object.keys(data).map((type) => `data.${type}`),
    ...Object.keys(provider),
  ];
  return new Map(await Promise.all(types.map(async (type) => [type, await loadClass(type)] as const)));
}

async function loadClass(address: string): Promise<ElementClass> {
  const [, data, cloud = '', rest] = /^(data\.)?([a-z]+)_?(.*)$/.exec(address) ?? [];
  const kind = rest ? rest.replaceAll('_', '-') : 'provider';
  const module = data ? `data-${cloud}-${kind}` : kind;
  const room = cloud === 'zenml' ? '../../../src/bindings' : `@cdktf/provider-${cloud}/lib`;
  const exported = Object.values((await import(`${room}/${module}`)) as object) as unknown[];
  const found = exported.find(
    (value): value is ElementClass => typeof value === 'function' && value.prototype instanceof TerraformElement,
  );
  if (!found) throw new Error(`the bindings have no class for ${address}`);
  return found;
}

/**
 * A Terraform stack as somebody writes it who uses the bindings alone: every block at the top, under the name it has, references by
 * attributes, and functions called once for all places that have the same.
 */
export class RawStack {
  private readonly blocks: ReadonlyMap<string, Written>;
  private readonly providers: readonly (readonly [string, Written])[];
  private readonly outputs: readonly (readonly [string, Written])[];
  private readonly versions: readonly (readonly [string, unknown])[];

  /** @param name what is replaced by the name of each stack that is made, wherever it stands */
  constructor(
    name: string,
    { resource = {}, data = {}, provider, output = {}, terraform }: SynthesizedStack,
    private readonly classes: Classes,
  ) {
    const written = (attributes: Attributes) => writtenConfig(attributes, name);
    this.blocks = new Map(
      [...blocksOf(data, 'data.'), ...blocksOf(resource, '')].map(([address, block]) => [address, written(block)]),
    );
    this.providers = Object.entries(provider).flatMap(([type, all]) => all.map((one) => [type, written(one)] as const));
    this.outputs = Object.entries(output).map(([id, { value }]) => [id, writtenValue(value, { name, camel: false })]);
    this.versions = Object.entries(terraform.required_providers)
      .filter(([type]) => type !== 'zenml')
      .map(([type, { version }]) => [type, version]);
  }

  addTo(app: App, name: string): void {
    const stack = new TerraformStack(app, name);
    const made = new Map<string, Element>();
    const setting: Setting = {
      name,
      constants: new Map(),
      element: (address) => {
        const known = made.get(address);
        if (known) return known;
        const dot = address.lastIndexOf('.');
        const element = this.make(
          stack,
          address.slice(0, dot),
          address.slice(dot + 1),
          this.blocks.get(address)?.(setting),
        );
        made.set(address, element);
        return element;
      },
    };
    for (const [type, config] of this.providers) this.make(stack, type, type, config(setting));
    for (const address of this.blocks.keys()) setting.element(address);
    for (const [id, value] of this.outputs) new TerraformOutput(stack, id, { value: value(setting), staticId: true });
    for (const [type, version] of this.versions)
      stack.addOverride(`terraform.required_providers.${type}.version`, version);
  }

  private make(stack: TerraformStack, type: string, id: string, config: unknown): Element {
    const elementClass = this.classes.get(type);
    if (!elementClass) throw new Error(`there is no class for ${type}`);
    return new elementClass(stack, id, config);
  }
}

function blocksOf(blocks: Blocks, prefix: string): readonly (readonly [string, Attributes])[] {
  return Object.entries(blocks).flatMap(([type, named]) =>
    Object.entries(named).map(([id, attributes]) => [`${prefix}${type}.${id}`, attributes] as const),
  );
}
