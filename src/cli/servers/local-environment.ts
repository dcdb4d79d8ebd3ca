import { devNull } from 'node:os';

/** Region of everything that is made on moto. */
export const LOCAL_AWS_REGION = 'us-east-1';

/** Variables that would send a local run to a real cloud or a real server. */
const FOREIGN = /^(AWS_|ZENML_|GOOGLE_|CLOUDSDK_|PYTHONHOME$|PYTHONPATH$|VIRTUAL_ENV$|TF_)/;

/** The caller's environment without what points to a cloud, a server or a terraform configuration of theirs. */
export function neutralEnvironment(base: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(base).filter(
    ([name]) => !FOREIGN.test(name) || name === 'TF_LOG' || name === 'TF_LOG_PATH',
  );
  return { ...Object.fromEntries(kept), ...directLoopback(base) };
}

/** What makes AWS clients talk to moto, with throw-away keys and never with the user's own. */
export function motoEnvironment(motoUrl: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: motoUrl,
    AWS_ACCESS_KEY_ID: 'quickstart',
    AWS_SECRET_ACCESS_KEY: 'quickstart',
    AWS_REGION: LOCAL_AWS_REGION,
    AWS_DEFAULT_REGION: LOCAL_AWS_REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}

/** Keeps a proxy of the user's out of the way to the servers on this machine. */
export function directLoopback(base: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const listed = base.NO_PROXY ?? base.no_proxy ?? '';
  const value = [...new Set([...listed.split(',').filter(Boolean), '127.0.0.1', 'localhost'])].join(',');
  return { NO_PROXY: value, no_proxy: value };
}
