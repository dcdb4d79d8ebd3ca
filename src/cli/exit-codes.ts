/** Exit codes of commands that compare, as those of `terraform plan -detailed-exitcode`. */
export const EXIT_CODES = {
  /** Nothing differs, nothing is left. */
  same: 0,
  failed: 1,
  /** Something differs, something is left. */
  different: 2,
} as const;
