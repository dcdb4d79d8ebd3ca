import type { Diagnostic } from './diagnostics';
import type { Schema } from './schema';
import { isSet, type ValueRecord } from './values';
import { walkAttributes } from './walk';

/** Runs every attribute's validators on the values that are set and known. Terraform itself has checked names and types. */
export function validateAttributes(schema: Schema, config: ValueRecord): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  walkAttributes(schema.attributes, { config, prior: null, planned: config }, ({ attribute, path, planned }) => {
    if (isSet(planned)) {
      for (const validator of attribute.validators ?? []) diagnostics.push(...validator.validate(planned, path));
    }
    return planned;
  });
  return diagnostics;
}
