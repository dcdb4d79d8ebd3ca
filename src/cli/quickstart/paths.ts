import path from 'node:path';

/** Everything a quickstart makes lies below one folder. */
export interface QuickstartPaths {
  readonly directory: string;
  readonly venv: string;
  readonly logs: string;
  readonly state: string;
  readonly secrets: string;
  /** For users to `source`. */
  readonly environment: string;
  /** Terraform's state files. */
  readonly terraformState: string;
  /** What cdktf synthesizes. */
  readonly synthesized: string;
  /** Configuration folder of ZenML's client. */
  readonly zenmlClient: string;
  /** Database and configuration of the ZenML server. */
  readonly zenmlServer: string;
}

/** The paths of a quickstart. @param venv a virtual environment to share, @default one of its own */
export function quickstartPaths(directory: string, venv?: string): QuickstartPaths {
  const root = path.resolve(directory);
  return {
    directory: root,
    venv: venv === undefined ? path.join(root, 'venv') : path.resolve(venv),
    logs: path.join(root, 'logs'),
    state: path.join(root, 'state.json'),
    secrets: path.join(root, 'secrets.json'),
    environment: path.join(root, 'env'),
    terraformState: path.join(root, 'terraform-state'),
    synthesized: path.join(root, 'cdktf.out'),
    zenmlClient: path.join(root, 'zenml-client'),
    zenmlServer: path.join(root, 'zenml-server'),
  };
}
