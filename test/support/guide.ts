import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CdktfWorkspace } from './cdktf-workspace';
import type { TerraformRun } from './terraform-run';
import type { TerraformWorkspace } from './terraform-workspace';
import { packageInfo } from './test-folder';

/** What a guide tells its reader to do, or to see. */
type Step =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'output'; readonly text: string };

/** A guide of `docs/guides`, as somebody follows it. */
export class Guide {
  private readonly sections: ReadonlyMap<string, readonly Step[]>;
  private readonly followed = new Set<string>();

  constructor(readonly name: string) {
    const text = readFileSync(path.join(packageInfo.root, 'docs', 'guides', `${name}.md`), 'utf8');
    const [, ...sections] = text.split(/^## /m);
    this.sections = new Map(sections.map((section) => [section.slice(0, section.indexOf('\n')), stepsOf(section)]));
  }

  /** The headings of the sections that have something to do, in order. */
  get headings(): string[] {
    return [...this.sections].filter(([, steps]) => steps.length > 0).map(([heading]) => heading);
  }

  /** What a link names each of its sections by. */
  get anchors(): string[] {
    return [...this.sections.keys()].map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
  }

  /** The headings of those that nobody has followed yet. */
  get unfollowed(): string[] {
    return this.headings.filter((heading) => !this.followed.has(heading));
  }

  /**
   * Does what a section says: writes its files, runs its commands, and finds in what they print the output it shows.
   *
   * @param environment what the guide asks its reader to put into the environment
   * @returns the last run
   */
  async follow(
    heading: string,
    workspace: TerraformWorkspace | CdktfWorkspace,
    environment: Record<string, string> = {},
  ): Promise<TerraformRun | undefined> {
    const steps = this.sections.get(heading);
    if (!steps) throw new Error(`${this.name} has no section "${heading}"`);
    this.followed.add(heading);
    let last: TerraformRun | undefined;
    for (const step of steps) {
      if (step.kind === 'file') await writeFile(path.join(workspace.directory, step.name), step.text);
      else if (step.kind === 'command') last = (await runLine(step.line, workspace, environment)) ?? last;
      else expect(last?.output).toContain(step.text);
    }
    return last;
  }
}

/** The fenced blocks of a section. A file's name stands in its first line, as a comment. */
function stepsOf(section: string): Step[] {
  return [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(([, language, text = '']): Step[] => {
    if (language === 'shell')
      return text
        .trim()
        .split('\n')
        .map((line) => ({ kind: 'command', line }));
    if (language === 'text') return [{ kind: 'output', text: text.trim() }];
    if (language !== 'terraform' && language !== 'ts' && language !== 'yaml') return [];
    const name = /^(?:#|\/\/) (\S+\.(?:tf|ts|yaml))\n/.exec(text)?.[1];
    if (name === undefined)
      throw new Error(`a block of "${section.split('\n')[0] ?? ''}" names no file in its first line:\n${text}`);
    return [{ kind: 'file', name, text }];
  });
}

/** Runs a command of a guide; terraform does not ask, since nobody is there to answer. */
async function runLine(
  line: string,
  workspace: TerraformWorkspace | CdktfWorkspace,
  environment: Record<string, string>,
): Promise<TerraformRun | undefined> {
  // The provider lies in the mirror of the tests.
  if (line === 'npx cdktf-zenml provider install') return undefined;
  if (workspace instanceof CdktfWorkspace) {
    return runInRepository(line, workspace);
  }
  const [command = '', file] = line.split(' > ');
  const [program, ...args] = command.split(' ');
  if (program !== 'terraform') throw new Error(`the tests cannot run "${line}"`);
  const run = await workspace.run(unattended(args), environment);
  if (run.exitCode !== 0) throw new Error(`"${line}" failed with exit code ${run.exitCode}:\n${run.output}`);
  if (file !== undefined) await writeFile(path.join(workspace.directory, file), run.output);
  return run;
}

/** Runs a command in the repository of an app, and says yes to what it asks. */
async function runInRepository(line: string, workspace: CdktfWorkspace): Promise<TerraformRun> {
  const [program, ...words] = line.split(' ');
  const [command = '', ...args] = words;
  if (program === 'npx' && command === 'cdktf') {
    const agreed = args[0] === 'synth' ? [] : ['--auto-approve'];
    return { exitCode: 0, output: await workspace.cdktf(...args, ...agreed), diagnostics: [] };
  }
  if (program === 'npx' && command === 'cdktf-zenml') {
    const run = await workspace.command(args[0] === 'backend' ? [...args, '--yes'] : args);
    // With 2 a comparison says that something differs.
    if (run.exitCode !== 0 && run.exitCode !== 2) throw new Error(`"${line}" failed:\n${run.output}`);
    return run;
  }
  const stack = /^-chdir=cdktf\.out\/stacks\/([\w-]+)$/.exec(command)?.[1];
  if (program !== 'terraform' || stack === undefined) throw new Error(`the tests cannot run "${line}"`);
  const run = await workspace.terraform(stack, args.includes('-migrate-state') ? [...args, '-force-copy'] : args);
  if (run.exitCode !== 0) throw new Error(`"${line}" failed with exit code ${run.exitCode}:\n${run.output}`);
  return run;
}

function unattended(args: readonly string[]): readonly string[] {
  const [name, sub, ...rest] = args;
  if (name === 'state' && sub === 'replace-provider') return [name, sub, '-auto-approve', ...rest];
  if (name === 'state' && sub === 'pull') return args;
  return [...args, ...(name === 'apply' || name === 'destroy' ? ['-auto-approve'] : []), '-no-color'];
}
