#!/usr/bin/env bash
# Trains a forest of 100 trees on the breast-cancer table (30 columns) and measures batch predictions with it. ROWS: 1000000.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
PATH="$(tools/node-path.sh):$PATH"
venv=$(trainer/venv.sh)
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
export PYTHONPATH=$PWD/trainer PYTHONDONTWRITEBYTECODE=1 TRAINYARD_TERMINATION_LOG="$place/words"
"$venv/bin/python" -m trainyard_trainer.samples breast-cancer "file://$place/tumour.csv" >&2
cat > "$place/run.json" <<JSON
{"outputUri": "file://$place/out/", "spec": {"model": "forest", "task": "BinaryClassification",
 "data": {"source": {"uri": "file://$place/tumour.csv"}, "target": "malignant", "drop": ["patient_id"]},
 "algorithm": {"name": "randomForest", "parameters": {"n_estimators": 100}}, "metrics": {"primary": "roc_auc"}}}
JSON
"$venv/bin/python" -m trainyard_trainer "$place/run.json" >&2
folder=$(dirname "$(find "$place/out" -name model.onnx | head -n 1)")
node bench/batch/main.ts "$folder" "${ROWS:-1000000}"
