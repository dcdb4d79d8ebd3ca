/** Where a value comes from if its variable is not set. */
export interface FromVariableOptions {
  /**
   * What the value is then.
   * @default none; it must be set
   */
  readonly default?: string;
  /**
   * Where the variables are.
   * @default those of the process
   */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

/** What the names of variables end with that hold secrets. */
const SECRET_NAME = /(^|_)(SECRET|PASSWORD|TOKEN|(API|ACCESS|PRIVATE|SECRET)_?KEY)$/i;

/**
 * The value of an environment variable, for a setting of an environment. One that is empty counts as not set.
 * @throws where it is not set, and where its name says that it is a secret: what a setting holds lies in `cdktf.out`
 */
export function fromVariable(name: string, options: FromVariableOptions = {}): string {
  const { variables = process.env, default: otherwise } = options;
  if (SECRET_NAME.test(name)) {
    throw new Error(
      `the environment variable ${name} is a secret by its name, and settings lie readable in cdktf.out: make it a TerraformVariable with sensitive: true, and set TF_VAR_<its id>`,
    );
  }
  const value = variables[name];
  if (value !== undefined && value !== '') return value;
  if (otherwise !== undefined) return otherwise;
  throw new Error(
    `the environment variable ${name} is not set, and there is no default for it: set it, or give a default`,
  );
}
