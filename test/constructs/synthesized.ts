import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Testing, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { ZenmlProvider } from '../../src/bindings/provider';

/** Attributes of a resource, as the synthesized JSON holds them. */
export type ResourceAttributes = Readonly<Record<string, unknown>>;

/** A synthesized Terraform stack. */
export interface Synthesized {
  readonly text: string;
  readonly configuration: {
    readonly resource?: Readonly<Record<string, Readonly<Record<string, ResourceAttributes>>>>;
    readonly data?: Readonly<Record<string, Readonly<Record<string, ResourceAttributes>>>>;
    readonly output?: Readonly<Record<string, { readonly value: unknown }>>;
    readonly provider?: Readonly<Record<string, readonly unknown[]>>;
    readonly terraform?: {
      readonly required_providers?: Readonly<Record<string, unknown>>;
      readonly backend?: Readonly<Record<string, unknown>>;
    };
  };
}

/** A Terraform stack in an app of its own, with the providers and what `build` puts into it. */
export function stackWith(build: (scope: Construct) => void, id = 'test'): TerraformStack {
  const stack = new TerraformStack(Testing.app(), id);
  new AwsProvider(stack, 'aws-provider', { region: 'us-east-1' });
  new ZenmlProvider(stack, 'zenml-provider');
  build(stack);
  return stack;
}

/** Synthesizes a stack, its checks included. */
export function synthesize(stack: TerraformStack): Synthesized {
  const text = Testing.synth(stack, true);
  return { text, configuration: JSON.parse(text) as Synthesized['configuration'] };
}

/** Synthesizes what `build` makes. */
export function synthesized(build: (scope: Construct) => void): Synthesized {
  return synthesize(stackWith(build));
}

/** All resources of a type. */
export function resourcesOf({ configuration }: Synthesized, type: string): ResourceAttributes[] {
  return Object.values(configuration.resource?.[type] ?? {});
}

/** The one resource of a type; fails where there is another number. */
export function onlyResource(synth: Synthesized, type: string): ResourceAttributes {
  const [resource, ...others] = resourcesOf(synth, type);
  if (resource === undefined || others.length > 0) {
    throw new Error(`expected one ${type}, found ${others.length + (resource === undefined ? 0 : 1)}`);
  }
  return resource;
}

/** The one data source of a type; fails where there is another number. */
export function onlyDataSource({ configuration, text }: Synthesized, type: string): ResourceAttributes {
  return onlyResource({ text, configuration: { resource: configuration.data } }, type);
}

/** One statement of a policy. */
export interface StatementJson {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: readonly string[];
  readonly Principal?: Readonly<Record<string, readonly string[]>>;
  readonly Condition?: unknown;
}

/** The statements of a policy document in an attribute. */
export function statementsIn(attributes: ResourceAttributes, attribute = 'policy'): readonly StatementJson[] {
  const text = attributes[attribute];
  if (typeof text !== 'string') throw new Error(`${attribute} is no text`);
  return (JSON.parse(withoutQuotesInReferences(text)) as { Statement: readonly StatementJson[] }).Statement;
}

/** Functions in references have quoted arguments, which are no JSON before terraform evaluates them. */
function withoutQuotesInReferences(text: string): string {
  return text.replaceAll(/\$\{[^}]*\}/g, (reference) => reference.replaceAll('"', "'"));
}
