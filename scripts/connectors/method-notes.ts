/** What a server does not tell of an authentication method. */
export interface MethodNote {
  /** What the connector stores. */
  readonly credential: 'long-lived-key' | 'expiring-token' | 'none';
  /** Whether a server refuses the method unless it is started with ZENML_ENABLE_IMPLICIT_AUTH_METHODS. */
  readonly needsImplicitAuth?: true;
  /** Checks of constructs/connectors/auth-checks.ts that take the props of the method. */
  readonly checks?: readonly string[];
}

const LONG_LIVED_KEY: MethodNote = { credential: 'long-lived-key' };
const EXPIRING_TOKEN: MethodNote = { credential: 'expiring-token' };
const WHAT_THE_SERVER_RUNS_AS: MethodNote = { credential: 'none', needsImplicitAuth: true };

/** By `type/method`. Generation fails for a method that is missing here. */
export const METHOD_NOTES: Readonly<Record<string, MethodNote>> = {
  'aws/implicit': WHAT_THE_SERVER_RUNS_AS,
  'aws/secret-key': LONG_LIVED_KEY,
  'aws/sts-token': EXPIRING_TOKEN,
  // These hand out tokens that expire, and keep the key that they are made from.
  'aws/iam-role': LONG_LIVED_KEY,
  'aws/session-token': LONG_LIVED_KEY,
  'aws/federation-token': LONG_LIVED_KEY,
  'azure/implicit': WHAT_THE_SERVER_RUNS_AS,
  'azure/service-principal': LONG_LIVED_KEY,
  'azure/access-token': EXPIRING_TOKEN,
  'docker/password': LONG_LIVED_KEY,
  'gcp/implicit': WHAT_THE_SERVER_RUNS_AS,
  'gcp/user-account': LONG_LIVED_KEY,
  'gcp/service-account': LONG_LIVED_KEY,
  'gcp/external-account': { ...WHAT_THE_SERVER_RUNS_AS, checks: ['checkExternalAccount'] },
  'gcp/oauth2-token': EXPIRING_TOKEN,
  'gcp/impersonation': LONG_LIVED_KEY,
  'hyperai/rsa-key': LONG_LIVED_KEY,
  'hyperai/dsa-key': LONG_LIVED_KEY,
  'hyperai/ecdsa-key': LONG_LIVED_KEY,
  'hyperai/ed25519-key': LONG_LIVED_KEY,
  'kubernetes/password': LONG_LIVED_KEY,
  // A token of a service account or a client certificate; which of them, and whether it expires, the method does not say.
  'kubernetes/token': { ...LONG_LIVED_KEY, checks: ['checkKubernetesCredential'] },
  'oauth2/client-credentials': { ...LONG_LIVED_KEY, checks: ['checkTokenRequest'] },
  'oauth2/refresh-token': { ...LONG_LIVED_KEY, checks: ['checkTokenRequest'] },
  'oauth2/token': EXPIRING_TOKEN,
};

/**
 * Keys that a server treats as secrets and that are none: names, ids, certificates of authorities, and the configuration of a
 * workload identity, in which there is no credential. They may be written down, and a change of one needs no new version.
 */
export const NO_SECRETS: readonly string[] = [
  'aws/aws_access_key_id',
  'docker/username',
  'gcp/external_account_json',
  'kubernetes/certificate_authority',
  'kubernetes/username',
];
