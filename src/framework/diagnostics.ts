/** One step of an attribute path: an attribute's name, or a key or index of an element. */
export type PathStep = { readonly attribute: string } | { readonly key: string } | { readonly index: number };

/** Where in a configuration or state a diagnostic points, from the root of the resource. */
export type AttributePath = readonly PathStep[];

/** What goes to the user. The summary is Title Case and short; the detail says what was wrong, what was expected, and who acts next. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly path?: AttributePath;
}

/** A path of attribute names: `attributePath('timeouts', 'create')`. */
export function attributePath(...names: readonly string[]): AttributePath {
  return names.map((attribute) => ({ attribute }));
}

/** The path of one key in a map attribute: `configuration["path"]`. */
export function mapKeyPath(attribute: string, key: string): AttributePath {
  return [{ attribute }, { key }];
}

export function errorDiagnostic(summary: string, detail: string, path?: AttributePath): Diagnostic {
  return { severity: 'error', summary, detail, ...(path && { path }) };
}

export function warningDiagnostic(summary: string, detail: string, path?: AttributePath): Diagnostic {
  return { severity: 'warning', summary, detail, ...(path && { path }) };
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** A path as Terraform prints it: `configuration["path"]`. */
export function formatPath(path: AttributePath): string {
  return path
    .map((step, position) => {
      if ('attribute' in step) return position === 0 ? step.attribute : `.${step.attribute}`;
      return 'key' in step ? `[${JSON.stringify(step.key)}]` : `[${step.index}]`;
    })
    .join('');
}
