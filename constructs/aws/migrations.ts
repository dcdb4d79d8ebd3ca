import { Token, type Postcondition } from 'cdktf';
import type { IEncryptionKey } from './encryption-key';

/** Where the steps are that a refused change points to. */
const GUIDE = 'docs/guides/migrations.md';

/** That a bucket which has a key of the account's own does not lose it. */
export const KEEPS_ITS_KEY: Postcondition = {
  condition:
    '${alltrue(flatten([for c in self.server_side_encryption_configuration : [for r in c.rule : [for d in r.apply_server_side_encryption_by_default : d.sse_algorithm != "aws:kms"]]]))}',
  errorMessage: `The bucket \${self.bucket} is encrypted with a KMS key of your own, and is to lose it. What is in it stays encrypted with that key, and would be lost with it. Keep the key: give it as encryptionKey, a DataAwsKmsKey. The steps are in ${GUIDE}#a-bucket-loses-its-key.`,
};

/** That a repository has the key that it should have, which ECR settles when it makes one. */
export function keepsRegistryKey(key: IEncryptionKey | undefined): Postcondition[] {
  const shall = key ? 'another KMS key' : "a key of AWS's own";
  const every = (wanted: string): Postcondition => ({
    condition: `\${alltrue([for e in self.encryption_configuration : ${wanted}])}`,
    errorMessage: `The repository \${self.name} was made with the encryption \${join(", ", [for e in self.encryption_configuration : e.encryption_type])}, and is to have ${shall}. ECR changes that of no repository: terraform would have to delete it with all its images. Keep what it has (as an exception, 'registry-key'), or make a repository beside it, copy the images, and give that one as repository. The steps are in ${GUIDE}#a-registry-changes-its-key.`,
  });
  if (!key) return [every('e.encryption_type == "AES256"')];
  // Two, since terraform leaves open during plan whatever asks for the ARN of a key that is yet to be made.
  return [every('e.encryption_type == "KMS"'), every(`e.kms_key == ${quoted(key.arn)}`)];
}

/** That a bucket stays where it is. */
export function staysIn(region: string): Postcondition {
  return {
    condition: `\${self.region == ${quoted(region)}}`,
    errorMessage: `The bucket \${self.bucket} is in \${self.region}, and is to be in ${region}. A bucket cannot be moved. If it is a replica, switch highAvailability off and deploy, which keeps the replica and makes terraform forget it; then switch it on again with the other region. The steps are in ${GUIDE}#a-replica-moves.`,
  };
}

/** A text in an expression, in which a reference stands as it is. */
function quoted(text: string): string {
  return Token.isUnresolved(text) ? text : JSON.stringify(text);
}
