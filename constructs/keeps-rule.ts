import type { ComplianceRule, Environment } from './environment';

/** Whether an environment keeps a rule of the strict mode: it is strict, and no exception takes the rule out. */
export function keepsRule({ complianceMode, exceptions = {} }: Environment, rule: ComplianceRule): boolean {
  return complianceMode === 'strict' && exceptions[rule] === undefined;
}

/** The rules that an environment is excepted from, each with the reason. A reason that is undefined is none. */
export function exceptionsOf({ exceptions = {} }: Environment): readonly (readonly [rule: string, reason: string])[] {
  return Object.entries(exceptions).flatMap(([rule, reason]: [string, string | undefined]) =>
    reason === undefined ? [] : [[rule, reason] as const],
  );
}
