import { z } from 'zod';
import type { ComplianceRule, EnvironmentSettings } from '../environment';
import { stateBackend } from './state-backend-schema';

const PROJECT_ID = 'expected the id of a Google project, such as "acme-ml", neither its number nor its name';

const reason = z.string().optional();
const exceptions = {
  'long-lived-keys': reason,
  'immutable-tags': reason,
  'registry-key': reason,
  'prevent-destroy': reason,
} satisfies Record<ComplianceRule, z.ZodType>;

/**
 * The schema of the settings that every environment has. Those of your own come by
 * `environmentSettings.extend({ region: z.string() })`.
 */
export const environmentSettings = z.strictObject({
  development: z.boolean().optional(),
  allowKeyInState: z.boolean().optional(),
  forceDestroy: z.boolean().optional(),
  accountId: z
    .string()
    .regex(/^\d{12}$/, 'expected the 12 digits of an AWS account')
    .optional(),
  projectId: z
    .string()
    .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, PROJECT_ID)
    .optional(),
  zenmlServerUrl: z
    .string()
    .regex(/^https?:\/\/[^/]/, 'expected an address such as "https://zenml.example.com"')
    .optional(),
  projectName: z.string().optional(),
  team: z.string().optional(),
  costCenter: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  highAvailability: z.boolean().optional(),
  backupEnabled: z.boolean().optional(),
  complianceMode: z.enum(['standard', 'strict']).optional(),
  exceptions: z.strictObject(exceptions).optional(),
  backend: stateBackend.optional(),
  workspace: z.string().optional(),
} satisfies Record<keyof EnvironmentSettings, z.ZodType>);

/** A schema for the settings of environments: `environmentSettings`, or one that extends it. */
export type SettingsSchema = z.ZodType<EnvironmentSettings>;
