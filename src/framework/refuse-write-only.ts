import { errorDiagnostic, formatPath, type AttributePath, type Diagnostic } from './diagnostics';
import type { Schema } from './schema';
import type { ValueRecord } from './values';
import { walkAttributes } from './walk';

/** What the names of write-only attributes end with, by Terraform's custom, where another attribute is their stored twin. */
const SUFFIX = '_wo';

/**
 * One error for each write-only attribute that a configuration gives a value, known or not. A Terraform older than 1.11
 * would write that value to plan and state.
 */
export function refuseWriteOnly(schema: Schema, config: ValueRecord): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  walkAttributes(
    schema.attributes,
    { config, prior: null, planned: config },
    ({ attribute, path, config: given, planned }) => {
      if (attribute.writeOnly === true && given !== null) diagnostics.push(tooOld(schema, path));
      return planned;
    },
  );
  return diagnostics;
}

function tooOld(schema: Schema, path: AttributePath): Diagnostic {
  const name = formatPath(path);
  const twin = name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : '';
  const instead = Object.hasOwn(schema.attributes, twin)
    ? `Use Terraform 1.11 or newer, or \`${twin}\` instead, whose value lies in the state.`
    : 'Use Terraform 1.11 or newer, or leave it out.';
  return errorDiagnostic(
    'Write-only Attribute Not Supported',
    `\`${name}\` is write-only, which this version of Terraform does not know: its value would be stored in plan and state. ${instead}`,
    path,
  );
}
