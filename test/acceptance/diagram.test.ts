import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/browser/open-browser';
import { renderMermaid } from '../../src/cli/diagram/render-mermaid';
import { renderPage } from '../../src/cli/diagram/render-page';
import { writeDiagram } from '../../src/cli/diagram/write-diagram';
import { HOSTILE } from '../support/diagram-samples';
import { makeTestFolder, packageInfo, testRoot } from '../support/test-folder';

const GCP_APP = 'node --import tsx stacks/gcp/main.ts';
const MERMAID = path.join(packageInfo.root, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js');

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await makeTestFolder('diagram');
  browser = await openBrowser(path.join(testRoot, 'locks'));
  await writeDiagram({ output: file('aws.html') });
  await writeDiagram({ output: file('prod.html'), environment: 'prod' });
  await writeDiagram({ output: file('gcp.html'), app: GCP_APP });
  writeFileSync(file('hostile.html'), renderPage(HOSTILE));
});

afterAll(() => browser.close());

function file(name: string): string {
  return path.join(folder, name);
}

interface View {
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

interface Opened {
  readonly page: Page;
  /** What went wrong or out of the page while it was loaded. */
  readonly noises: string[];
}

async function open(name: string, { width, scheme = 'light', media = 'screen' }: View): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await page.emulateMedia({ media });
  const noises: string[] = [];
  page.on('console', (message) => noises.push(message.text()));
  page.on('pageerror', (error) => noises.push(error.message));
  page.on('request', (request) => noises.push(request.url()));
  await page.goto(pathToFileURL(file(name)).href);
  await page.addScriptTag({ path: path.join(__dirname, '..', 'support', 'page-checks.js') });
  return { page, noises };
}

function check<Found>(page: Page, name: string): Promise<Found> {
  return page.evaluate<Found>(`window.pageChecks.${name}()`);
}

const views: readonly (readonly [string, View])[] = [
  ['light', { width: 1440 }],
  ['dark', { width: 1440, scheme: 'dark' }],
  ['on a narrow screen', { width: 360 }],
  ['on a narrow dark screen', { width: 360, scheme: 'dark' }],
  ['on paper', { width: 720, media: 'print' }],
  ['on paper, from a dark screen', { width: 720, media: 'print', scheme: 'dark' }],
];

describe.each(['aws.html', 'prod.html', 'gcp.html', 'hostile.html'])('the page %s', (name) => {
  it.each(views)('is whole and readable %s', async (_, view) => {
    const { page, noises } = await open(name, view);
    try {
      expect(await check<string[]>(page, 'texts')).toContain('ZenML stacks');
      expect(await check(page, 'overlaps')).toEqual([]);
      expect(await check(page, 'lowContrasts')).toEqual([]);
      expect(await check(page, 'sidewaysScroll')).toBe(0);
      expect(noises).toEqual([pathToFileURL(file(name)).href]);
    } finally {
      await page.close();
    }
  });
});

describe('the checks', () => {
  it('would notice what they look for', async () => {
    writeFileSync(
      file('broken.html'),
      `<body style="color:#aaa">pale<p style="position:absolute;left:8px;top:8px;margin:0">on it</p><div style="width:3000px">wide</div>`,
    );
    const { page } = await open('broken.html', { width: 800 });
    expect(await check<string[]>(page, 'overlaps')).toContain('"pale" and "on it"');
    expect(await check<string[]>(page, 'lowContrasts')).toContainEqual(expect.stringMatching(/^"pale": 2\.\d\d$/));
    expect(await check<number>(page, 'sidewaysScroll')).toBeGreaterThan(2000);
    await page.close();
  });
});

describe('the page of the shipped stacks', () => {
  it('is read by its headings, from the environment down to its stacks', async () => {
    const { page } = await open('aws.html', { width: 1440 });
    const headings = async (level: number): Promise<string[]> =>
      (await page.getByRole('heading', { level }).allTextContents()).map((text) => text.trim());
    expect(await headings(1)).toEqual(['ZenML stacks']);
    expect(await headings(2)).toEqual(['At a glance', 'dev', 'staging', 'prod', 'local']);
    const prod = page.getByRole('region', { name: 'prod', exact: true });
    expect(await prod.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'ZenML stacks',
      'Connectors',
      'Cloud resources',
    ]);
    expect(
      await prod
        .getByRole('article')
        .filter({ hasText: 'From prod-base-stack' })
        .getByRole('heading')
        .allTextContents(),
    ).toEqual(['prod-training-stack']);
    expect(await prod.textContent()).toMatch(/prod-base-s3-connector.*S3 bucket\s*zenml-prod-…/s);
    await page.close();
  });

  it('stands its environments side by side, and one below the other where there is no room', async () => {
    const tops = async (width: number): Promise<number> => {
      const { page } = await open('aws.html', { width });
      const boxes = await Promise.all(
        ['dev', 'staging', 'prod'].map((id) => page.getByRole('region', { name: id, exact: true }).boundingBox()),
      );
      await page.close();
      return new Set(boxes.map((box) => box?.y)).size;
    };
    expect(await tops(1440)).toBe(1);
    expect(await tops(360)).toBe(3);
  });

  it('is printed with each environment beginning a page', async () => {
    const { page } = await open('gcp.html', { width: 1440 });
    const pdf = await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(3);
    await page.close();
  });
});

describe('names of a hostile app', () => {
  it('are shown and not carried out', async () => {
    const { page } = await open('hostile.html', { width: 1440 });
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(await page.getByRole('heading', { level: 2 }).nth(1).textContent()).toBe(HOSTILE.environments[0]?.name);
    await page.close();
  });
});

describe('the Mermaid charts', () => {
  let page: Page;

  beforeAll(async () => {
    page = await browser.newPage();
    await page.setContent('<main></main>');
    await page.addScriptTag({ path: MERMAID });
    await page.evaluate('mermaid.initialize({ startOnLoad: false, securityLevel: "strict" })');
  });

  /** The texts of a chart that mermaid has drawn. */
  async function drawn(text: string): Promise<string> {
    return page.evaluate<string>(`mermaid.render('chart', ${JSON.stringify(text)}).then(({ svg }) => {
      document.querySelector('main').innerHTML = svg;
      return document.querySelector('main').textContent;
    })`);
  }

  it('are drawn by mermaid, with everything in them', async () => {
    await writeDiagram({ output: file('aws.mmd') });
    const shown = await drawn(readFileSync(file('aws.mmd'), 'utf8'));
    for (const text of [
      'staging',
      'prod-training-stack',
      'prod-base-s3-connector',
      'implicit',
      'zenml-prod-…',
      'base of',
    ])
      expect(shown).toContain(text);
  });

  it('stand in Markdown, one for each environment', async () => {
    await writeDiagram({ output: file('gcp.md'), app: GCP_APP });
    const markdown = readFileSync(file('gcp.md'), 'utf8');
    const charts = [...markdown.matchAll(/```mermaid\n(.*?)```/gs)].map(([, chart]) => chart ?? '');
    expect(charts).toHaveLength(3);
    for (const [index, name] of ['dev', 'staging', 'prod'].entries()) {
      expect(markdown).toContain(`\n### ${name}\n\nGoogle Cloud acme-ml-${name}, europe-west1`);
      expect(await drawn(charts[index] ?? '')).toContain(`${name}-base-stack`);
    }
  });

  it('show the names of a hostile app as they are', async () => {
    const shown = await drawn(renderMermaid(HOSTILE));
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(shown).toContain('nothing of its own');
    expect(shown.replaceAll(/\s+/g, ' ')).toContain(HOSTILE.environments[0]?.name);
  });
});
