import { isKnown } from './known-value';

/** The address of a ZenML server as the provider gives it: without slashes and `/api/v1` at its end, the host in lower case. */
export function serverAddress(url: string): string {
  if (!isKnown(url) || !URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '')}`;
}
