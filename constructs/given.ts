/** The properties that have a value. Those that are `undefined` would replace what they are laid over. */
export function given<Values extends object>(values: Values | undefined): Partial<Values> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as Partial<Values>;
}
