import { KmsCryptoKey } from '@cdktf/provider-google/lib/kms-crypto-key';
import { KmsKeyRing } from '@cdktf/provider-google/lib/kms-key-ring';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { grant } from './grants/grant';
import { keyUseGrants } from './grants/key-grants';
import { keyRingLifecycle } from './replacement-guards';
import { resourceLabels } from './resource-labels';

/** Ninety days, in the form of Google. */
const ROTATION_PERIOD = '7776000s';

/** A key in Cloud KMS. `KmsCryptoKey` and `DataGoogleKmsCryptoKey` of the Google bindings have it. */
export interface IEncryptionKey {
  /** `projects/acme-ml/locations/europe-west1/keyRings/RING/cryptoKeys/KEY`. */
  readonly id: string;
  /**
   * What must exist before it can be used.
   * @default nothing
   */
  readonly dependencies?: readonly ITerraformDependable[];
}

/** Who encrypts and decrypts by a key: a service account of Google's own. */
export interface KeyUser {
  /** Which service it is, in kebab-case. */
  readonly use: string;
  /** `serviceAccount:EMAIL`. */
  readonly member: string;
  /** What must exist before it. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** What a key is made from. */
export interface EncryptionKeyProps {
  /** Of ring and key. Google keeps both names for ever. */
  readonly keyName: string;
  readonly projectId: string;
  /** A region, or a multi-region: `europe`. On a change the plan fails. */
  readonly location: string;
  readonly users: readonly KeyUser[];
  /** Whether terraform refuses to destroy it. What is encrypted by it is lost with it. */
  readonly preventDestroy: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * A key in a ring of its own, renewed every 90 days. Google deletes neither: destroying the key destroys its versions, 30 days
 * later, and its name is taken from then on.
 */
export class EncryptionKey extends Construct implements IEncryptionKey {
  readonly id: string;
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { keyName, projectId, location, users, preventDestroy, labels, dependsOn } = props;
    const ring = new KmsKeyRing(this, 'ring', {
      name: keyName,
      project: projectId,
      location,
      dependsOn: [...dependsOn],
      lifecycle: keyRingLifecycle(location),
    });
    const key = new KmsCryptoKey(this, 'Resource', {
      name: keyName,
      keyRing: ring.id,
      rotationPeriod: ROTATION_PERIOD,
      labels: resourceLabels(labels),
      lifecycle: { preventDestroy },
    });
    this.id = key.id;
    this.dependencies = users.flatMap(({ use, member, dependsOn: before }) =>
      keyUseGrants(this).map((each) => grant(new Construct(this, use), member, { ...each, dependsOn: before })),
    );
  }
}
