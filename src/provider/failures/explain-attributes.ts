import { attributePath, errorDiagnostic, type Diagnostic, type Schema } from '../../framework';
import type { ZenmlError } from '../../zenml';
import { complaintsOf } from './refusal';

/** What a server calls otherwise in requests than we do in schemas. */
const ATTRIBUTE_OF_FIELD: Readonly<Record<string, string>> = {
  connector: 'connector_id',
  connector_type: 'type',
  resource_types: 'resource_type',
  flavor_name: 'flavor',
};

/** A refusal of the request's own fields, each at its attribute; undefined where the server names no field of ours. */
export function explainRefusedAttributes(error: ZenmlError, schema: Schema): readonly Diagnostic[] | undefined {
  if (error.code !== 'invalid' || error.detail === undefined) return undefined;
  const diagnostics = complaintsOf(error.detail).flatMap(({ location: [field = '', ...inner], message }) => {
    const attribute = ATTRIBUTE_OF_FIELD[field] ?? field;
    if (!Object.hasOwn(schema.attributes, attribute)) return [];
    const place = inner.length === 0 ? '' : ` (at ${[field, ...inner].join('.')})`;
    return [
      errorDiagnostic(
        'Invalid Attribute Value',
        `The server refused \`${attribute}\`${place}: ${message.replace(/\.$/, '')}. Correct it and apply again.`,
        attributePath(attribute),
      ),
    ];
  });
  return diagnostics.length > 0 ? diagnostics : undefined;
}
