/** Constructs that wait for their page in docs/constructs. */
export const UNDOCUMENTED: readonly string[] = ['CustomFlavor', 'Secret'];
