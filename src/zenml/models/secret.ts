import type { JsonReader } from '../json-reader';
import { secretsIn } from '../redact';
import type { Kind } from '../rest-collection';
import { readOwnedEntity, type OwnedEntity } from './entity';
import { isField, isOwner } from './filters';

/** A secret. */
export interface Secret extends OwnedEntity {
  /** Seen by its user alone. */
  readonly private: boolean;
  /** Null in lists, which hold no values. A single value is null where the caller may not read it. */
  readonly values: Readonly<Record<string, string | null>> | null;
}

export interface SecretSpec {
  readonly name: string;
  /** Default: false. */
  readonly private?: boolean;
  readonly values: Readonly<Record<string, string>>;
}

/** `values` are replaced whole. */
export type SecretChanges = Partial<SecretSpec>;

export type SecretFilter = Partial<Pick<Secret, 'name' | 'private' | 'userId'>>;

export const SECRET: Kind<Secret, SecretChanges, SecretFilter> = {
  path: '/secrets',
  read: (answer) => ({
    ...readSecret(answer),
    values: answer.at('body', 'values').record((value) => value.optionalString()),
  }),
  readItem: readSecret,
  write: (fields) => ({ name: fields.name, private: fields.private, values: fields.values }),
  secrets: ({ values }) => secretsIn(values, true),
  filters: { name: isField('name'), private: isField('private'), userId: isOwner },
};

function readSecret(answer: JsonReader): Secret {
  return { ...readOwnedEntity(answer), private: answer.at('body', 'private').boolean(), values: null };
}
