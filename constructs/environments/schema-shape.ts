import { z } from 'zod';
import { isPlainObject, merge } from '../merge';
import type { Key } from './value-path';

type Schema = z.core.$ZodType;

/** The keys that a schema knows at a place; none where it has no list of them. */
export function keysAt(schema: Schema, [key, ...rest]: readonly Key[]): readonly string[] {
  const shape = shapeOf(givenTo(schema));
  if (shape === undefined) return [];
  if (key === undefined) return Object.keys(shape);
  const next = shape[key];
  return next === undefined ? [] : keysAt(next, rest);
}

/**
 * Settings with others laid over them. Only keys with values of their own are merged; what the schema has a choice for, or makes a
 * value of, is replaced as a whole, like an instance of a class in TypeScript.
 */
export function mergeAsIn(schema: Schema, base: unknown, overrides: unknown): unknown {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodRecord) return merge(base, overrides);
  const shape = shapeOf(bare);
  if (shape === undefined || !isPlainObject(base) || !isPlainObject(overrides)) return overrides ?? base;
  const entries = Object.entries(overrides).map(([key, value]) => {
    const next = shape[key];
    return [key, next === undefined || base[key] === undefined ? value : mergeAsIn(next, base[key], value)] as const;
  });
  return { ...base, ...Object.fromEntries(entries) };
}

/** What values a schema takes, whatever it makes of them by `transform()`. */
export function givenTo(schema: Schema): Schema {
  const bare = unwrapped(schema);
  return bare instanceof z.ZodPipe ? givenTo(bare.in) : bare;
}

/** What a schema is about, without `optional()` and `default()`. */
function unwrapped(schema: Schema): Schema {
  const { def } = schema._zod;
  return 'innerType' in def ? unwrapped(def.innerType as Schema) : schema;
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  return schema instanceof z.ZodObject ? schema.shape : undefined;
}
