#!/usr/bin/env bash
# apply.sh STACK: applies the plan that plan.sh has saved, and nothing else: the app is not synthesized again.
# Terraform refuses a plan whose state has changed since ("Saved plan is stale").
set -euo pipefail

stack=${1:?name the Terraform stack}
directory="cdktf.out/stacks/$stack"

[ -f "$directory/tfplan" ] || { echo "No saved plan is in $directory: run plan.sh $stack first, and keep what it writes." >&2; exit 1; }
# With the providers that the plan was made with, and no others.
terraform -chdir="$directory" init -input=false -no-color -lockfile=readonly
terraform -chdir="$directory" apply -input=false -no-color -lock-timeout=5m tfplan
# It has been carried out; nobody needs it any more, and it holds sensitive values.
rm -f "$directory/tfplan"
