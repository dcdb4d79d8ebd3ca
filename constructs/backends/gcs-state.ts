import { GcsBackend, type TerraformStack } from 'cdktf';
import { addChecks } from '../checks';
import { appCheck, optionsCheck } from './backend-checks';
import { placeOf, type BackendPattern, type StateOwner } from './backend-pattern';

/** Where in Google Cloud Storage states lie. */
export interface GcsStateOptions {
  /** Name of the bucket. `npx cdktf-zenml backend create` makes it. */
  readonly bucket: string;
  /** Name of the app, the first part of where its states lie: several apps may share a bucket. */
  readonly app: string;
  /**
   * Cloud KMS key that states are encrypted with, `projects/.../cryptoKeys/...`.
   * @default the key of the bucket, or one of Google's
   */
  readonly kmsEncryptionKey?: string;
  /**
   * Email of a service account that may read and write the states. Terraform acts as it for the state alone.
   * @default none: the credentials that terraform runs with
   */
  readonly impersonateServiceAccount?: string;
}

const OPTIONS = ['bucket', 'app', 'kmsEncryptionKey', 'impersonateServiceAccount'];

/** Objects in a bucket, `<app>/<environment>/<stack>/default.tfstate`, each locked by one beside it. */
export class GcsState implements BackendPattern {
  readonly label = 'StateBackend.gcs()';

  constructor(private readonly options: GcsStateOptions) {}

  addTo(stack: TerraformStack, owner: StateOwner): void {
    const { bucket, app, kmsEncryptionKey, impersonateServiceAccount } = this.options;
    const backend = new GcsBackend(stack, {
      bucket,
      // A workspace's state is the object <prefix>/<workspace>.tfstate.
      prefix: `${app}/${placeOf(stack, owner)}`,
      kmsEncryptionKey,
      impersonateServiceAccount,
    });
    addChecks(backend, [
      optionsCheck(this.label, this.options, OPTIONS),
      appCheck(this.label, app),
      {
        holds: /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(bucket),
        message: `${this.label} has the bucket "${bucket}"; expected lower-case letters, digits, dots, hyphens and underscores: give the name alone, without gs:// and path`,
      },
      {
        holds:
          kmsEncryptionKey === undefined ||
          /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/.test(kmsEncryptionKey),
        message: `${this.label} has the kmsEncryptionKey "${kmsEncryptionKey ?? ''}"; expected projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>: give its whole name`,
      },
    ]);
  }
}
