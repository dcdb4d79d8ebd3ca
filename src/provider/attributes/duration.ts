import { errorDiagnostic, type Validator } from '../../framework';

const MILLISECONDS = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1, us: 0.001, µs: 0.001, ns: 0.000_001 } as const;
const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/g;
const WHOLE = new RegExp(`^\\+?(?:${PART.source})+$`);

/**
 * Milliseconds of a duration as Terraform users write it in `timeouts`: `30s`, `5m`, `1h30m`, `1.5h`. Undefined for any
 * other text; durations are positive.
 */
export function parseDuration(text: string): number | undefined {
  if (!WHOLE.test(text)) return undefined;
  const total = [...text.matchAll(PART)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * MILLISECONDS[unit as keyof typeof MILLISECONDS],
    0,
  );
  return total > 0 ? total : undefined;
}

/** Text that {@link parseDuration} understands. */
export const duration: Validator<string> = {
  validate: (value, path) =>
    parseDuration(value) === undefined
      ? [
          errorDiagnostic(
            'Invalid Duration',
            `"${value}" is no duration. Expected a positive number with a unit, such as "30s", "5m" or "1h30m".`,
            path,
          ),
        ]
      : [],
};
