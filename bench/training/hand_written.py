"""What somebody would write without Trainyard: the same folds, fit and export, and a file with the scores.

Arguments: a table (CSV or Parquet), its target, the number of trees, and a folder for the results.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pandas as pd
from onnxmltools.convert.xgboost.operator_converters.XGBoost import convert_xgboost
from skl2onnx import to_onnx, update_registered_converter
from skl2onnx.common.shape_calculator import calculate_linear_classifier_output_shapes
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder
from xgboost import XGBClassifier

path, target, trees, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])
frame = pd.read_parquet(path) if path.endswith(".parquet") else pd.read_csv(path)
y = frame.pop(target).to_numpy()
numbers = list(frame.select_dtypes("number"))
texts = [name for name in frame if name not in numbers]
frame[numbers] = frame[numbers].astype(np.float32)


def pipeline() -> Pipeline:
    steps = [("numbers", SimpleImputer(strategy="median"), numbers)]
    if texts:
        encoded = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore"))
        steps.append(("texts", encoded, texts))
    model = XGBClassifier(n_estimators=trees, max_depth=6, tree_method="hist", random_state=7)
    return Pipeline([("features", ColumnTransformer(steps)), ("model", model)])


train, test = train_test_split(np.arange(len(y)), test_size=0.2, stratify=y, random_state=7)
scores = []
for fit_on, measure_on in StratifiedKFold(5, shuffle=True, random_state=7).split(train, y[train]):
    fitted = pipeline().fit(frame.iloc[train[fit_on]], y[train[fit_on]])
    rows = train[measure_on]
    scores.append(roc_auc_score(y[rows], fitted.predict_proba(frame.iloc[rows])[:, 1]))
final = pipeline().fit(frame.iloc[train], y[train])
held_out = roc_auc_score(y[test], final.predict_proba(frame.iloc[test])[:, 1])

update_registered_converter(
    XGBClassifier,
    "XGBoostXGBClassifier",
    calculate_linear_classifier_output_shapes,
    convert_xgboost,
    options={"nocl": [True, False], "zipmap": [True, False, "columns"]},
)
graph = to_onnx(final, frame.iloc[:1], options={id(final): {"zipmap": False}}, target_opset={"": 17, "ai.onnx.ml": 3})
folder.mkdir(parents=True, exist_ok=True)
(folder / "model.onnx").write_bytes(graph.SerializeToString())
onnxruntime.InferenceSession(str(folder / "model.onnx"))
report = {"cv": float(np.mean(scores)), "std": float(np.std(scores)), "test": float(held_out)}
(folder / "scores.json").write_text(json.dumps(report))
