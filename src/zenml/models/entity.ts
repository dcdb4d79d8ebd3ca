import type { JsonBody } from '../json';
import type { JsonReader } from '../json-reader';

/** What the server keeps of every object. */
export interface Entity {
  /** UUID, in lower case with dashes. */
  readonly id: string;
  readonly name: string;
  /** When it was created: ISO 8601 in UTC, as the server writes it, without a zone. */
  readonly created: string;
  readonly updated: string;
}

/** An object that belongs to a user. */
export interface OwnedEntity extends Entity {
  /** Null where the user is gone. */
  readonly userId: string | null;
  /** Null where the user is gone or the answer did not name them. */
  readonly userName: string | null;
}

export function readEntity(answer: JsonReader): Entity {
  const body = answer.at('body');
  return {
    id: answer.at('id').string(),
    name: answer.at('name').string(),
    created: body.at('created').string(),
    updated: body.at('updated').string(),
  };
}

/** Servers before 0.84.3 keep the user in the body, later ones its id there and the rest in the resources. */
export function readOwnedEntity(answer: JsonReader): OwnedEntity {
  const older = answer.at('body', 'user');
  const user = older.isAbsent ? answer.at('resources', 'user') : older;
  return {
    ...readEntity(answer),
    userId: answer.at('body', 'user_id').optionalString() ?? user.at('id').optionalString(),
    userName: user.at('name').optionalString(),
  };
}

/** What runs with a component or stack, on servers from 0.90; empty on older ones, which drop what is sent. */
export interface RunSettings {
  /** Environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ids of the secrets whose values become environment variables, in the server's order. */
  readonly secrets: readonly string[];
}

/** `environment` is replaced whole; secrets are added and removed one by one. */
export interface RunSettingsChanges {
  readonly environment?: Readonly<Record<string, string>>;
  readonly addSecrets?: readonly string[];
  readonly removeSecrets?: readonly string[];
}

export function readRunSettings(answer: JsonReader): RunSettings {
  const metadata = answer.at('metadata');
  return {
    environment: metadata.at('environment').record((value) => value.string()),
    secrets: metadata.at('secrets').strings(),
  };
}

export function writeRunSettings(fields: Partial<RunSettings> & RunSettingsChanges): JsonBody {
  return {
    environment: fields.environment,
    secrets: fields.secrets,
    add_secrets: fields.addSecrets,
    remove_secrets: fields.removeSecrets,
  };
}

/** Labels as a map of text; the server writes null for none. It takes any JSON as a label, which is given as its text. */
export function readLabels(answer: JsonReader): Readonly<Record<string, string>> {
  const labels = answer.at('metadata', 'labels').optionalObject();
  return Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
