import { readFileIfExists, writeFileAtomically } from '../atomic-file';
import type { ProcessReference } from '../process/process-identity';
import { UserError } from '../user-error';

/** Terraform stacks the quickstart deploys. */
export type StackName = 'dev' | 'local';

/** A server that was started. */
export interface ServerRecord extends ProcessReference {
  readonly port: number;
  /** Hash of what it was started with; another one means that it must be restarted. */
  readonly fingerprint: string;
}

/** A pipeline that ran on a stack. */
export interface Proof {
  readonly stackId: string;
  readonly run: string;
  readonly runId: string;
  readonly artifactUri: string;
}

/** What a quickstart remembers between runs. Holds no secret. */
export interface QuickstartState {
  /** Ports to use again. */
  readonly ports: { readonly zenml?: number; readonly moto?: number };
  readonly servers: { readonly zenml?: ServerRecord; readonly moto?: ServerRecord };
  /** Stacks that a deploy was begun for and no destroy has finished. */
  readonly stacks: readonly StackName[];
  /** Address of the user's server the stacks are registered on; absent for the local one. */
  readonly remoteUrl?: string;
  /** Hash of the provider the lock files were written for. */
  readonly lockedProvider?: string;
  /** A cdktf that may still run after its quickstart was killed. */
  readonly cdktf?: ProcessReference;
  readonly proofs: { readonly dev?: Proof; readonly local?: Proof };
}

const EMPTY: QuickstartState = { ports: {}, servers: {}, stacks: [], proofs: {} };

/** The state in memory, written to its file with every change. */
export class StateFile {
  private constructor(
    private readonly file: string,
    private state: QuickstartState,
  ) {}

  /** Reads the file; a missing one is an empty state. */
  static async open(file: string): Promise<StateFile> {
    const text = await readFileIfExists(file);
    if (text === undefined) return new StateFile(file, EMPTY);
    try {
      const content: unknown = JSON.parse(text);
      if (!isState(content)) throw new SyntaxError('not a state of the quickstart');
      return new StateFile(file, content);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new UserError(
        `${file} is damaged: ${error.message}.`,
        'Restore it from a copy, or remove the folder it lies in (stop the servers that were started from it first) and run the same command again.',
        { cause: error },
      );
    }
  }

  get current(): QuickstartState {
    return this.state;
  }

  /** Changes fields and writes the file. */
  async update(change: Partial<QuickstartState>): Promise<void> {
    this.state = { ...this.state, ...change };
    await writeFileAtomically(this.file, `${JSON.stringify(this.state, undefined, 2)}\n`, 0o600);
  }
}

function isState(value: unknown): value is QuickstartState {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ports' in value &&
    'servers' in value &&
    'stacks' in value &&
    Array.isArray(value.stacks) &&
    'proofs' in value
  );
}
