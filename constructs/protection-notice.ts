import { Annotations } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Environment } from './environment';
import { keepsRule } from './keeps-rule';

/** Has each synth of an environment that terraform refuses to destroy say how it is given up: terraform's refusal does not. */
export function addProtectionNotice(construct: IConstruct, environment: Environment): void {
  if (!keepsRule(environment, 'prevent-destroy')) return;
  Annotations.of(construct).addInfo(
    `environment "${environment.name}" is strict: terraform refuses to destroy its bucket, registry and key. To give it up, set ` +
      `exceptions: { 'prevent-destroy': '<reason>' } and forceDestroy: true in it, deploy, and then destroy (docs/destroying.md)`,
  );
}
