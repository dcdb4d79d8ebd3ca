import type { Check } from '../checks';

/** That the name of the app is a part of a path and of a workspace's name. */
export function appCheck(label: string, app: string): Check {
  return {
    holds: /^[a-z0-9][a-z0-9_-]{0,62}$/i.test(app),
    message: `${label} has the app "${app}"; expected 1 to 63 letters, digits, hyphens and underscores, which are the first part of where the states lie: rename it`,
  };
}

/**
 * That nothing but the known options is given: what is written here lies readable in cdktf.out, so a credential that a program without
 * types passes on must stop it.
 */
export function optionsCheck(label: string, options: object, known: readonly string[]): Check {
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  return {
    holds: unknown.length === 0,
    message: `${label} has the options ${unknown.join(', ')}; expected ${known.join(', ')}: take them out, and leave credentials to the environment that terraform runs in, since a backend's configuration lies readable in cdktf.out`,
  };
}
