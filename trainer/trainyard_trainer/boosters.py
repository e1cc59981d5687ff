"""What is special about fitted XGBoost models: DART boosters, and the parameters that the library chose."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
LEAF = -1
#: So few float32 sums in a row that what they lose does not show.
TREES_AT_ONCE = 32
#: Parameters of the booster that XGBoost's scikit-learn classes pass on without listing them.
NATIVE_PARAMETERS = frozenset(
    (
        "alpha",
        "eta",
        "huber_slope",
        "lambda",
        "max_cached_hist_node",
        "normalize_type",
        "one_drop",
        "quantile_alpha",
        "rate_drop",
        "sample_type",
        "skip_drop",
        "tweedie_variance_power",
    )
)


def base_score(model: Any) -> float:
    """What the booster starts from, in the unit of the prediction: of two classes, a probability."""
    document = json.loads(model.get_booster().save_config())
    text = document["learner"]["learner_model_param"]["base_score"]
    return float(text.strip("[]").split(",")[0])


def summing_error(model: Any, matrix: Array) -> float:
    """How far XGBoost's own prediction is from the sum of its trees, at most over the rows of `matrix` ([N,features]
    float32), in the unit of the margin: it adds the trees one after the other in float32. Thousands of trees drift by
    more than 1e-5, and a graph that adds them in another order is nearer to the truth. 0 for another kind of model."""
    import xgboost

    if not isinstance(model, xgboost.XGBModel):
        return 0.0
    booster = model.get_booster()
    data = xgboost.DMatrix(matrix)
    data.set_base_margin(np.zeros(booster.predict(data, output_margin=True).shape, dtype=np.float32))
    rounds = booster.num_boosted_rounds()
    parts = [(first, min(first + TREES_AT_ONCE, rounds)) for first in range(0, rounds, TREES_AT_ONCE)]
    exact = sum(booster.predict(data, output_margin=True, iteration_range=part).astype(np.float64) for part in parts)
    return float(np.abs(booster.predict(data, output_margin=True) - exact).max(initial=0.0))


def bake_dart(model: Any) -> None:
    """Turns a DART booster into the gbtree that predicts the same: the weight of a tree goes into its leaves. The
    converter knows only gbtree, and would not apply the weights."""
    import xgboost

    document = json.loads(bytes(model.get_booster().save_raw("json")))
    booster = document["learner"]["gradient_booster"]
    if booster["name"] != "dart":
        return
    for tree, weight in zip(booster["gbtree"]["model"]["trees"], booster["weight_drop"], strict=True):
        for node, left in enumerate(tree["left_children"]):
            if left == LEAF:
                value = float(np.float32(tree["split_conditions"][node]) * np.float32(weight))
                tree["split_conditions"][node] = tree["base_weights"][node] = value
    document["learner"]["gradient_booster"] = {"name": "gbtree", "model": booster["gbtree"]["model"]}
    baked = xgboost.Booster()
    baked.load_model(bytearray(json.dumps(document).encode()))
    model._Booster = baked
    # The drop rates are spent; a gbtree would warn of them at every prediction.
    model.kwargs = {}
    model.set_params(booster="gbtree")


def _flat(document: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in document.items() if isinstance(document, Mapping) else []:
        found.update(_flat(value) if isinstance(value, Mapping) else {name: value} if isinstance(value, str) else {})
    return found


def _parsed(text: str) -> Any:
    """The number in a text or a list of one, without the digits that float32 adds to it (0.300000012), or the text."""
    text = text.removeprefix("[").removesuffix("]") if text.startswith("[") and "," not in text else text
    try:
        number = float(text)
    except ValueError:
        return text
    return int(text) if text.lstrip("-").isdigit() else float(f"{number:.7g}")


def chosen_parameters(model: Any) -> dict[str, Any]:
    """The booster's own values of the parameters that the estimator leaves unset."""
    config = _flat(json.loads(model.get_booster().save_config())["learner"])
    unset = [name for name, value in model.get_params(deep=False).items() if value is None]
    values = {name: _parsed(config[name]) for name in unset if config.get(name) not in (None, "", "()")}
    return {**values, "n_estimators": model.get_num_boosting_rounds()}
