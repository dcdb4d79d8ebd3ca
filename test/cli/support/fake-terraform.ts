import path from 'node:path';
import { putScript } from './temporary-folder';

/** A terraform that knows its version and the registry it would ask, and nothing else. */
export function putFakeTerraform(folder: string, version = '1.9.0', host = 'registry.example.test'): Promise<string> {
  return putScript(
    path.join(folder, 'terraform'),
    `case "$1" in
  version) echo '{"terraform_version":"${version}","platform":"linux_amd64"}' ;;
  providers) echo "Providers required by configuration:"; echo "└── provider[${host}/cdktf-zenml/zenml]" ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac`,
  );
}
