import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { GcpAuth } from '../../../../constructs/gcp';

function secret(scope: Construct, name: string): string {
  return new TerraformVariable(scope, name, { type: 'string', sensitive: true }).stringValue;
}

/** Every pattern, with a key of terraform's own and with one that is given. */
export const authPatterns = {
  serviceAccountKey: () => GcpAuth.serviceAccountKey(),
  givenServiceAccountKey: (scope: Construct) =>
    GcpAuth.serviceAccountKey({
      key: {
        serviceAccountJson: secret(scope, 'key'),
        serviceAccountEmail: 'zenml@acme-ml.iam.gserviceaccount.com',
      },
    }),
  impersonation: () => GcpAuth.impersonation(),
  givenImpersonation: (scope: Construct) =>
    GcpAuth.impersonation({
      key: {
        serviceAccountJson: secret(scope, 'key'),
        serviceAccountEmail: 'primary@acme-ml.iam.gserviceaccount.com',
      },
    }),
  workloadIdentityOnAws: () =>
    GcpAuth.workloadIdentity({ aws: { accountId: '715803424590', roleName: 'zenml-0f1e2d3c' } }),
  workloadIdentityByOidc: () =>
    GcpAuth.workloadIdentity({
      oidc: {
        issuerUri: 'https://oidc.example.com/cluster',
        subject: 'system:serviceaccount:zenml:zenml-server',
        tokenSource: { file: '/var/run/secrets/tokens/gcp' },
      },
    }),
  implicit: () => GcpAuth.implicit({ serverPrincipal: 'zenml-server@acme-ml.iam.gserviceaccount.com' }),
  userAccount: (scope: Construct) =>
    GcpAuth.userAccount({ userAccountJson: secret(scope, 'user'), userEmail: 'ada@example.com' }),
  oauth2Token: (scope: Construct) =>
    GcpAuth.oauth2Token({ token: secret(scope, 'token'), expiresAt: '2030-01-31T12:00:00Z' }),
} as const satisfies Record<string, (scope: Construct) => GcpAuth>;

export type AuthPatternName = keyof typeof authPatterns;

export const authPatternNames = Object.keys(authPatterns) as AuthPatternName[];
