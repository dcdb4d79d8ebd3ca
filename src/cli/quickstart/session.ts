import type { PackageInfo } from '../package-root';
import type { Terraform } from '../terraform/terraform-binary';
import type { QuickstartPaths } from './paths';
import type { QuickstartSecrets } from './secrets-file';
import type { StackName, StateFile } from './state-file';
import type { Target } from './target';

/** What the user asked for. */
export interface QuickstartOptions {
  readonly action: 'up' | 'down';
  readonly directory: string;
  /** Deploy the stack that needs no cloud. */
  readonly local: boolean;
  /** A virtual environment that exists and is used as it is. @default one in the folder, installed and kept up to date */
  readonly venv?: string;
}

/** What every step of a quickstart works with. */
export interface Session {
  readonly packageInfo: PackageInfo;
  readonly paths: QuickstartPaths;
  readonly state: StateFile;
  readonly target: Target;
  readonly stack: StackName;
  /** Whether anything here needs AWS: what is deployed already, or what is about to be. */
  readonly needsAws: boolean;
  /** Whether the virtual environment is the user's, which is never changed. */
  readonly venvIsGiven: boolean;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
  readonly terraform: Terraform;
}

/** The ZenML server of a session, its own or the user's. */
export interface ServerAccess {
  readonly url: string;
  readonly apiKey: string;
  /** Of the server on this machine. */
  readonly secrets?: QuickstartSecrets;
}
