/** The value of an environment variable; an empty one counts as not set. */
export function variable(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = environment[name];
  return value === '' ? undefined : value;
}
