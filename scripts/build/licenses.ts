import type { Metafile } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENSE_FILE = /^(licen[cs]e|copying|notice)(\.|-|$)/i;
/** The comments before the first statement of a source. */
const HEADER = /^(?:\s*(?:\/\/[^\n]*\n|\/\*[^]*?\*\/))+/;

/** The licences of every package that went into the bundles, as text to ship beside them. */
export async function thirdPartyLicenses(metafiles: readonly Metafile[]): Promise<string> {
  const files = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs)));
  const folders = new Map<string, string[]>();
  for (const file of [...files].sort()) {
    const folder = PACKAGE_FOLDER.exec(file)?.[0];
    if (folder !== undefined) folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const sections = await Promise.all([...folders].map(([folder, sources]) => licenseSection(folder, sources)));
  return [...new Set(sections)].join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenseSection(folder: string, sources: readonly string[]): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const files = (await readdir(folder)).filter((file) => LICENSE_FILE.test(file)).sort();
  const texts =
    files.length > 0
      ? await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
      : await copyrightHeaders(sources);
  if (texts.length === 0 && license === undefined) {
    throw new Error(`${name} ${version} is bundled and states no licence: leave it out, or name its licence here`);
  }
  return [`${name} ${version} (${license ?? 'see below'})\n`, ...texts].join('\n');
}

/** Where a package has no licence file, its sources say whose they are and under which terms. */
async function copyrightHeaders(sources: readonly string[]): Promise<readonly string[]> {
  const headers = await Promise.all(sources.map(async (file) => HEADER.exec(await readFile(file, 'utf8'))?.[0].trim()));
  return [...new Set(headers)].flatMap((header) => (header && /copyright/i.test(header) ? [`${header}\n`] : []));
}
