import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');

interface CruiseReport {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly totalCruised: number;
  };
}

function cruise(folder: string): CruiseReport['summary'] {
  const output = execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'src',
      'constructs',
      'stacks',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return (JSON.parse(output) as CruiseReport).summary;
}

/** Where the bindings of a cloud stand. */
function bindingsOf(cloud: string): string {
  return `node_modules/@cdktf/provider-${cloud}/lib/index.ts`;
}

/** Each a breach of one law: the importing file, what it imports, and the file that stands there. */
const breaches: readonly (readonly [rule: string, importer: string, specifier: string, imported: string])[] = [
  ['framework-imports-nothing-of-ours', 'src/framework/plan.ts', '../zenml/index', 'src/zenml/index.ts'],
  ['zenml-imports-nothing-of-ours', 'src/zenml/client.ts', '../framework/index', 'src/framework/index.ts'],
  ['protocol-imports-framework', 'src/protocol/read.ts', '../provider/index', 'src/provider/index.ts'],
  ['serve-imports-protocol', 'src/serve/serve.ts', '../zenml/index', 'src/zenml/index.ts'],
  ['rooms-are-entered-by-their-index', 'src/provider/stack.ts', '../zenml/pages', 'src/zenml/pages.ts'],
  ['constructs-are-cloud-neutral', 'constructs/stack.ts', './aws/index', 'constructs/aws/index.ts'],
  ['aws-constructs-know-no-other-cloud', 'constructs/aws/stack.ts', '../gcp/index', 'constructs/gcp/index.ts'],
  ['gcp-constructs-know-no-other-cloud', 'constructs/gcp/stack.ts', '../aws/index', 'constructs/aws/index.ts'],
  ['clouds-have-rooms-of-their-own', 'constructs/bucket.ts', '@cdktf/provider-aws/lib', bindingsOf('aws')],
  ['clouds-have-rooms-of-their-own', 'constructs/zone.ts', '@cdktf/provider-google/lib', bindingsOf('google')],
  ['aws-constructs-need-no-google', 'constructs/aws/zone.ts', '@cdktf/provider-google/lib', bindingsOf('google')],
  ['gcp-constructs-need-no-aws', 'constructs/gcp/bucket.ts', '@cdktf/provider-aws/lib', bindingsOf('aws')],
];

describe('the rooms', () => {
  it('keep their laws', () => {
    const { violations, totalCruised } = cruise(root);
    expect(violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(50);
  });

  it('would notice a breach of each', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
    const plant = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    try {
      plant('stacks/main.ts', '');
      for (const [, , , imported] of breaches) plant(imported, 'export const b = 1;\n');
      for (const [, importer, specifier] of breaches) plant(importer, `export { b } from '${specifier}';\n`);
      plant('src/provider/a.ts', "import { b } from './b';\nexport const a = b;\n");
      plant('src/provider/b.ts', "import { a } from './a';\nexport const b = a;\n");
      const found = cruise(folder).violations.map(({ from, rule }) => `${rule.name}: ${from}`);
      for (const [rule, importer] of breaches) expect(found).toContain(`${rule}: ${importer}`);
      expect(found).toContain('no-cycles: src/provider/a.ts');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
