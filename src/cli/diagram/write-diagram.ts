import path from 'node:path';
import { writeFileAtomically } from '../atomic-file';
import { readSynthesized, selectEnvironment, synthesizeApp } from '../synthesized';
import { UserError } from '../user-error';
import { buildDiagram } from './build-diagram';
import type { Diagram } from './diagram-model';
import { renderMarkdown, renderMermaid } from './render-mermaid';
import { renderPage } from './render-page';

/** What a diagram is written as. */
export const DIAGRAM_FORMATS = ['html', 'mermaid', 'markdown'] as const;
export type DiagramFormat = (typeof DIAGRAM_FORMATS)[number];

const RENDERERS: Readonly<Record<DiagramFormat, (diagram: Diagram) => string>> = {
  html: renderPage,
  mermaid: renderMermaid,
  markdown: renderMarkdown,
};

const EXTENSIONS: Readonly<Record<string, DiagramFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.md': 'markdown',
};

const FILES: Readonly<Record<DiagramFormat, string>> = {
  html: 'stacks.html',
  mermaid: 'stacks.mmd',
  markdown: 'stacks.md',
};

/** How a diagram is asked for. */
export interface DiagramOptions {
  /** Only what carries this environment. @default everything */
  readonly environment?: string;
  /** File to write; `-` for standard output. @default `stacks.html`, or what the format is called */
  readonly output?: string;
  /** @default by the ending of the file */
  readonly format?: DiagramFormat;
  /** The command that runs the app. @default the one in `cdktf.json` */
  readonly app?: string;
  /** Folder of an app that has been synthesized already. @default the app is synthesized */
  readonly synthesized?: string;
}

/**
 * Writes the diagram of an app.
 *
 * @returns the text that goes to standard output
 * @throws UserError where the app or one of the options is wrong
 */
export async function writeDiagram(options: DiagramOptions): Promise<string> {
  const format = options.format ?? formatOf(options.output);
  const { synthesized, app } = options;
  const stacks = await (synthesized === undefined ? synthesizeApp({ app }) : readSynthesized(synthesized));
  const diagram = buildDiagram(selectEnvironment(stacks, options.environment));
  const text = RENDERERS[format](diagram);
  if (options.output === '-') return text.trimEnd();
  const file = options.output ?? FILES[format];
  await writeFileAtomically(path.resolve(file), text);
  return `Wrote ${file}: ${diagram.environments.map(({ name }) => name).join(', ') || 'no ZenML stack'}.`;
}

function formatOf(output: string | undefined): DiagramFormat {
  if (output === undefined || output === '-') return 'html';
  const format = EXTENSIONS[path.extname(output).toLowerCase()];
  if (format !== undefined) return format;
  throw new UserError(
    `The ending of "${output}" names no format; expected ${Object.keys(EXTENSIONS).join(', ')}.`,
    `Give the file one of these endings, or name the format: --format ${DIAGRAM_FORMATS.join('|')}.`,
  );
}
