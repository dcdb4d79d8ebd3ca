/** The label of a base stack's ZenML stack that says what runs on a service: `runs_as_cloud_run`. */
export function runsAsLabel(service: string): string {
  return `runs_as_${service.replaceAll('-', '_')}`;
}

/** The label of a base stack's ZenML stack that names the key which whoever uses its bucket must be allowed to use. */
export const ENCRYPTION_KEY_LABEL = 'encryption_key';
