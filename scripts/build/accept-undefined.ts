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
  const edits = editsIn(ts.createSourceFile('index.d.ts', declarations, ts.ScriptTarget.Latest));
  // From the end to the start, so that what is still to be changed stays where it is.
  return edits
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to = from, put }) => text.slice(0, from) + put + text.slice(to), declarations);
}

interface Edit {
  readonly from: number;
  /** @default `from`: nothing is taken out */
  readonly to?: number;
  readonly put: string;
}

function editsIn(file: ts.SourceFile): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (isOptional(node) && node.type !== undefined && !takesUndefined(node.type)) {
      const isOpen = ts.isFunctionOrConstructorTypeNode(node.type) || ts.isConditionalTypeNode(node.type);
      if (isOpen) edits.push({ from: node.type.getStart(file), put: '(' });
      edits.push({ from: node.type.end, put: `${isOpen ? ')' : ''} | undefined` });
    }
    const partial = partialOf(node);
    if (partial !== undefined) {
      const name = partial.getText(file);
      edits.push({
        from: node.getStart(file),
        to: node.end,
        put: `{ [Key in keyof ${name}]?: ${name}[Key] | undefined }`,
      });
    } else if (ts.isConditionalTypeNode(node)) {
      // What it asks about is compared with types that are not ours.
      [node.trueType, node.falseType].forEach(visit);
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return edits;
}

/** The type whose properties `Partial` makes optional. */
function partialOf(node: ts.Node): ts.TypeNode | undefined {
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName) || node.typeName.text !== 'Partial')
    return undefined;
  const [type] = node.typeArguments ?? [];
  return type !== undefined && ts.isTypeReferenceNode(type) ? type : undefined;
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
