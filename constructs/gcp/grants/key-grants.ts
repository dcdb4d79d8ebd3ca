import type { IEncryptionKey } from '../encryption-key';
import type { Grant } from './grant';

/** Encrypting and decrypting by one key, for the service of Google that keeps what is encrypted. */
export function keyUseGrants(key: IEncryptionKey): readonly Grant[] {
  return [{ use: 'encryption', role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter', on: 'key', key }];
}
