import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageInfo } from './test-folder';

/** The folder `examples/` of this repository. */
export const examplesRoot = path.join(packageInfo.root, 'examples');

/** The names of the examples in a folder of `examples/`, such as the resources that have one. */
export function exampleNames(kind: string): string[] {
  const folder = path.join(examplesRoot, kind);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** The text of a file below `examples/`. */
export function example(...names: readonly string[]): string {
  return readFileSync(path.join(examplesRoot, ...names), 'utf8');
}

/** The addresses of the resources that a configuration describes. */
export function resourcesIn(hcl: string): string[] {
  return [...hcl.matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(([, type, name]) => `${type ?? ''}.${name ?? ''}`).sort();
}

/** A value for each string variable without default that a configuration asks for, as terraform reads it from its environment. */
export function variableValues(hcl: string): Record<string, string> {
  const wanted = [...hcl.matchAll(/^variable "(\w+)" \{([^]*?)^\}/gm)].filter(
    ([, , body]) => !body?.includes('default'),
  );
  return Object.fromEntries(wanted.map(([, name = '']) => [`TF_VAR_${name}`, `a-${name.replaceAll('_', '-')}`]));
}

/**
 * Connectors of a configuration without their verification, which would ask a cloud: an override file for terraform, in
 * which only that argument stands.
 */
export function withoutVerification(hcl: string): string {
  return resourcesIn(hcl)
    .filter((address) => address.startsWith('zenml_service_connector.'))
    .map((address) => `resource "${address.replace('.', '" "')}" {\n  verify = false\n}\n`)
    .join('\n');
}
