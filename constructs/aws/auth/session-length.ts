import type { Check } from '../../checks';

const SHORTEST_SECONDS = 900;
const HOUR_SECONDS = 3600;

/** Longest sessions that AWS gives, in seconds. */
export const LONGEST_SESSION = {
  /** Of a role assumed with a key. */
  role: 12 * HOUR_SECONDS,
  /** Of a role assumed by another role. */
  chainedRole: HOUR_SECONDS,
  /** Of GetSessionToken and GetFederationToken. */
  token: 36 * HOUR_SECONDS,
} as const;

/** What the patterns take whose connectors hand out tokens. */
export interface SessionOptions {
  /**
   * How long the tokens are valid that clients get, in seconds, 900 at least.
   * @default an hour for a role, 12 hours for session and federation tokens
   */
  readonly expirationSeconds?: number;
}

/** That AWS gives sessions of that length. */
export function sessionChecks(expirationSeconds: number | undefined, longest: number): readonly Check[] {
  const seconds = expirationSeconds ?? SHORTEST_SECONDS;
  return [
    {
      holds: Number.isInteger(seconds) && seconds >= SHORTEST_SECONDS && seconds <= longest,
      message: `expirationSeconds is ${seconds}; expected a whole number from ${SHORTEST_SECONDS} to ${longest}, which is the longest that AWS gives here: change it`,
    },
  ];
}

/** For a role: how long its sessions may be, where that is more than the hour that AWS allows by default. */
export function maxSessionSeconds(expirationSeconds: number | undefined): number | undefined {
  return expirationSeconds !== undefined && expirationSeconds > HOUR_SECONDS ? expirationSeconds : undefined;
}
