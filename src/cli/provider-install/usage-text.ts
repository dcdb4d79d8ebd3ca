import { userPluginDirectory, type InstalledProvider } from './install-provider';

/** What a user writes to use an installed provider. */
export function usageText(installed: InstalledProvider): string {
  const block = `terraform {
  required_providers {
    zenml = {
      source  = "cdktf-zenml/zenml"
      version = "${installed.version}"
    }
  }
}`;
  return [
    `${installed.changed ? 'Installed' : 'Already installed'}: ${installed.file}`,
    '',
    'Use it with:',
    '',
    block,
    ...(installed.directory === userPluginDirectory() ? [] : ['', ...configurationHint(installed.directory)]),
    '',
    'With cdktf, which asks the public registry for the checksums of every provider, also set:',
    '',
    'export CDKTF_SKIP_PROVIDER_LOCK=true',
  ].join('\n');
}

function configurationHint(directory: string): string[] {
  return [
    'and, as this is not the folder Terraform searches by itself, in the file TF_CLI_CONFIG_FILE names:',
    '',
    cliConfiguration(directory),
  ];
}

/** A terraform CLI configuration that takes our provider from a mirror and every other one from where it came before. */
function cliConfiguration(directory: string): string {
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(directory)}
    include = ["cdktf-zenml/zenml"]
  }
  direct {
    exclude = ["cdktf-zenml/zenml"]
  }
}`;
}
