import { attributePath, errorDiagnostic, type AttributePath, type Diagnostic } from '../../framework';
import type { ZenmlError } from '../../zenml';
import { asSentence } from './describe-failure';

/** The object that an attribute refers to is not on the server; undefined for any other error. */
export function missingReference(
  error: ZenmlError,
  attribute: string,
  object: string,
  path: AttributePath = attributePath(attribute),
): readonly Diagnostic[] | undefined {
  if (error.code !== 'not_found') return undefined;
  return [
    errorDiagnostic(
      'Referenced Object Not Found',
      `The server has no ${object} as \`${attribute}\` names it: ${asSentence(error.detail ?? error.message)} ` +
        'Refer to the `id` of a resource or data source, so that it exists first. Nothing was changed.',
      path,
    ),
  ];
}
