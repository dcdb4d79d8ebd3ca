import { randomBytes } from 'node:crypto';
import { readFileIfExists, writeFileAtomically } from '../atomic-file';

/** The throw-away secrets of the local server. */
export interface QuickstartSecrets {
  readonly password: string;
  readonly jwtSecret: string;
  /** Of the service account; absent until the server has issued it. */
  readonly apiKey?: string;
}

/** Reads the secrets, or makes new ones. The file is readable by its owner only. */
export async function ensureSecrets(file: string): Promise<QuickstartSecrets> {
  const text = await readFileIfExists(file);
  if (text !== undefined) {
    const known: unknown = JSON.parse(text);
    if (isSecrets(known)) return known;
  }
  const made = { password: randomBytes(12).toString('hex'), jwtSecret: randomBytes(32).toString('hex') };
  await saveSecrets(file, made);
  return made;
}

/** Writes the secrets. */
export async function saveSecrets(file: string, secrets: QuickstartSecrets): Promise<void> {
  await writeFileAtomically(file, `${JSON.stringify(secrets, undefined, 2)}\n`, 0o600);
}

function isSecrets(value: unknown): value is QuickstartSecrets {
  return (
    typeof value === 'object' &&
    value !== null &&
    'password' in value &&
    typeof value.password === 'string' &&
    'jwtSecret' in value &&
    typeof value.jwtSecret === 'string'
  );
}
