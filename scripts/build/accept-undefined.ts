import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Has the declarations below a folder say of every optional property that it may be `undefined`, which is what leaving it out means to
 * constructs. Projects with `exactOptionalPropertyTypes` could not hand on a setting that may be left out otherwise; for all
 * others it says nothing new.
 */
export async function acceptUndefined(folder: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.d.ts'));
  await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      await writeFile(file, undefinedAccepted(await readFile(file, 'utf8')));
    }),
  );
}

/** The text of a declaration file whose optional properties take `undefined`. */
export function undefinedAccepted(declarations: string): string {
  const insertions = insertionsIn(ts.createSourceFile('index.d.ts', declarations, ts.ScriptTarget.Latest));
  // From the end to the start, so that what is still to be changed stays where it is.
  return insertions
    .sort((one, other) => other.at - one.at)
    .reduce((text, { at, inserted }) => text.slice(0, at) + inserted + text.slice(at), declarations);
}

interface Insertion {
  readonly at: number;
  readonly inserted: string;
}

function insertionsIn(file: ts.SourceFile): Insertion[] {
  const insertions: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    if (isOptional(node) && node.type !== undefined && !takesUndefined(node.type)) {
      const isOpen = ts.isFunctionOrConstructorTypeNode(node.type) || ts.isConditionalTypeNode(node.type);
      if (isOpen) insertions.push({ at: node.type.getStart(file), inserted: '(' });
      insertions.push({ at: node.type.end, inserted: `${isOpen ? ')' : ''} | undefined` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return insertions;
}

function isOptional(node: ts.Node): node is ts.PropertySignature | ts.PropertyDeclaration | ts.MappedTypeNode {
  return (
    (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isMappedTypeNode(node)) &&
    node.questionToken !== undefined &&
    node.questionToken.kind !== ts.SyntaxKind.MinusToken
  );
}

function takesUndefined(type: ts.TypeNode): boolean {
  return (
    type.kind === ts.SyntaxKind.UndefinedKeyword ||
    (ts.isUnionTypeNode(type) && type.types.some((each) => takesUndefined(each)))
  );
}
