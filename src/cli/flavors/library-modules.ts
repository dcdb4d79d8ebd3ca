import type { Flavor } from '../../zenml';
import { describeFlavor, groupedByType, sortedFlavors, type DescribedFlavor } from './described-flavor';
import { configurationSource, namesUsed, rulesSource } from './flavor-source';
import { flavorMapName, moduleName, propertyText } from './names';
import { nestedModels } from './nested-models';

/** The modules of `constructs/flavors` by file name: the configurations of all flavors of a server. */
export function libraryModules(flavors: readonly Flavor[], version: string): ReadonlyMap<string, string> {
  const sorted = sortedFlavors(flavors);
  const models = nestedModels(sorted);
  const described = sorted.map((flavor) => describeFlavor(flavor, (model) => models.nameFor(flavor, model)));
  const byType = groupedByType(described);
  const typeModules = [...byType].map(
    ([type, members]) =>
      [`${moduleName(type)}.ts`, typeModule(type, members, [...models.declarations.keys()])] as const,
  );
  return new Map([
    ...typeModules.map(([file, text]) => [file, header(version) + text] as const),
    ['models.ts', header(version) + modelsModule([...models.declarations.values()])],
    ['index.ts', indexModule(byType, [...models.declarations.keys()], version)],
  ]);
}

function header(version: string): string {
  return `// Generated from the flavors of ZenML ${version} by \`npm run flavors\`: the next run overwrites it.\n`;
}

function typeModule(type: string, flavors: readonly DescribedFlavor[], models: readonly string[]): string {
  const configurations = flavors.map(configurationSource).join('\n');
  return [
    importsSource(configurations, models),
    configurations,
    '',
    `/** The configurations of the flavors of ${type}. Augment it with those of your own flavors. */`,
    `export interface ${flavorMapName(type)} {`,
    ...flavors.map(({ flavor, configurationName }) => `  readonly ${propertyText(flavor)}: ${configurationName};`),
    '}',
    '',
    `/** What types cannot say of the keys, by flavor and by the server's own key. */`,
    `export const ${rulesName(type)}: FlavorRules = ${rulesSource(flavors)};`,
    '',
  ].join('\n');
}

function rulesName(type: string): string {
  return `${type.toUpperCase()}_RULES`;
}

/** The imports of a module that declares configurations. */
function importsSource(text: string, models: readonly string[]): string {
  const values = namesUsed(text, ['Configuration', 'ConfigurationValue']);
  const used = namesUsed(text, models);
  return [
    ...(namesUsed(text, ['IResolvable']).length > 0 ? ["import type { IResolvable } from 'cdktf';"] : []),
    ...(values.length > 0 ? [`import type { ${values.join(', ')} } from '../configuration';`] : []),
    "import type { FlavorRules } from '../flavor-rules';",
    ...(used.length > 0 ? [`import type { ${used.join(', ')} } from './models';`] : []),
    '',
    '',
  ].join('\n');
}

function modelsModule(declarations: readonly string[]): string {
  const text = declarations.join('\n');
  const values = namesUsed(text, ['Configuration', 'ConfigurationValue']);
  const imports = values.length > 0 ? `import type { ${values.join(', ')} } from '../configuration';\n\n` : '\n';
  return imports + text;
}

function indexModule(
  byType: ReadonlyMap<string, readonly DescribedFlavor[]>,
  models: readonly string[],
  version: string,
): string {
  const law = `/**
 * The configuration of every flavor of ZenML ${version}, generated from that server's own schemas by \`npm run flavors\`.
 * Nothing here is written by hand: the next run overwrites the folder.
 */
`;
  const exports = [...byType].map(([type, flavors]) => {
    const names = [...flavors.map(({ configurationName }) => configurationName), flavorMapName(type)].sort();
    return exportSource([rulesName(type), ...names.map((name) => `type ${name}`)], moduleName(type));
  });
  return [
    law,
    ...exports,
    exportSource(
      models.map((name) => `type ${name}`),
      'models',
    ),
  ].join('');
}

function exportSource(names: readonly string[], module: string): string {
  return `export {\n${names.map((name) => `  ${name},\n`).join('')}} from './${module}';\n`;
}
