/** A member of a policy as IAM writes it: an address without a kind is that of a service account. */
export function memberOf(principal: string): string {
  return principal.includes(':') ? principal : `serviceAccount:${principal}`;
}
