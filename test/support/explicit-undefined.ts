import path from 'node:path';
import ts from 'typescript';
import { packageInfo } from './test-folder';

/**
 * The programs, by their names, with every optional property of ours that they leave out given as `undefined`, as a program does
 * that hands on a setting of its own which may be left out.
 */
export function explicitUndefined(programs: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  // They are where none of our packages is farther than it is for the real ones; no file is written.
  const files = new Map(
    [...programs].map(([name, text]) => [
      path.join(packageInfo.root, '.test', 'explicit-undefined', `${name}.ts`),
      text,
    ]),
  );
  const program = ts.createProgram([...files.keys()], OPTIONS, hostWith(files));
  const checker = program.getTypeChecker();
  return new Map(
    [...files.keys()].map((file) => {
      const source = program.getSourceFile(file);
      if (source === undefined) throw new Error(`${file} was not read`);
      return [path.basename(file, '.ts'), filledIn(source, checker)];
    }),
  );
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  skipLibCheck: true,
  types: ['node'],
  paths: {
    'cdktf-zenml': [path.join(packageInfo.root, 'constructs/index.ts')],
    'cdktf-zenml/bindings/*': [path.join(packageInfo.root, 'src/bindings/*/index.ts')],
    'cdktf-zenml/*': [path.join(packageInfo.root, 'constructs/*/index.ts')],
  },
};

function hostWith(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  return {
    ...host,
    readFile: (file) => files.get(file) ?? host.readFile(file),
    fileExists: (file) => files.has(file) || host.fileExists(file),
    getSourceFile: (file, options) => {
      const text = files.get(file);
      return text === undefined ? host.getSourceFile(file, options) : ts.createSourceFile(file, text, options);
    },
  };
}

function filledIn(source: ts.SourceFile, checker: ts.TypeChecker): string {
  const insertions: { readonly at: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const text = leftOut(node, checker).map((name) => ` ${JSON.stringify(name)}: undefined,`);
      insertions.push({ at: node.getStart(source) + 1, text: text.join('') });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // From the end to the start, so that what is still to be changed stays where it is.
  return insertions
    .sort((one, other) => other.at - one.at)
    .reduce((result, { at, text }) => result.slice(0, at) + text + result.slice(at), source.text);
}

/** Names of the optional properties that an object does not have. Where several types are meant, none. */
function leftOut(node: ts.ObjectLiteralExpression, checker: ts.TypeChecker): readonly string[] {
  const given = new Set(checker.getPropertiesOfType(checker.getTypeAtLocation(node)).map(({ name }) => name));
  const type = checker.getNonNullableType(checker.getContextualType(node) ?? checker.getAnyType());
  const meant = (type.isUnion() ? type.types : [type]).filter(({ flags }) => (flags & ts.TypeFlags.Object) !== 0);
  const [only, ...others] = meant;
  return only === undefined || others.length > 0
    ? []
    : checker
        .getPropertiesOfType(only)
        .filter((each) => (each.flags & ts.SymbolFlags.Optional) !== 0 && isOurs(each) && !given.has(each.name))
        .map(({ name }) => name);
}

/** Whether a property is declared by the constructs or the bindings of our provider. */
function isOurs({ declarations = [] }: ts.Symbol): boolean {
  const rooms = ['constructs', path.join('src', 'bindings')].map(
    (room) => path.join(packageInfo.root, room) + path.sep,
  );
  return declarations.some((each) => rooms.some((room) => each.getSourceFile().fileName.startsWith(room)));
}
