#!/usr/bin/env bash
# Drops the sample articles and one that is new, waits until each is served, and looks at the status.
#
#   infra/smoke-test.sh API_URL STORAGE
#
# API_URL  the address of the API, as https://NAME.azurewebsites.net/api or http://127.0.0.1:7071/api
# STORAGE  what `pipeline upload --to` takes: https://ACCOUNT.blob.core.windows.net (as who `az login` signed in) or a connection string
#
# Needs bash, curl and the .NET SDK, or instead of the SDK the command in PIPELINE, as PIPELINE=pipeline where the tool is installed.
# SMOKE_TEST_SECONDS (600) is how long it waits for all articles. Files stay below smoke-test/ in the container of the articles; another
# run replaces what changed.
set -euo pipefail

api=${1:?the address of the API is missing}
storage=${2:?the storage is missing}
deadline=$((SECONDS + ${SMOKE_TEST_SECONDS:-600}))
root=$(cd "$(dirname "$0")/.." && pwd)
read -ra pipeline <<< "${PIPELINE:-dotnet run --project $root/src/Pipeline.Cli --configuration Release --}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "smoke test: $*" >&2
  exit 1
}

# Writes the body of an answer to $work/body, and its status to the output: 000 where there is none.
get() { curl --silent --show-error --max-time 60 --output "$work/body" --write-out '%{http_code}' "$@" 2> "$work/error" || true; }

# Asks until the status is the wanted one.
wait_for() {
  local wanted=$1 status
  shift
  until status=$(get "$@") && [ "$status" = "$wanted" ]; do
    [ "$SECONDS" -lt "$deadline" ] || fail "$* answers $status: $(head -c 500 "$work/body" "$work/error" 2> /dev/null)"
    sleep 2
  done
}

echo "Waiting for $api/health ..."
wait_for 200 "$api/health"

# A title that no run before had: what is served cannot be a leftover.
mark="Smoke test $(date -u +%Y%m%dT%H%M%SZ)"
mkdir "$work/samples"
cp "$root"/src/Pipeline.Cli/Samples/* "$work/samples/"
rm "$work/samples/README.md"
printf '%s\n\nThe port authority said on Monday that container traffic rose again in October. Unions and terminal operators agreed on new shifts, and both sides want talks on tariffs to go on.\n' "$mark" > "$work/samples/smoke-test.txt"

"${pipeline[@]}" upload "$work/samples" --prefix smoke-test --to "$storage"

articles=0
rejected=0
for file in "$work"/samples/*; do
  name=$(basename "$file")
  wait_for 200 --get "$api/articles" --data-urlencode "blob=smoke-test/$name"
  for id in $(grep -oE '"(id|articleId)":"[a-z2-7]{26}"' "$work/body" | cut -d '"' -f 4 | sort -u); do
    until status=$(get "$api/summaries/$id") && { [ "$status" = 200 ] || [ "$status" = 422 ]; }; do
      [ "$SECONDS" -lt "$deadline" ] || fail "$name: $api/summaries/$id answers $status"
      sleep 2
    done
    if [ "$status" = 422 ]; then
      rejected=$((rejected + 1))
    else
      grep -q '"text":"' "$work/body" || fail "$name: the summary has no sentence"
      articles=$((articles + 1))
      summary=$id
    fi
  done
  if [ "$name" = smoke-test.txt ]; then
    until get "$api/summaries/$summary" > /dev/null && grep -q "$mark" "$work/body"; do
      [ "$SECONDS" -lt "$deadline" ] || fail "the new version of $name is not served"
      sleep 2
    done
  fi
done

wait_for 200 "$api/status"
echo "$articles articles are served, $rejected are rejected."
[ "$rejected" -eq 0 ] || fail "no sample should be rejected"
[ "$articles" -ge 25 ] || fail "there should be more articles"
cat "$work/body"
echo
