import type { AttributePath, Diagnostic } from './diagnostics';
import type { PlanModifier } from './plan-modifiers';
import type { Type } from './types';
import type { Unknown, Value } from './values';

/** How the attributes of a nested attribute repeat. */
export type NestingMode = 'single' | 'list' | 'set' | 'map';

/** Checks one value at validation time; null and unknown values never reach it. */
export interface Validator<V = Value> {
  validate(value: V, path: AttributePath): readonly Diagnostic[];
}

/** What every attribute says of itself, whatever its type. */
export interface AttributeOptions<V> {
  /** Markdown: what it is, its unit, its default, what a change does. Docs and bindings are made from it. */
  readonly description: string;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  /** Given in the configuration of a resource only: never in plan or state. Needs Terraform 1.11, an older one is refused. */
  readonly writeOnly?: boolean;
  /** Why not to use it any more, and what instead. */
  readonly deprecated?: string;
  /**
   * The planned value where the configuration has none. The attribute must be optional and computed. Null: it has none then; an
   * empty map in state, which an import may have put there, says the same and stays.
   */
  readonly default?: V | null;
  readonly planModifiers?: readonly PlanModifier[];
  readonly validators?: readonly Validator<V>[];
}

/** An attribute of a schema. */
export interface Attribute extends AttributeOptions<Value> {
  readonly type: Type;
  /** For nested attributes: mode and attributes; `type` is then the implied object type. */
  readonly nested?: { readonly mode: NestingMode; readonly attributes: Attributes };
}

/** An attribute that knows the TypeScript type of its value, so that models are inferred from schemas. */
export type TypedAttribute<V> = Attribute & { readonly _value?: V };

export type Attributes = Readonly<Record<string, Attribute>>;

export interface Schema {
  /** Version of the stored state, raised when an upgrade is needed. */
  readonly version: number;
  readonly description: string;
  readonly attributes: Attributes;
}

/** The value of an attribute as configuration, plan or state hold it. */
export type AttributeValue<V> = V | null | Unknown;

/** The object that a schema's attributes describe, with the type of each value. */
export type ModelOf<A extends Attributes> = {
  readonly [K in keyof A]: A[K] extends { readonly _value?: infer V extends Value } ? AttributeValue<V> : never;
};
