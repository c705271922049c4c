#!/usr/bin/env bash
# Compares our search for passages with plain BM25 (npm minisearch) on the same documents and questions, in one run.
# benchmarks/retrieval/run.sh FOLDER-OF-DOCUMENTS QUESTIONS.jsonl [QUESTIONS.jsonl ...]; MISSES=1 also prints what our search misses.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
[ $# -ge 2 ] || { sed -n '2,3p' "${BASH_SOURCE[0]}" >&2; exit 2; }
documents="$(realpath "$1")"; shift
work="$root/artifacts/retrieval"
mkdir -p "$work"
cp "$root"/benchmarks/retrieval/{compare.mjs,package.json} "$work/"
[ -d "$work/node_modules/minisearch" ] || npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --no-package-lock >&2
bot="$root/src/Bot/bin/Debug/net10.0/CommissioningBot.Bot.dll"
[ -n "${NO_BUILD:-}" ] || dotnet build "$root/src/Bot" --nologo -v quiet >&2
export COMMISSIONINGBOT_DATA="$work/data"
rm -rf "$COMMISSIONINGBOT_DATA"
dotnet "$bot" import documents "$documents" >&2 || [ $? -eq 1 ]
dotnet "$bot" passages > "$work/passages.jsonl"
for questions in "$@"; do
  dotnet "$bot" passages --find "$questions" --top 5 > "$work/ours.jsonl"
  node "$work/compare.mjs" "$work/passages.jsonl" "$questions" "$work/ours.jsonl" ${MISSES:+--misses}
done
