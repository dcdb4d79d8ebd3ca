import path from 'node:path';
import { writeFileAtomically } from '../atomic-file';
import { ensureVirtualEnvironment, hasPython } from '../python/virtual-environment';
import { zenmlServerVersion } from '../servers/zenml-server';
import { UserError } from '../user-error';
import type { Session } from './session';

/** Installs the ZenML server and moto, or for a server of the user's the client of its version. @returns whether it installed */
export async function ensurePythonPackages(session: Session, onProgress: (text: string) => void): Promise<boolean> {
  const { paths, packageInfo, signal, target } = session;
  if (session.venvIsGiven) return checkGiven(paths.venv);
  const assets = path.join(packageInfo.root, 'src', 'cli', 'quickstart');
  const common = { directory: paths.venv, logFile: path.join(paths.logs, 'pip.log'), signal, onProgress };
  if (target.kind === 'local') {
    return ensureVirtualEnvironment({
      ...common,
      requirementsFile: path.join(assets, 'requirements.txt'),
      constraintsFile: path.join(assets, 'constraints.txt'),
    });
  }
  const requirementsFile = path.join(paths.directory, 'client-requirements.txt');
  await writeFileAtomically(requirementsFile, clientRequirements(await versionOf(target.url)));
  return ensureVirtualEnvironment({ ...common, requirementsFile });
}

async function checkGiven(venv: string): Promise<false> {
  if (await hasPython(venv)) return false;
  throw new UserError(
    `There is no virtual environment in ${venv}.`,
    'Leave --venv out to have one made, or name one with ZenML in it.',
  );
}

function clientRequirements(version: string): string {
  return [`zenml[connectors-aws]==${version}`, 'boto3', 's3fs', 'aiobotocore>=2.17', ''].join('\n');
}

async function versionOf(url: string): Promise<string> {
  const version = await zenmlServerVersion(url).catch(() => undefined);
  if (version !== undefined) return version;
  throw new UserError(
    `No ZenML server answers at ZENML_SERVER_URL=${url}.`,
    'Correct the address, or unset ZENML_SERVER_URL and ZENML_API_KEY to use a server on this machine.',
  );
}
