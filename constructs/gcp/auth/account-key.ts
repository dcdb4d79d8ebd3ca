import { ServiceAccountKey } from '@cdktf/provider-google/lib/service-account-key';
import type { Construct } from 'constructs';
import type { IServiceAccount } from '../service-account';

/** A key of a service account that exists. */
export interface GivenAccountKey {
  /** The key file, as JSON or in base64: a sensitive variable, an ephemeral value or an attribute, never a literal. */
  readonly serviceAccountJson: string;
  /** Whose key it is. It gets the roles that the connectors need. */
  readonly serviceAccountEmail: string;
}

/** What patterns with a key of a service account take. */
export interface AccountKeyOptions {
  /**
   * A key that was made elsewhere.
   * @default terraform makes a service account and a key, which then lies in its state
   */
  readonly key?: GivenAccountKey;
  /**
   * Counts the keys. Raise it to rotate: one apply makes the new key, gives it to the connectors and deletes the old one, in
   * that order. With a `key` of your own, raise it when you have put the new one in its place.
   * @default 1
   */
  readonly keyVersion?: number;
}

/** Has terraform make a key, which it keeps readable in its state. @returns the key file, in base64 */
export function makeAccountKey(
  scope: Construct,
  { serviceAccount, keyVersion }: { readonly serviceAccount: IServiceAccount; readonly keyVersion: number },
): string {
  const key = new ServiceAccountKey(scope, 'key', {
    serviceAccountId: serviceAccount.name,
    keepers: { version: String(keyVersion) },
    // The old key is deleted after everything that refers to this one has it.
    lifecycle: { createBeforeDestroy: true },
  });
  return key.privateKey;
}
