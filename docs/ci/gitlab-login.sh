#!/usr/bin/env bash
# gitlab-login.sh: writes the job's identity tokens to files, and what makes terraform use them to standard output: eval "$(bash gitlab-login.sh)".
# AWS_ROLE_ARN and AWS_ID_TOKEN are for AWS; GOOGLE_WORKLOAD_IDENTITY_PROVIDER (projects/.../providers/...), GOOGLE_SERVICE_ACCOUNT and
# GOOGLE_ID_TOKEN for Google Cloud. There are no keys: a token is valid for this job.
set -euo pipefail

# Outside of the project's folder, so that no artifact takes them along.
directory=$(mktemp -d)
umask 077

if [ -n "${AWS_ROLE_ARN:-}" ]; then
  printf '%s' "${AWS_ID_TOKEN:?give the job an id_token for AWS}" >"$directory/aws-token"
  echo "export AWS_WEB_IDENTITY_TOKEN_FILE='$directory/aws-token' AWS_ROLE_SESSION_NAME='gitlab-${CI_PIPELINE_ID:-pipeline}'"
fi

if [ -n "${GOOGLE_WORKLOAD_IDENTITY_PROVIDER:-}" ]; then
  printf '%s' "${GOOGLE_ID_TOKEN:?give the job an id_token for Google Cloud}" >"$directory/google-token"
  cat >"$directory/google.json" <<JSON
{
  "type": "external_account",
  "audience": "//iam.googleapis.com/$GOOGLE_WORKLOAD_IDENTITY_PROVIDER",
  "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
  "token_url": "https://sts.googleapis.com/v1/token",
  "credential_source": { "file": "$directory/google-token" },
  "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${GOOGLE_SERVICE_ACCOUNT:?name the service account}:generateAccessToken"
}
JSON
  echo "export GOOGLE_APPLICATION_CREDENTIALS='$directory/google.json'"
fi
