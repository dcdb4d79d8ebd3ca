import { Construct } from 'constructs';
import * as neutral from '../../constructs';
import * as aws from '../../constructs/aws';
import * as gcp from '../../constructs/gcp';
import { explicitUndefined } from '../support/explicit-undefined';
import { readConstructPages, runPrograms, type ConstructPage, type ProgramRun } from '../support/construct-pages';

let pages: readonly ConstructPage[];
let runs: ReadonlyMap<string, ProgramRun>;
/** The programs that say `undefined` of everything they could leave out. */
let filledIn: ReadonlyMap<string, string>;

function filled(name: string): string {
  return `${name}-filled-in`;
}

/** Reports of what is wrong, by page. */
function inPages(wrong: (page: ConstructPage) => readonly string[]): readonly string[] {
  return pages.flatMap((page) => wrong(page).map((line) => `${page.name}.md: ${line}`));
}

function runOf({ name }: ConstructPage): ProgramRun {
  return runs.get(name) ?? { typeErrors: [], failure: 'was not run', types: [], texts: [] };
}

beforeAll(async () => {
  pages = await readConstructPages();
  const programs = new Map(pages.map(({ name, programs }) => [name, programs.join('\n')]));
  filledIn = new Map([...explicitUndefined(programs)].map(([name, program]) => [filled(name), program]));
  runs = await runPrograms(new Map([...programs, ...filledIn]));
}, 180_000);

describe('the pages about constructs', () => {
  it('have one program each, which makes an app and synthesizes it', () => {
    expect(pages.length).toBeGreaterThan(0);
    expect(inPages(({ programs }) => (programs.length === 1 ? [] : [`${programs.length} ts blocks`]))).toEqual([]);
    expect(
      inPages(({ programs: [program = ''] }) =>
        program.includes('new App()') && program.endsWith('app.synth();\n') ? [] : ['does not end in app.synth()'],
      ),
    ).toEqual([]);
  });

  it('are named for a construct that they show', () => {
    const kebab = (name: string) => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
    expect(
      inPages(({ name, programs }) => {
        const shown = constructsIn(programs.join('\n')).map(kebab);
        return shown.includes(name) ? [] : [`shows ${shown.join(', ')}`];
      }),
    ).toEqual([]);
  });

  it('have programs that compile under strict settings', () => {
    expect(inPages((page) => runOf(page).typeErrors)).toEqual([]);
  });

  it('have programs whose synth succeeds and makes something', () => {
    expect(
      inPages((page) => {
        const { failure, types } = runOf(page);
        return failure === undefined ? (types.length > 0 ? [] : ['no resource']) : [failure];
      }),
    ).toEqual([]);
  });

  it('have programs that mean the same where optional properties are undefined instead of left out', () => {
    const given = [...filledIn.values()].flatMap((program) => [...program.matchAll(/": undefined,/g)]);
    expect(given.length).toBeGreaterThan(1000);
    expect(inPages((page) => differences(runOf(page), runOf({ ...page, name: filled(page.name) })))).toEqual([]);
  });

  it('show every construct that the package exports', () => {
    const shown = new Set(pages.flatMap(({ programs }) => programs.flatMap(constructsIn)));
    const missing = exportedConstructs().filter((name) => !shown.has(name));
    expect(missing).toEqual([]);
  });
});

describe('what runs the programs', () => {
  it('tells which does not compile and which does not synthesize', async () => {
    const program = (construct: string, line: string) => `import { App, TerraformStack } from 'cdktf';
import { ${construct} } from 'cdktf-zenml';
import { ZenmlProvider } from 'cdktf-zenml/bindings/provider';

const app = new App();
const stack = new TerraformStack(app, 'stack');
new ZenmlProvider(stack, 'zenml');
${line}
app.synth();
`;
    const found = await runPrograms(
      new Map([
        ['mistyped', program('LocalArtifactStore', `new LocalArtifactStore(stack, 'store', { pth: '/artifacts' });`)],
        ['refused', program('S3ArtifactStore', `new S3ArtifactStore(stack, 'store', { path: 'bucket' });`)],
      ]),
    );
    expect(found.get('mistyped')).toMatchObject({
      typeErrors: [expect.stringMatching(/mistyped\.ts\(\d+,\d+\): error TS2561: .*'pth'/) as string],
      types: ['zenml_stack_component'],
    });
    expect(found.get('refused')?.typeErrors).toEqual([]);
    expect(found.get('refused')?.failure).toContain('path is "bucket"');
  }, 120_000);
});

function differences(left: ProgramRun, given: ProgramRun): readonly string[] {
  if (given.failure !== undefined) return [given.failure];
  const [those, these] = [left, given].map(({ texts }) => texts.join('\n').split('\n'));
  const line = those?.findIndex((text, index) => text !== these?.[index]) ?? -1;
  return line === -1 ? [] : [`line ${line + 1}: ${those?.[line]} became ${these?.[line]}`];
}

/** Classes of constructs that a program makes, extends or looks up, and the authentication values that it uses. */
function constructsIn(program: string): string[] {
  const uses = /\b(?:new|extends) (\w+)\b|\b([A-Z]\w+)\.from\w+\(|\b([A-Z]\w+Auth)\.\w+\(/g;
  return [...program.matchAll(uses)].map(([, made, found, value = '']) => made ?? found ?? value);
}

function exportedConstructs(): string[] {
  const exported = Object.entries({ ...neutral, ...aws, ...gcp });
  return exported
    .filter(([name, value]) =>
      typeof value === 'function' ? value.prototype instanceof Construct : name.endsWith('Auth'),
    )
    .map(([name]) => name);
}
