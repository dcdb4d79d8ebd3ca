import type { Check } from './checks';

/** What there is to know of a pattern by which connectors authenticate. */
interface Pattern {
  readonly label: string;
  /** Whether the identity is one that exists already. */
  readonly identityExists?: boolean;
}

/** How a project and its base authenticate, and the words of the cloud for it in the messages. */
export interface ProjectIdentity {
  readonly auth: Pattern | undefined;
  readonly ofBase: Pattern | undefined;
  /** A pattern to take: `AwsAuth.implicit()`. */
  readonly example: string;
  /** What of a pattern may exist already: `an identity`. */
  readonly existing: string;
}

/** That a project has an identity, and that it is its own. */
export function ownIdentityChecks({ auth, ofBase, example, existing }: ProjectIdentity): readonly Check[] {
  const pattern = auth ?? ofBase;
  const shared = pattern !== undefined && pattern === ofBase && pattern.identityExists === true;
  return [
    {
      holds: pattern !== undefined,
      message: `the base has no auth, since its connectors exist already, and the project needs an identity of its own: give it auth, ${example} or another pattern`,
    },
    {
      holds: !shared,
      message: `the auth of the base is ${pattern?.label} with ${existing} that exists already, which would have the permissions of the base and of its projects: give the project auth with an identity of its own`,
    },
  ];
}
