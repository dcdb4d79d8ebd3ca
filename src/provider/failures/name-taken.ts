import { attributePath, errorDiagnostic, type Diagnostic } from '../../framework';
import type { Difference } from '../life-cycle/differences';

interface NameTaken {
  readonly verb: 'create' | 'update';
  readonly typeName: string;
  /** `stack component "bucket" of type artifact_store` */
  readonly object: string;
  /** What holds the name, as far as the credentials let it be seen. */
  readonly holders: readonly { readonly id: string }[];
  /** Why `adopt_existing` did not take it over, where the provider has that. */
  readonly differences?: readonly Difference[] | undefined;
}

/** The name is taken on the server: how to bring what holds it under management, or else choose another. */
export function nameTaken({ verb, typeName, object, holders: [holder], differences = [] }: NameTaken): Diagnostic {
  const unlike =
    differences.length === 0 ? '' : ` \`adopt_existing\` does not take it over, since ${differences.join('; ')}.`;
  const taken = `The \`name\` is taken: the server already has a ${object}.${unlike} Nothing was changed.`;
  return errorDiagnostic('Name Already Taken', `${taken} ${wayOut(verb, typeName, holder?.id)}`, attributePath('name'));
}

function wayOut(verb: NameTaken['verb'], typeName: string, id: string | undefined): string {
  if (id === undefined) return 'What holds the name is not visible to these credentials: choose another name.';
  if (verb === 'update') return `Choose another name, or rename or delete what holds it first (${id}).`;
  return (
    'To manage the existing one here, add this block, with the address of this resource, and apply again:\n\n' +
    `import {\n  to = ${typeName}.example\n  id = "${id}"\n}\n\nOtherwise choose another name.`
  );
}
