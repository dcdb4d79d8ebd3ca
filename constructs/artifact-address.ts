import { Fn, Token } from 'cdktf';

/** The bucket in the address of an artifact store: `bucket` in `s3://bucket/base`. */
export function bucketIn(address: string): string {
  if (!Token.isUnresolved(address)) return address.split('/')[2] ?? '';
  return Token.asString(Fn.element(Fn.split('/', address), 2));
}

/**
 * What follows the bucket in the address of an artifact store: `base` in `s3://bucket/base`.
 * @returns undefined where an address that is known has nothing there; an empty text where terraform finds nothing
 */
export function prefixIn(address: string): string | undefined {
  if (!Token.isUnresolved(address)) return address.split('/').slice(3).join('/').replace(/\/+$/, '') || undefined;
  const parts = Token.asList(Fn.split('/', address));
  return Fn.join('/', Token.asList(Fn.slice(parts, 3, Fn.lengthOf(parts))));
}

/** A path below a prefix as `prefixIn` gives it. */
export function pathBelow(prefix: string | undefined, path: string): string {
  if (prefix === undefined) return path;
  return Token.isUnresolved(prefix) ? Fn.join('/', Fn.compact([prefix, path])) : `${prefix}/${path}`;
}
