import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../process/load-execa';
import type { SynthesizedStack } from '../synthesized';
import { terraformBinary } from '../terraform/terraform-binary';
import { UserError } from '../user-error';

const TIMEOUT = 120_000;

/** What the state of a Terraform stack holds, without any value but these. */
export interface StateContents {
  /** Addresses of the resources that terraform made. */
  readonly resources: readonly string[];
  /** Their ids and ARNs. */
  readonly identifiers: ReadonlySet<string>;
}

/** Of a state, what is read here. */
interface StateJson {
  readonly resources?: readonly {
    readonly mode: string;
    readonly module?: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes?: Readonly<Record<string, unknown>> }[];
  }[];
}

/** Resources that are nowhere but in the state. */
const NOTHING_BUT_STATE = new Set(['terraform_data', 'null_resource', 'random_id', 'time_sleep', 'time_rotating']);

/**
 * Reads the state of a synthesized stack from its backend. No provider is needed for that.
 * @throws UserError where terraform cannot read it
 */
export async function readState({ name, folder, backend }: SynthesizedStack): Promise<StateContents> {
  // Beside the stack's own folder, since the path of a file may be relative to it.
  const directory = path.join(path.dirname(folder), `${path.basename(folder)}.state`);
  await mkdir(directory, { recursive: true });
  try {
    const block =
      backend &&
      (backend.type === 'cloud' ? { cloud: backend.values } : { backend: { [backend.type]: backend.values } });
    await writeFile(path.join(directory, 'backend.tf.json'), JSON.stringify({ terraform: block ?? {} }));
    const run = { stack: name, cwd: directory, env: await workspaceOf(folder) };
    await terraform(run, ['init', '-input=false', '-no-color']);
    return contentsOf(await terraform(run, ['state', 'pull']));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

interface TerraformRun {
  readonly stack: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

async function terraform({ stack, cwd, env }: TerraformRun, args: readonly string[]): Promise<string> {
  const execa = await loadExeca();
  const result = await execa(terraformBinary(), args, {
    cwd,
    reject: false,
    stdin: 'ignore',
    timeout: TIMEOUT,
    env: { ...env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
  });
  if (!result.failed) return result.stdout;
  throw new UserError(
    `The state of ${stack} cannot be read: terraform ${args[0]} failed:\n${result.stderr || result.shortMessage}`,
    'Make sure that terraform reaches the backend of the stack, as for cdktf deploy, and run the same command again.',
  );
}

/** A state that was never written is no text at all. */
function contentsOf(text: string): StateContents {
  const { resources = [] } = (text.trim() === '' ? {} : JSON.parse(text)) as StateJson;
  const managed = resources.filter(
    ({ mode, type, instances }) => mode === 'managed' && instances.length > 0 && !NOTHING_BUT_STATE.has(type),
  );
  const attributes = managed.flatMap(({ instances }) => instances.map((instance) => instance.attributes ?? {}));
  return {
    resources: managed.map(({ module, type, name }) => [module, type, name].filter(Boolean).join('.')),
    identifiers: new Set(attributes.flatMap(({ id, arn }) => [id, arn].filter((each) => typeof each === 'string'))),
  };
}

/** Its stack's plans fail in any other workspace, as a variable of it says. */
async function workspaceOf(folder: string): Promise<NodeJS.ProcessEnv> {
  const { variable } = JSON.parse(await readFile(path.join(folder, 'cdk.tf.json'), 'utf8')) as {
    readonly variable?: { readonly expected_workspace?: { readonly default?: string } };
  };
  const workspace = variable?.expected_workspace?.default;
  return workspace === undefined ? {} : { TF_WORKSPACE: workspace };
}
