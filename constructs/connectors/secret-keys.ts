/** The keys that hold secrets in the configuration of any known type and method. */
export const CONNECTOR_SECRET_KEYS: readonly string[] = [
  'access_token',
  'aws_secret_access_key',
  'aws_session_token',
  'base64_ssh_key',
  'client_certificate',
  'client_key',
  'client_secret',
  'password',
  'refresh_token',
  'service_account_json',
  'ssh_passphrase',
  'token',
  'user_account_json',
];
