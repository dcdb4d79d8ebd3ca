import { build, type Metafile, type Plugin } from 'esbuild';
import { version } from '../../package.json';

export interface BundleOptions {
  /** The first file, or the text of one that lies at the root of the repository. */
  readonly entry: { readonly file: string } | { readonly text: string };
  readonly external?: readonly string[];
  readonly plugins?: readonly Plugin[];
}

export interface Bundle {
  readonly code: string;
  readonly metafile: Metafile;
}

/** grpc-js asks for it only when its channelz or ORCA services are used, which nobody asks of a provider. */
const NEVER_LOADED = ['@grpc/proto-loader'];

const RESOLVING = 'resolving';

/** Packages of many modules, each of which does nothing beyond defining what it exports, and which do not say so. */
const WITHOUT_SIDE_EFFECTS = /node_modules\/@peculiar\/(asn1-schema|asn1-x509|utils)\//;

/** Everything reachable from the entry as one CommonJS file in ASCII. */
export async function bundle({ entry, external = [], plugins = [] }: BundleOptions): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    ...('file' in entry
      ? { entryPoints: [entry.file] }
      : { stdin: { contents: entry.text, resolveDir: process.cwd(), sourcefile: 'entry.js' } }),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // Identifiers keep their names: the stacks in bug reports stay readable.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    external: [...external, ...NEVER_LOADED],
    plugins: [...plugins, leaveOutUnused, leaveOutGrpcClient],
    define: { 'process.env.CDKTF_ZENML_VERSION': JSON.stringify(version) },
    tsconfigRaw: {},
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const [output] = outputFiles;
  if (!output) throw new Error('esbuild made no output');
  return { code: toAscii(output.text), metafile };
}

/**
 * The server of grpc-js loads the whole client for the definitions of its channelz and ORCA services alone, which nobody asks of a
 * provider.
 */
const leaveOutGrpcClient: Plugin = {
  name: 'leave-out-grpc-client',
  setup(build) {
    build.onLoad({ filter: /@grpc\/grpc-js\/build\/src\/make-client\.js$/ }, () => ({ contents: '' }));
  },
};

/** Has esbuild leave out the modules of such packages of which nothing is used. */
const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup(build) {
    build.onResolve({ filter: /^(\.|@peculiar\/)/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === RESOLVING || kind !== 'import-statement') return undefined;
      const resolved = await build.resolve(path, { kind, importer, resolveDir, pluginData: RESOLVING });
      return WITHOUT_SIDE_EFFECTS.test(resolved.path) ? { ...resolved, sideEffects: false } : undefined;
    });
  },
};

/** One byte a character, so that V8 need not decode; esbuild itself leaves regular expressions as they are. */
function toAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
