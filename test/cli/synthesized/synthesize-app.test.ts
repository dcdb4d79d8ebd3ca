import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { synthesizeApp, zenmlObjectsOf, type SynthesizedStack, type ZenmlObject } from '../../../src/cli/synthesized';
import { put, useTemporaryFolder } from '../support/temporary-folder';

// Each starts an app, which takes seconds on a busy machine.
jest.setTimeout(60_000);

const root = path.join(__dirname, '..', '..', '..');
const folder = useTemporaryFolder();

/** An app of one line: writes its variables instead of a stack. */
const ECHO = `node -e 'const fs = require("fs"); fs.mkdirSync(process.env.CDKTF_OUTDIR, { recursive: true });
  fs.writeFileSync(process.env.CDKTF_OUTDIR + "/manifest.json", JSON.stringify({ stacks: { [process.env.CDKTF_CONTEXT_JSON]:
  { synthesizedStackPath: "manifest.json" } } }))'`.replaceAll('\n', ' ');

function only(stacks: readonly SynthesizedStack[], name: string): SynthesizedStack {
  const found = stacks.find((stack) => stack.name === name);
  if (found === undefined) throw new Error(`no stack ${name}`);
  return found;
}

function object(stack: SynthesizedStack, name: string): ZenmlObject {
  const found = zenmlObjectsOf(stack).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no object ${name}`);
  return found;
}

describe('the shipped stacks', () => {
  it('are read as the app writes them, and leave nothing behind', async () => {
    const stacks = await synthesizeApp({ directory: root });
    expect(stacks.map(({ name, environment }) => [name, environment])).toEqual([
      ['dev', 'dev'],
      ['fraud-detection-dev', 'dev'],
      ['local', undefined],
      ['prod', 'prod'],
      ['staging', 'staging'],
    ]);
    const staging = only(stacks, 'staging');
    expect(staging.backend?.type).toBe('local');
    const bucket = staging.resources.find(({ type }) => type === 'aws_s3_bucket');
    expect(bucket?.constructPath).toBe('staging/base/bucket/Resource');
    const store = object(staging, 'staging-base-artifact-store');
    expect(store).toMatchObject({
      kind: 'component',
      values: { flavor: 's3' },
      labels: { stack: 'staging-base-stack' },
    });
    expect(store.resource.references).toContain(bucket?.address);
    expect(object(staging, 'staging-training-stack').resource.references).toContain(store.resource.address);
    expect(existsSync(staging.folder)).toBe(false);
  });
});

describe('an app', () => {
  it('has the same objects by our provider and by restapi', async () => {
    const stacks = await synthesizeApp({ directory: root, app: 'node --import tsx test/cli/support/sample-app.ts' });
    for (const environment of ['dev', 'prod']) {
      const stack = only(stacks, `vision-${environment}`);
      const orchestrator = object(stack, `vision-${environment}-orchestrator`);
      expect(orchestrator).toMatchObject({ kind: 'component', values: { type: 'orchestrator', flavor: 'local' } });
      const vision = object(stack, `${environment}-vision-stack`);
      expect(vision).toMatchObject({ kind: 'stack', labels: { base_stack: `${environment}-base-stack` } });
      expect(vision.resource.references).toEqual(
        expect.arrayContaining([orchestrator.resource.address, stack.dataSources[0]?.address]),
      );
    }
    expect(only(stacks, 'vision-prod').dependencies).toEqual(['vision-dev']);
  });

  it('gets the context of cdktf.json, and may be kept', async () => {
    await put(path.join(folder(), 'cdktf.json'), JSON.stringify({ app: ECHO, context: { size: 'small' } }));
    const [stack] = await synthesizeApp({ directory: folder(), output: 'kept' });
    expect(stack?.name).toBe('{"size":"small"}');
    expect(readdirSync(path.join(folder(), 'kept'))).toEqual(['manifest.json']);
  });

  it('keeps the context that the environment gives', async () => {
    await put(path.join(folder(), 'cdktf.json'), JSON.stringify({ app: ECHO, context: { size: 'small' } }));
    const environment = { ...process.env, CDKTF_CONTEXT_JSON: '{"size":"large"}' };
    const [stack] = await synthesizeApp({ directory: folder(), environment });
    expect(stack?.name).toBe('{"size":"large"}');
  });

  it('fails with what it said', async () => {
    const run = synthesizeApp({ directory: folder(), app: 'echo "a check failed" >&2; exit 3' });
    await expect(run).rejects.toThrow(/The app failed .*\na check failed\n/);
  });

  it('fails where there is none', async () => {
    await expect(synthesizeApp({ directory: folder() })).rejects.toThrow(/There is no app in .*\n.*--app/);
    await put(path.join(folder(), 'cdktf.json'), '{ "language": "typescript" }');
    await expect(synthesizeApp({ directory: folder() })).rejects.toThrow(/cdktf\.json names no app/);
    await put(path.join(folder(), 'cdktf.json'), '{');
    await expect(synthesizeApp({ directory: folder() })).rejects.toThrow(/cdktf\.json is no JSON/);
  });
});
