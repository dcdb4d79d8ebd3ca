import { createHash } from 'node:crypto';
import { Fn, Token } from 'cdktf';

const HEX_DIGITS = 8;

/** Google allows a service account no longer id. */
const ACCOUNT_ID_LENGTH = 30;

/** What names are derived from. */
export interface ResourceNamesOptions {
  readonly environment: string;
  readonly projectId: string;
  readonly region: string;
  /** Tells apart several base stacks of one environment in the same project and region. */
  readonly nameSeed?: string;
}

/** The names of what is made for a base stack: the same at every deploy, others in each project, region and environment. */
export class ResourceNames {
  /** Begins them all: `zenml-dev-1a2b3c4d`. */
  readonly prefix: string;
  private readonly environment: string;
  private readonly digits: string;

  constructor({ environment, projectId, region, nameSeed = '' }: ResourceNamesOptions) {
    this.environment = environment;
    this.digits = hexDigits([projectId, region, environment, nameSeed]);
    this.prefix = `zenml-${environment}-${this.digits}`;
  }

  /** Id of a service account, with as much of the environment's name as its 30 characters leave room for. */
  accountId(use: string): string {
    const room = ACCOUNT_ID_LENGTH - `zenml--${'0'.repeat(HEX_DIGITS)}-${use}`.length;
    return `zenml-${this.environment.slice(0, room).replace(/-+$/, '')}-${this.digits}-${use}`;
  }

  /** Id of a custom role, which has no hyphens. */
  roleId(use: string): string {
    return `zenml_${this.environment.replaceAll('-', '_')}_${this.digits}_${use.replaceAll('-', '_')}`;
  }
}

function hexDigits(parts: readonly string[]): string {
  const text = parts.join('/');
  return Token.isUnresolved(text)
    ? Fn.substr(Fn.sha256(Fn.join('/', [...parts])), 0, HEX_DIGITS)
    : createHash('sha256').update(text).digest('hex').slice(0, HEX_DIGITS);
}
