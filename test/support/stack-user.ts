import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import type { RunningMoto, RunningZenmlServer } from './servers';
import { packageInfo } from './test-folder';
import { ensureVenv } from './venv';
import { ZenmlRest } from './zenml-rest';

/** What a pipeline run showed. */
export interface PipelineProof {
  readonly status: string;
  readonly stackId: string;
  readonly artifactUri: string;
}

/** Somebody who runs pipelines: with the address and key of the server, and nothing of AWS's but the endpoint. */
export class StackUser {
  constructor(
    private readonly server: RunningZenmlServer,
    private readonly moto: RunningMoto,
    private readonly folder: string,
  ) {}

  /** Runs a program of the virtual environment. */
  async run(program: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
    const [execa, venv] = [await loadExeca(), await ensureVenv()];
    return execa(path.join(venv, 'bin', program), args, {
      env: {
        ...neutralEnvironment(),
        ZENML_STORE_URL: this.server.url,
        ZENML_STORE_API_KEY: this.server.apiKey,
        ZENML_CONFIG_PATH: path.join(this.folder, 'zenml-client'),
        ZENML_ANALYTICS_OPT_IN: 'false',
        AWS_ENDPOINT_URL: this.moto.url,
        AWS_DEFAULT_REGION: this.moto.region,
        PATH: `${path.join(venv, 'bin')}:${process.env.PATH ?? ''}`,
      },
      extendEnv: false,
      timeout: 180_000,
    });
  }

  /** Runs a pipeline on a stack that writes an artifact and reads it back, by ZenML's own client. */
  async prove(stack: string): Promise<PipelineProof> {
    const { stdout } = await this.run('python', PROVE, '--stack', stack);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as PipelineProof;
  }

  /** Deletes the pipeline and its runs from the server, as that client would in five seconds of processor. */
  async forget(): Promise<void> {
    const rest = new ZenmlRest(this.server.url, this.server.apiKey);
    for (const { id } of await rest.list('runs', { project: 'default' })) await rest.delete(`/runs/${id}`);
    const pipelines = await rest.list('pipelines', { project: 'default', name: 'quickstart_proof' });
    for (const { id } of pipelines) await rest.delete(`/pipelines/${id}`);
  }
}

const PROVE = path.join(packageInfo.root, 'src/cli/quickstart/prove.py');
