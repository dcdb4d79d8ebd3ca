/** What terraform or a provider had to say. */
export interface TerraformDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Of the object, such as "zenml_stack.this". */
  readonly address?: string;
}

/** A terraform command that ended. */
export interface TerraformRun {
  readonly exitCode: number;
  /** All it printed. */
  readonly output: string;
  /** Of commands run with -json; empty for others. */
  readonly diagnostics: readonly TerraformDiagnostic[];
}

/** Reads the diagnostics out of terraform's machine-readable lines. */
export function parseRun(exitCode: number, output: string): TerraformRun {
  const diagnostics = output.split('\n').flatMap((line) => {
    const message = parseLine(line);
    return message?.type === 'diagnostic' && message.diagnostic !== undefined ? [message.diagnostic] : [];
  });
  return { exitCode, output, diagnostics };
}

function parseLine(line: string): { type?: string; diagnostic?: TerraformDiagnostic } | undefined {
  if (!line.startsWith('{"@level"')) return undefined;
  try {
    return JSON.parse(line) as { type?: string; diagnostic?: TerraformDiagnostic };
  } catch {
    return undefined;
  }
}
