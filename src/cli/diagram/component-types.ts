/** The types of components in the order in which they are shown, each with the strokes of its icon on a square of 16. */
const TYPES: Readonly<Record<string, string>> = {
  orchestrator:
    'M8 2.5a1.5 1.5 0 1 0 .01 0M3.5 10.5a1.5 1.5 0 1 0 .01 0M12.5 10.5a1.5 1.5 0 1 0 .01 0M7.3 5.4 4.3 10.4M8.7 5.4l3 5M5 12h6',
  artifact_store:
    'M3 4c0-1.1 2.2-2 5-2s5 .9 5 2-2.2 2-5 2-5-.9-5-2v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  container_registry: 'M2.5 5.2 8 2.5l5.5 2.7v5.6L8 13.5l-5.5-2.7V5.2L8 8l5.5-2.8M8 8v5.5',
  image_builder: 'M2.5 13.5v-4h4v4zM9.5 13.5v-4h4v4zM6 6.5v-4h4v4z',
  step_operator:
    'M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14',
  experiment_tracker: 'M2.5 2.5v11h11M4.5 10.5l3-4 2.5 2 3.5-4.5',
  model_registry: 'M3 2.5h7l3 3v8H3zM10 2.5v3h3M5.5 8.5h5M5.5 11h5',
  model_deployer: 'M8 10.5v-8M4.8 5.5 8 2.5l3.2 3M2.5 10v3.5h11V10',
  deployer: 'M8 10.5v-8M4.8 5.5 8 2.5l3.2 3M2.5 10v3.5h11V10',
  feature_store: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.2 3v10',
  data_validator: 'M8 2.2 13 4v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.7 8l1.7 1.7 3-3.2',
  alerter: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.3H3zM6.8 14h2.4',
  annotator: 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.5 4.2l2.3 2.3',
  log_store: 'M3 3.5h10M3 6.5h7M3 9.5h10M3 12.5h5',
  sandbox: 'M2.5 6.5h11v7h-11zM2.5 6.5l1.5-4h8l1.5 4M8 9v2',
};

const ORDER = Object.keys(TYPES);
const UNKNOWN = 'M3.5 3.5h9v9h-9z';

/** Sorts by type, and by name within one. */
export function byType(a: { readonly type: string; readonly name: string }, b: typeof a): number {
  const place = ({ type }: typeof a): number => (ORDER.includes(type) ? ORDER.indexOf(type) : ORDER.length);
  return place(a) - place(b) || (a.name < b.name ? -1 : 1);
}

/** `Artifact store` for `artifact_store`. */
export function typeTitle(type: string): string {
  const words = type.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The strokes of an icon. */
export function iconOf(type: string): string {
  return TYPES[type] ?? UNKNOWN;
}
