import { z } from 'zod';
import { StateBackend } from '../backends/state-backend';

/** A backend as a file has it: `{ s3: { bucket: acme-states, region: eu-west-1, app: platform } }`. */
export const stateBackend = z
  .strictObject({
    local: z.strictObject({ directory: z.string().optional() }).optional(),
    s3: z
      .strictObject({
        bucket: z.string(),
        region: z.string(),
        app: z.string(),
        kmsKeyId: z.string().optional(),
        roleArn: z.string().optional(),
        accountId: z.string().optional(),
      })
      .optional(),
    gcs: z
      .strictObject({
        bucket: z.string(),
        app: z.string(),
        kmsEncryptionKey: z.string().optional(),
        impersonateServiceAccount: z.string().optional(),
      })
      .optional(),
    hcpTerraform: z
      .strictObject({
        organization: z.string(),
        app: z.string(),
        project: z.string().optional(),
        hostname: z.string().optional(),
      })
      .optional(),
  })
  .refine((kinds) => Object.keys(kinds).length === 1, 'expected one of local, s3, gcs, hcpTerraform')
  .transform(({ local, s3, gcs, hcpTerraform }): StateBackend => {
    if (s3 !== undefined) return StateBackend.s3(s3);
    if (gcs !== undefined) return StateBackend.gcs(gcs);
    if (hcpTerraform !== undefined) return StateBackend.hcpTerraform(hcpTerraform);
    return StateBackend.local(local);
  });
