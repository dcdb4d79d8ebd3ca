import { loadExeca } from '../process/load-execa';
import { variable } from '../environment-variable';
import { messageOf, UserError } from '../user-error';
import { compareVersions } from './versions';

/** The first that speaks with the provider in all it does. */
const OLDEST = '1.8';
const PUT = 'put it on PATH, or name another binary in TERRAFORM_BINARY_NAME.';

/** The terraform that will run. */
export interface Terraform {
  /** Name or path of the binary. */
  readonly binary: string;
  readonly version: string;
  /** Such as "linux_amd64", in the words of terraform's mirror layout. */
  readonly platform: string;
}

/** Name of the terraform binary, by the variable that cdktf honours. */
export function terraformBinary(environment: NodeJS.ProcessEnv = process.env): string {
  return variable(environment, 'TERRAFORM_BINARY_NAME') ?? 'terraform';
}

/**
 * Asks terraform for its version and platform.
 *
 * @param minimum the oldest version that will do
 * @throws UserError when it is missing or too old
 */
export async function findTerraform(
  environment: NodeJS.ProcessEnv = process.env,
  minimum = OLDEST,
): Promise<Terraform> {
  const needed = `Terraform >= ${minimum} is needed`;
  const remedy = `Install Terraform >= ${minimum} and ${PUT}`;
  const binary = terraformBinary(environment);
  const result = await (
    await loadExeca()
  )(binary, ['version', '-json'], {
    reject: false,
    timeout: 30_000,
    extendEnv: false,
    env: { ...withoutTerraformSettings(environment), CHECKPOINT_DISABLE: '1' },
  });
  if (result.code === 'ENOENT') throw new UserError(`"${binary}" was not found on PATH: ${needed}.`, remedy);
  if (result.failed) throw new UserError(`"${binary} version" failed: ${result.stderr || result.shortMessage}`, remedy);
  const { version, platform } = parseVersion(binary, result.stdout);
  if (compareVersions(version, minimum) < 0)
    throw new UserError(`"${binary}" is version ${version}: ${needed}.`, remedy);
  return { binary, version, platform };
}

/** The environment without settings that would change what a plain terraform run does. */
export function withoutTerraformSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('TF_')));
}

function parseVersion(binary: string, text: string): { version: string; platform: string } {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && 'terraform_version' in answer && 'platform' in answer) {
      const { terraform_version: version, platform } = answer;
      if (typeof version === 'string' && typeof platform === 'string') return { version, platform };
    }
    throw new Error('no terraform_version and platform in the answer');
  } catch (error) {
    throw new UserError(
      `"${binary} version -json" gave no version: ${messageOf(error)}`,
      `Install Terraform and ${PUT}`,
    );
  }
}
