import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderMarkdown, renderMermaid } from '../../../src/cli/diagram/render-mermaid';
import { renderPage } from '../../../src/cli/diagram/render-page';
import { writeDiagram } from '../../../src/cli/diagram/write-diagram';
import { HOSTILE } from '../../support/diagram-samples';
import { useTemporaryFolder } from '../support/temporary-folder';
import { writeSynthesized } from './synthesized-app';

const folder = useTemporaryFolder();

beforeEach(() =>
  writeSynthesized(folder(), {
    dev: { resource: { zenml_stack: { s: { name: 'dev-base-stack', labels: { environment: 'dev' } } } } },
    prod: { resource: { zenml_stack: { s: { name: 'prod-base-stack', labels: { environment: 'prod' } } } } },
  }),
);

async function written(name: string, more: object = {}): Promise<string> {
  const output = path.join(folder(), name);
  await writeDiagram({ synthesized: folder(), output, ...more });
  return readFileSync(output, 'utf8');
}

it.each([
  ['page.html', /^<!doctype html>/],
  ['chart.mmd', /^flowchart LR\n/],
  ['comment.MD', /^## ZenML stacks\n/],
])('the file %s is of the format that its ending names', async (name, start) => {
  expect(await written(name)).toMatch(start);
});

it('the format may be named', async () => {
  expect(await written('stacks.txt', { format: 'mermaid' })).toMatch(/^flowchart/);
});

it('holds only the environment that is asked for', async () => {
  const text = await written('prod.html', { environment: 'prod' });
  expect(text).toContain('prod-base-stack');
  expect(text).not.toContain('dev-base-stack');
});

it('goes to standard output where no file is wanted', async () => {
  const text = await writeDiagram({ synthesized: folder(), output: '-', format: 'mermaid' });
  expect(text).toContain('"dev-base-stack"');
});

it('fails on an ending that names no format', async () => {
  await expect(written('stacks.pdf')).rejects.toThrow(
    /"\S*stacks\.pdf" names no format; expected \.html.*\n.*--format html\|mermaid/,
  );
});

it('fails on an environment that the app does not have', async () => {
  await expect(written('x.html', { environment: 'qa' })).rejects.toThrow(/"qa"; its environments are dev, prod/);
});

describe('every format', () => {
  it.each([
    ['the page', renderPage],
    ['the chart', renderMermaid],
    ['the Markdown', renderMarkdown],
  ])('%s is the same for the same app, and takes names for text', (_, render) => {
    const text = render(HOSTILE);
    expect(render(structuredClone(HOSTILE))).toBe(text);
    expect(text).not.toMatch(/(?<!\\)<(?:script|b>)/);
  });

  it('asks for nothing from elsewhere', () => {
    expect(renderPage(HOSTILE)).not.toMatch(/<(?:script|link|img|iframe)|url\(|@import|https?:/);
  });
});
