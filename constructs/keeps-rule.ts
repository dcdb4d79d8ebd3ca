import type { ComplianceRule, Environment } from './environment';

/** Whether an environment keeps a rule of the strict mode: it is strict, and no exception takes the rule out. */
export function keepsRule({ complianceMode, exceptions = {} }: Environment, rule: ComplianceRule): boolean {
  return complianceMode === 'strict' && exceptions[rule] === undefined;
}
