import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import type { RunningMoto } from './servers';
import { packageInfo } from './test-folder';
import { ensureVenv } from './venv';

/** The AWS account that a moto stands for, looked at behind terraform's back, with the account's own keys. */
export class MotoAccount {
  constructor(private readonly moto: RunningMoto) {}

  /** The value of a Python expression with boto3. */
  async boto(expression: string): Promise<unknown> {
    return this.python('-c', `import boto3, json\nprint(json.dumps(${expression}, default=str))`);
  }

  /** All that is there, one line for each. */
  async leftovers(): Promise<unknown> {
    return this.python(path.join(packageInfo.root, 'src/cli/quickstart/leftovers.py'));
  }

  /** The contents of the objects below a prefix, `s3://bucket/prefix`. */
  async objectsBelow(address: string): Promise<unknown> {
    const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.*)$/.exec(address) ?? [];
    const objects = `boto3.resource('s3').Bucket('${bucket}').objects.filter(Prefix='${prefix}')`;
    return this.boto(`[o.get()['Body'].read().decode(errors='replace') for o in ${objects}]`);
  }

  private async python(...args: string[]): Promise<unknown> {
    const [execa, venv] = [await loadExeca(), await ensureVenv()];
    const { stdout } = await execa(path.join(venv, 'bin', 'python'), args, {
      env: { ...neutralEnvironment(), ...this.moto.environment },
      extendEnv: false,
      timeout: 60_000,
    });
    return JSON.parse(stdout);
  }
}
