"""Fits that can stop after any tree or epoch and go on from there: XGBoost's boosters and multi-layer perceptrons."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Mapping
from typing import Any

import numpy as np

from trainyard_trainer.algorithms import Algorithm
from trainyard_trainer.journal import Journal

Array = np.ndarray[Any, Any]
_SAMPLING = ("subsample", "colsample_bytree", "colsample_bylevel", "colsample_bynode")


def fit_in_steps(model: Any, matrix: Array, y: Array, algorithm: Algorithm, journal: Journal) -> None:
    """Fits `model` as its own `fit` does, to the same bits, and tells the journal of every step."""
    if not journal.keeps:
        model.fit(matrix, y)
    elif algorithm.name == "xgboost" and model.get_params()["booster"] != "gblinear":
        _fit_trees(model, matrix, y, journal)
    elif algorithm.name == "mlp" and _has_epochs(model):
        _fit_epochs(model, matrix, y, journal)
    else:
        model.fit(matrix, y)


def differs_after_resume(algorithm: Algorithm, parameters: Mapping[str, Any]) -> str | None:
    """Why a fit that went on in another process may give other bytes than one that was never stopped; None if not."""
    if algorithm.name != "xgboost":
        return None
    drawn = [name for name in _SAMPLING if parameters.get(name) not in (None, 1, 1.0)]
    drawn += ["booster: dart"] if parameters.get("booster") == "dart" else []
    return f"XGBoost's random numbers begin anew, and {', '.join(drawn)} uses them" if drawn else None


def _fit_trees(model: Any, matrix: Array, y: Array, journal: Journal) -> None:
    import xgboost

    total = model.get_num_boosting_rounds()
    done, payload = journal.resume()

    class Tell(xgboost.callback.TrainingCallback):
        def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:
            steps = model.num_boosted_rounds()
            if steps < total:
                journal.step(steps, lambda: bytes(model.save_raw("ubj")))
            return False

    given = {name: model.get_params()[name] for name in ("n_estimators", "callbacks")}
    model.set_params(callbacks=[Tell()], n_estimators=total - done)
    if payload:
        booster = xgboost.Booster()
        booster.load_model(bytearray(payload))
        model.fit(matrix, y, xgb_model=booster)
    else:
        model.fit(matrix, y)
    model.set_params(**given)
    journal.finished(total)


class _Remembering(np.random.RandomState):
    """Keeps the newest order that it drew."""

    order: Array | None = None

    def shuffle(self, x: Any) -> None:
        super().shuffle(x)
        self.order = np.array(x)


def _has_epochs(model: Any) -> bool:
    values = model.get_params()
    whole = values["early_stopping"] or values["solver"] == "lbfgs"
    return not whole and isinstance(values["random_state"], int)


def _fit_epochs(model: Any, matrix: Array, y: Array, journal: Journal) -> None:
    """`fit` shuffles the order of the epoch before; `partial_fit` begins each epoch with the order of the table. So it
    gets the table in the order of the epoch before, and one generator for all epochs."""
    from sklearn.exceptions import ConvergenceWarning

    values = model.get_params()
    seed, most, patience = values["random_state"], values["max_iter"], values["n_iter_no_change"]
    random = _Remembering(seed)
    model.set_params(random_state=random)
    classes = {"classes": np.unique(y)} if hasattr(model, "predict_proba") else {}
    epochs, payload = journal.resume()
    order = _restored(model, matrix, y, classes, random, payload) if payload else np.arange(len(y))
    stopped = False
    while epochs < most and not stopped:
        random.order = None
        model.partial_fit(matrix[order], y[order], **(classes if epochs == 0 else {}))
        epochs += 1
        order = order if random.order is None else order[random.order]
        stopped = model._no_improvement_count > patience
        if epochs < most and not stopped:
            steps, rows = epochs, order
            journal.step(steps, lambda rows=rows: _state_of(model, random, rows))
    model.n_iter_ = epochs
    model.set_params(random_state=seed)
    journal.finished(epochs)
    if epochs == most and not stopped:
        text = f"Stochastic Optimizer: Maximum iterations ({most}) reached and the optimization hasn't converged yet."
        warnings.warn(text, ConvergenceWarning, stacklevel=2)


def _slots(optimizer: Any) -> list[str]:
    return [name for name in ("ms", "vs", "velocities") if hasattr(optimizer, name)]


def _state_of(model: Any, random: np.random.RandomState, order: Array) -> bytes:
    """All that the next epoch depends on, as a zip of arrays."""
    optimizer = model._optimizer
    _, key, position, has_gauss, gauss = random.get_state()
    scalars = {
        "position": int(position),
        "has_gauss": int(has_gauss),
        "gauss": float(gauss),
        "rate": float(optimizer.learning_rate),
        "t": int(getattr(optimizer, "t", 0)),
        "seen": int(model.t_),
        "best": float(model.best_loss_),
        "unimproved": int(model._no_improvement_count),
    }
    arrays = {"order": order, "key": key, "loss": np.asarray(model.loss_curve_)}
    for name in ("coefs_", "intercepts_"):
        arrays.update({f"{name}{place}": array for place, array in enumerate(getattr(model, name))})
    for name in _slots(optimizer):
        arrays.update({f"{name}{place}": array for place, array in enumerate(getattr(optimizer, name))})
    file = io.BytesIO()
    np.savez(file, scalars=np.frombuffer(json.dumps(scalars).encode(), np.uint8), **arrays)
    return file.getvalue()


def _restored(
    model: Any, matrix: Array, y: Array, classes: dict[str, Any], random: np.random.RandomState, payload: bytes
) -> Array:
    """Makes `model` and `random` what they were, and returns the order of the newest epoch."""
    with np.load(io.BytesIO(payload), allow_pickle=False) as saved:
        arrays = {name: saved[name] for name in saved.files}
    scalars = json.loads(arrays["scalars"].tobytes())
    with warnings.catch_warnings():
        # One row makes the shapes; what it teaches is overwritten.
        warnings.simplefilter("ignore")
        model.partial_fit(matrix[:1], y[:1], **classes)
    optimizer = model._optimizer
    for name in ("coefs_", "intercepts_"):
        for place, array in enumerate(getattr(model, name)):
            array[...] = arrays[f"{name}{place}"]
    for name in _slots(optimizer):
        setattr(optimizer, name, [arrays[f"{name}{place}"] for place in range(len(getattr(optimizer, name)))])
    optimizer.learning_rate = scalars["rate"]
    if hasattr(optimizer, "t"):
        optimizer.t = scalars["t"]
    model.t_, model.best_loss_ = scalars["seen"], scalars["best"]
    model._no_improvement_count = scalars["unimproved"]
    model.loss_curve_ = [float(value) for value in arrays["loss"]]
    model.loss_ = model.loss_curve_[-1]
    random.set_state(("MT19937", arrays["key"], scalars["position"], scalars["has_gauss"], scalars["gauss"]))
    return arrays["order"]
