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

/** What the names of an ML project are derived from. */
export interface ProjectNamesOptions {
  /** That of the base stack, as one expression. */
  readonly basePrefix: string;
  readonly environment: string;
  readonly slug: string;
}

/** The names of what is made for a base stack or a project: the same at every deploy, others in each project, region and environment. */
export class ResourceNames {
  /** Begins them all: `zenml-dev-1a2b3c4d`. */
  readonly prefix: string;
  private readonly environment: string;
  private readonly digits: string;

  private constructor(environment: string, parts: readonly string[]) {
    this.environment = environment;
    this.digits = hexDigits(parts);
    this.prefix = `zenml-${environment}-${this.digits}`;
  }

  /** The names of a base stack. */
  static ofBase({ environment, projectId, region, nameSeed = '' }: ResourceNamesOptions): ResourceNames {
    return new ResourceNames(environment, [projectId, region, environment, nameSeed]);
  }

  /** The names of an ML project on a base stack. */
  static ofProject({ basePrefix, environment, slug }: ProjectNamesOptions): ResourceNames {
    return new ResourceNames(environment, [basePrefix, 'projects', slug]);
  }

  /** The prefix as one expression, which functions of terraform take, where terraform knows it first. */
  get prefixExpression(): string {
    const { digits, environment, prefix } = this;
    return Token.isUnresolved(digits) ? Fn.join('', [`zenml-${environment}-`, digits]) : prefix;
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
