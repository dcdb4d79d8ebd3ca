import path from 'node:path';
import { buildProviderIfChanged } from '../../src/cli/build-provider';
import { lockFolder } from '../../src/cli/process/folder-lock';
import {
  ensureProviderMirror,
  mirrorEnvironment,
  writeMirrorConfiguration,
} from '../../src/cli/terraform/provider-mirror';
import { findTerraform, type Terraform } from '../../src/cli/terraform/terraform-binary';
import { packageInfo, testRoot } from './test-folder';

/** The provider built from the present sources, in a mirror, beside hashicorp/aws. */
export interface TestProvider {
  readonly terraform: Terraform;
  readonly version: string;
  readonly mirror: string;
  /** Makes terraform take its providers from the mirror. */
  readonly environment: Record<string, string>;
}

let prepared: Promise<TestProvider> | undefined;

/** Builds and installs the provider once for all test files. */
export function ensureProvider(): Promise<TestProvider> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<TestProvider> {
  const terraform = await findTerraform();
  const lock = await lockFolder(path.join(testRoot, 'locks', 'provider'), { waitMilliseconds: 600_000 });
  try {
    const directory = path.join(testRoot, 'provider');
    await buildProviderIfChanged({ packageInfo });
    const mirror = await ensureProviderMirror({ terraform, packageInfo, directory });
    const configuration = await writeMirrorConfiguration(directory, mirror.directory);
    return {
      terraform,
      version: packageInfo.version,
      mirror: mirror.directory,
      environment: mirrorEnvironment(configuration, mirror.directory),
    };
  } finally {
    await lock.release();
  }
}
