#!/usr/bin/env bash
# Compares a bare echo, Bot Builder's echo and this bot's durable turn on this computer. Options are passed on: --seconds 8 --rounds 3
# --conversations 100,100000 --only durable
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -d benchmarks/BotBuilder/node_modules ] || npm install --prefix benchmarks/BotBuilder --ignore-scripts --no-audit --no-fund --no-package-lock >&2
dotnet build benchmarks/Load -c Release --nologo -v quiet >&2
dotnet build benchmarks/Echo -c Release --nologo -v quiet >&2
exec dotnet benchmarks/Load/bin/Release/net10.0/CommissioningBot.Benchmarks.Load.dll "$PWD" "$@"
