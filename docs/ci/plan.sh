#!/usr/bin/env bash
# plan.sh STACK: synthesizes the app and plans a Terraform stack.
# What will be applied is saved beside the configuration, in cdktf.out/stacks/STACK; plan.txt is for people.
# Exit code as of "terraform plan -detailed-exitcode": 0 nothing differs, 1 error, 2 something differs.
set -euo pipefail

stack=${1:?name the Terraform stack}
directory="cdktf.out/stacks/$stack"

npx cdktf synth >&2
rm -f "$directory/tfplan" "$directory/plan.txt"
terraform -chdir="$directory" init -input=false -no-color >&2

code=0
terraform -chdir="$directory" plan -input=false -no-color -lock-timeout=5m -detailed-exitcode -out=tfplan >&2 || code=$?
[ "$code" -eq 0 ] || [ "$code" -eq 2 ] || exit 1

# Hides sensitive values, which the saved plan itself holds.
terraform -chdir="$directory" show -no-color tfplan >"$directory/plan.txt"
exit "$code"
