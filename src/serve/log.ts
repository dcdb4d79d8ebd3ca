import { writeSync } from 'node:fs';
import type { CallContext, LogLevel } from '../framework';

const STDERR = 2;
const LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A log of hclog's JSON lines on stderr, which Terraform shows at the level that TF_LOG_PROVIDER or TF_LOG asks for.
 * What nobody asked for is not written; without either variable only errors are.
 */
export function createLog(environment: Environment, module: string): CallContext['log'] {
  const lowest = lowestLevel([environment.TF_LOG_PROVIDER, environment.TF_LOG].find((level) => level));
  return (level, message, fields) => {
    if (LEVELS.indexOf(level) < lowest) return;
    const line = { '@level': level, '@message': message, '@module': module, '@timestamp': new Date().toISOString() };
    writeLine(JSON.stringify({ ...fields, ...line }));
  };
}

function writeLine(line: string): void {
  try {
    writeSync(STDERR, `${line}\n`);
  } catch {
    // Terraform may be gone before its provider is: nobody reads the log then.
  }
}

function lowestLevel(asked: string | undefined): number {
  const name = asked?.toLowerCase();
  if (name === undefined) return LEVELS.indexOf('error');
  if (name === 'off') return LEVELS.length;
  const level = LEVELS.findIndex((candidate) => candidate === name);
  return level === -1 ? 0 : level;
}
