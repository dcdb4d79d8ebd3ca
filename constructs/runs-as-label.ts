/** The label of a base stack's ZenML stack that says what runs on a service: `runs_as_cloud_run`. */
export function runsAsLabel(service: string): string {
  return `runs_as_${service.replaceAll('-', '_')}`;
}
