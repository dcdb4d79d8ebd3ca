import type { Metafile, Plugin } from 'esbuild';
import { isBuiltin } from 'node:module';
import { bundle } from './bundle';

const LAZY = 'lazy';

export interface ProviderParts {
  /** What runs at once, what is loaded after the handshake, and packages loaded on first use; each a function expression in ASCII. */
  readonly sources: readonly string[];
  readonly metafiles: readonly Metafile[];
}

/**
 * Bundles the provider in parts, since V8 takes in a source and its code cache as a whole. The first part is what Terraform
 * waits for; our own files that it imports dynamically are the second; each package imported dynamically is a part more.
 */
export async function bundleProvider(entry: string): Promise<ProviderParts> {
  const files: string[] = [];
  const packages: string[] = [];
  const plugins = [separatePackages(packages)];
  const first = await bundle({ entry: { file: entry }, plugins: [separateFiles(files), ...plugins] });
  const getters = files.map((file) => `() => require(${JSON.stringify(file)})`);
  const bundles = [first, await bundle({ entry: { text: `module.exports = [${getters.join(', ')}];` }, plugins })];
  for (const name of packages) bundles.push(await bundle({ entry: { text: `module.exports = require('${name}');` } }));
  return {
    sources: bundles.map(({ code }) => asFunction(code)),
    metafiles: bundles.map(({ metafile }) => metafile),
  };
}

/** Resolves dynamic imports of our own files to the second part, and notes the files. */
function separateFiles(files: string[]): Plugin {
  return {
    name: 'separate-files',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === LAZY) return undefined;
        const resolved = await build.resolve(path, { kind, importer, resolveDir, pluginData: LAZY });
        if (resolved.errors.length > 0) return { errors: resolved.errors };
        return { path: String(indexOf(resolved.path, files)), namespace: 'lazy-file' };
      });
      build.onLoad({ filter: /.*/, namespace: 'lazy-file' }, ({ path }) => ({
        contents: `module.exports = loadPart(1)[${path}]();`,
      }));
    },
  };
}

/** Resolves dynamic imports of packages to parts of their own, and notes the packages. */
function separatePackages(packages: string[]): Plugin {
  return {
    name: 'separate-packages',
    setup(build) {
      build.onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
        kind === 'dynamic-import' && !isBuiltin(path)
          ? { path: String(2 + indexOf(path, packages)), namespace: 'lazy-package' }
          : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'lazy-package' }, ({ path }) => ({
        contents: `module.exports = loadPart(${path});`,
      }));
    },
  };
}

function indexOf(name: string, names: string[]): number {
  if (!names.includes(name)) names.push(name);
  return names.indexOf(name);
}

function asFunction(code: string): string {
  return `(function (exports, require, module, __filename, __dirname, loadPart) {${code}\n})`;
}
