import { Fn } from 'cdktf';

const HEX_DIGITS = 8;

/** What a prefix is derived from. */
export interface ResourcePrefixOptions {
  readonly environment: string;
  readonly accountId: string;
  readonly region: string;
  /** Tells apart several base stacks of one environment in the same account and region. */
  readonly nameSeed?: string;
}

/**
 * `zenml-dev-1a2b3c4d`: the same at every deploy, another one in each account, region and environment. The digits come from
 * a hash that terraform computes during plan, when it knows the account.
 */
export function resourcePrefix({ environment, accountId, region, nameSeed = '' }: ResourcePrefixOptions): string {
  const hash = Fn.sha256(Fn.join('/', [accountId, region, environment, nameSeed]));
  return `zenml-${environment}-${Fn.substr(hash, 0, HEX_DIGITS)}`;
}
