import { jsonText, type Json } from '../../json-text';

/** Where the ZenML server finds its token: a file, as a pod has it, or an address that answers with it. */
export type TokenSource =
  | {
      /** Path on the server: `/var/run/secrets/tokens/gcp`. */
      readonly file: string;
      /** @default the file is the token */
      readonly format?: TokenFormat;
    }
  | {
      /** Asked by GET. */
      readonly url: string;
      /** @default none */
      readonly headers?: Readonly<Record<string, string>>;
      /** @default the answer is the token */
      readonly format?: TokenFormat;
    };

/** JSON with the token in one of its fields. */
export interface TokenFormat {
  /** Name of the field: `access_token`. */
  readonly jsonField: string;
}

/** What an external account is made from. */
export interface ExternalAccountProps {
  /** `//iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`. */
  readonly audience: string;
  /** The service account whose tokens it gets. */
  readonly serviceAccountEmail: string;
  /** Where an OpenID Connect token comes from; on AWS the server signs with what it runs as. */
  readonly source: 'aws' | TokenSource;
}

/**
 * The credential file of a workload identity as JSON. It holds no secret: it says where the workload finds its proof, and of which
 * service account it gets tokens for that.
 * Source: https://google.aip.dev/auth/4117
 */
export function externalAccount({ audience, serviceAccountEmail, source }: ExternalAccountProps): string {
  return jsonText({
    type: 'external_account',
    audience,
    subject_token_type: source === 'aws' ? AWS_REQUEST : JSON_WEB_TOKEN,
    token_url: 'https://sts.googleapis.com/v1/token',
    service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${serviceAccountEmail}:generateAccessToken`,
    credential_source: source === 'aws' ? awsSource : tokenSource(source),
  });
}

const AWS_REQUEST = 'urn:ietf:params:aws:token-type:aws4_request';
const JSON_WEB_TOKEN = 'urn:ietf:params:oauth:token-type:jwt';

const awsSource = {
  environment_id: 'aws1',
  region_url: 'http://169.254.169.254/latest/meta-data/placement/availability-zone',
  url: 'http://169.254.169.254/latest/meta-data/iam/security-credentials',
  regional_cred_verification_url: 'https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15',
};

function tokenSource({ format, ...source }: TokenSource): Json {
  return {
    ...source,
    format: format ? { type: 'json', subject_token_field_name: format.jsonField } : { type: 'text' },
  };
}
