import { Construct } from 'constructs';
import type { Environment } from './environment';
import { addEnvironmentLabels } from './environment-labels';
import { addStrictKeyPolicy } from './policies/strict-keys';
import { Registrar } from './registration/registrar';

/**
 * Has synth or plan refuse what would be deployed elsewhere than its environment says, or against its rules: a `zenmlServerUrl` other
 * than that of the server which the provider talks to, and long-lived keys where the environment refuses them. Accounts and
 * projects are the cloud's to know. Also what is made beside it has the labels of the environment from then on. Every base stack has it, made
 * here or looked up, and every stack that has an environment and no base.
 */
export function addEnvironmentGuards(base: Construct, environment: Environment): void {
  addStrictKeyPolicy(base, environment);
  addEnvironmentLabels(base, environment);
  const { zenmlServerUrl } = environment;
  if (zenmlServerUrl !== undefined) Registrar.of(base).expectServer(new Construct(base, 'server'), zenmlServerUrl);
}
