import type { Check } from '../../checks';

const HOUR_SECONDS = 3600;

/** Longest sessions of roles that AWS gives, in seconds. */
export const LONGEST_SESSION = {
  /** Of a role assumed with a key. */
  role: 12 * HOUR_SECONDS,
  /** Of a role assumed by another role. */
  chainedRole: HOUR_SECONDS,
} as const;

/** What the patterns take whose connectors hand out tokens. */
export interface SessionOptions {
  /**
   * How long the tokens are valid that clients get, in seconds, 900 at least.
   * @default an hour for a role, 12 hours for session and federation tokens
   */
  readonly expirationSeconds?: number;
}

/** That AWS gives sessions of a role of that length. */
export function sessionChecks(expirationSeconds: number | undefined, longest: number): readonly Check[] {
  return [
    {
      holds: expirationSeconds === undefined || expirationSeconds <= longest,
      message: `expirationSeconds is ${expirationSeconds}; AWS gives sessions of ${longest} seconds at most here: shorten it`,
    },
  ];
}

/** For a role: how long its sessions may be, where that is more than the hour that AWS allows by default. */
export function maxSessionSeconds(expirationSeconds: number | undefined): number | undefined {
  return expirationSeconds !== undefined && expirationSeconds > HOUR_SECONDS ? expirationSeconds : undefined;
}
