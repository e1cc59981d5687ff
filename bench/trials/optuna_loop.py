"""The work of config/samples/experiment-to-canary/2-experiment.yaml as people do it in a notebook: one process, one Optuna
study a family, five folds a trial; no pod, no export, no record. Prints one line of JSON with its seconds.

    <venv of trainer/venv.sh>/bin/python bench/trials/optuna_loop.py tumour.csv
"""

from __future__ import annotations

import json
import sys
import time

import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from xgboost import XGBClassifier

TRIALS = {"xgb": 15, "forest": 10, "logistic": 5}


def model_of(family: str, trial: optuna.Trial):
    if family == "xgb":
        return XGBClassifier(
            n_estimators=100,
            max_depth=trial.suggest_int("max_depth", 2, 8),
            learning_rate=trial.suggest_float("learning_rate", 0.01, 0.3, log=True),
            subsample=trial.suggest_float("subsample", 0.5, 1),
            n_jobs=1,
        )
    if family == "forest":
        return RandomForestClassifier(
            n_estimators=trial.suggest_int("n_estimators", 50, 200, step=10),
            max_depth=trial.suggest_int("max_depth", 3, 12),
            n_jobs=1,
        )
    regression = LogisticRegression(C=trial.suggest_categorical("C", [0.01, 0.1, 1, 10, 100]))
    return make_pipeline(SimpleImputer(), StandardScaler(), regression)


def main(path: str) -> None:
    began = time.perf_counter()
    table = pd.read_csv(path)
    y, x = table["malignant"], table.drop(columns=["malignant", "patient_id"])
    train, _, y_train, _ = train_test_split(x, y, test_size=0.2, stratify=y, random_state=42)
    folds = StratifiedKFold(5, shuffle=True, random_state=42)
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    best = {}
    for family, trials in TRIALS.items():

        def objective(trial: optuna.Trial, family: str = family) -> float:
            return cross_val_score(model_of(family, trial), train, y_train, cv=folds, scoring="roc_auc").mean()

        study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=1))
        study.optimize(objective, n_trials=trials)
        best[family] = round(study.best_value, 5)
    print(json.dumps({"seconds": round(time.perf_counter() - began, 2), "trials": sum(TRIALS.values()), "best": best}))


if __name__ == "__main__":
    main(sys.argv[1])
