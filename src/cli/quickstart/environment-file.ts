import { writeFileAtomically } from '../atomic-file';
import { motoEnvironment, directLoopback } from '../servers/local-environment';
import { motoUrl } from '../servers/moto-server';
import { mirrorEnvironment } from '../terraform/provider-mirror';
import type { QuickstartPaths } from './paths';

/** What the environment is made from. */
export interface QuickstartEnvironmentOptions {
  readonly paths: QuickstartPaths;
  readonly serverUrl: string;
  readonly apiKey: string;
  /** Port of moto; absent when nothing runs on AWS here, or on the real one. */
  readonly motoPort?: number;
  readonly cliConfiguration: string;
  readonly mirror: string;
}

/** Variables with which cdktf, terraform and ZenML's client work on a quickstart. */
export function quickstartEnvironment(options: QuickstartEnvironmentOptions): Record<string, string> {
  const { paths } = options;
  return {
    ZENML_SERVER_URL: options.serverUrl,
    ZENML_API_KEY: options.apiKey,
    ZENML_STORE_URL: options.serverUrl,
    ZENML_STORE_API_KEY: options.apiKey,
    ZENML_CONFIG_PATH: paths.zenmlClient,
    ZENML_ANALYTICS_OPT_IN: 'false',
    ...(options.motoPort === undefined ? {} : motoEnvironment(motoUrl(options.motoPort))),
    ...mirrorEnvironment(options.cliConfiguration, options.mirror),
    TERRAFORM_STATE_DIRECTORY: paths.terraformState,
    CDKTF_OUTPUT: paths.synthesized,
    // cdktf locks for linux_amd64 whatever the platform; a mirror holds the packages of this machine only.
    CDKTF_SKIP_PROVIDER_LOCK: 'true',
    // The cache cdktf keeps in the home folder would mix builds of our provider that have the same version.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
  };
}

/** Writes the environment as a file to source; readable by its owner only, as it holds the API key. */
export async function writeEnvironmentFile(
  file: string,
  environment: Record<string, string>,
  local: boolean,
): Promise<void> {
  const unset = [
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_SESSION_TOKEN',
    'ZENML_API_TOKEN',
    'TF_PLUGIN_CACHE_DIR',
    'TF_DATA_DIR',
    'TF_WORKSPACE',
  ];
  const lines = [
    '# Written by the quickstart of cdktf-zenml; source it, then use cdktf, terraform and zenml.',
    ...(local ? [`unset ${unset.join(' ')}`] : []),
    ...Object.entries({ ...environment, ...(local ? directLoopback() : {}) }).map(
      ([name, value]) => `export ${name}=${quoted(value)}`,
    ),
  ];
  await writeFileAtomically(file, `${lines.join('\n')}\n`, 0o600);
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
