import type { Environment } from './environment';

/** The labels that everything of an environment carries, as tags on cloud resources and labels on ZenML objects. */
export function commonLabels(
  { name, projectName, team, costCenter, tags }: Environment,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    ...tags,
    ...own,
    managed_by: 'terraform',
    environment: name,
    ...(projectName !== undefined && { project: projectName }),
    ...(team !== undefined && { team }),
    ...(costCenter !== undefined && { cost_center: costCenter }),
  };
}
