import { warningDiagnostic, type Diagnostic, type PrivateState, type Schema, type ValueRecord } from '../../framework';
import { isZenmlError, type CreateOptions } from '../../zenml';
import { nameTaken } from '../failures/name-taken';
import { differencesBetween, type Difference } from './differences';

/** The create of an object whose name nothing else may have. */
export interface Creation<M extends ValueRecord, T extends { readonly id: string }> {
  readonly typeName: string;
  /** `stack component "bucket" of type artifact_store` */
  readonly object: string;
  readonly schema: Schema;
  /** The plan, with its write-only values in the attributes that they belong to. */
  readonly wanted: M;
  /** `adopt_existing` of the provider. */
  readonly adopts: boolean;
  readonly create: (options: Pick<CreateOptions<T>, 'isSame'>) => Promise<T>;
  /** Everything that has the name. */
  readonly holders: () => Promise<readonly T[]>;
  /** The object with what lists leave out. Default: as it was found. */
  readonly whole?: (holder: T) => Promise<T | null>;
  /** What state would hold of the object, were it the planned one. */
  readonly stateOf: (held: T) => M;
  /** What else can be done about a taken name; undefined where nothing can. */
  readonly otherwise?: (holders: readonly T[]) => Promise<Created<T> | undefined>;
  /** What is said where the name stays with what has it. Default: how to import that. */
  readonly refuse?: (taken: Taken<T>) => Diagnostic;
}

/** A name that stays with what has it. */
export interface Taken<T> {
  readonly holders: readonly T[];
  /** Why the one that has it was not taken over; undefined where that was not asked. */
  readonly differences: readonly Difference[] | undefined;
}

/** An object that was created or taken over; without one, the diagnostics say why not. */
export interface Created<T> {
  readonly held?: T;
  readonly privateState?: PrivateState;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Creates an object. Where its name is taken, it is taken over if the provider adopts and every planned value is as it is there,
 * and is an error with an import block otherwise.
 */
export async function createOrAdopt<M extends ValueRecord, T extends { readonly id: string }>(
  creation: Creation<M, T>,
): Promise<Created<T>> {
  const { typeName, object, adopts, create, holders: find, otherwise, refuse } = creation;
  try {
    const isSame = async (candidate: T) => (await differencesOf(creation, candidate))?.length === 0;
    return { held: await create({ isSame }), diagnostics: [] };
  } catch (error) {
    if (!isZenmlError(error, 'conflict')) throw error;
    const holders = await visible(find);
    const other = await otherwise?.(holders);
    if (other !== undefined) return other;
    const [holder, second] = holders;
    const isOne = holder !== undefined && second === undefined;
    const differences = adopts && isOne ? await differencesOf(creation, holder) : undefined;
    if (holder !== undefined && differences?.length === 0)
      return { held: holder, diagnostics: [adopted(object, holder.id)] };
    const taken = { holders, differences };
    return { diagnostics: [refuse?.(taken) ?? nameTaken({ verb: 'create', typeName, object, ...taken })] };
  }
}

/** Where the holders cannot be looked up, the taken name is what the user must know. */
async function visible<T>(find: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await find();
  } catch (error) {
    if (isZenmlError(error)) return [];
    throw error;
  }
}

/** What is otherwise than planned; undefined where the object is gone. */
async function differencesOf<M extends ValueRecord, T extends { readonly id: string }>(
  { wanted, schema, whole, stateOf }: Creation<M, T>,
  holder: T,
): Promise<readonly Difference[] | undefined> {
  const held = whole === undefined ? holder : await whole(holder);
  return held === null ? undefined : differencesBetween(wanted, stateOf(held), schema);
}

function adopted(object: string, id: string): Diagnostic {
  return warningDiagnostic(
    'Existing Object Taken Over',
    `The server already had the ${object} (${id}), exactly as planned. It is managed here from now on, since the provider has ` +
      '`adopt_existing = true`.',
    [{ attribute: 'name' }],
  );
}
