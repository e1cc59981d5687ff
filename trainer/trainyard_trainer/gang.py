"""The leader of a gang: Dask's scheduler in this process, and what is sent to the workers.

Workers take whole folds, one at a time each. The final fit is shared: XGBoost's by rows (each worker keeps its part and
they agree on every split), scikit-learn's by whatever the estimator does in parallel, such as the trees of a forest.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import numpy as np

from trainyard_trainer.algorithms import Algorithm
from trainyard_trainer.journal import Journal
from trainyard_trainer.log import Log

Array = np.ndarray[Any, Any]
#: One of these is in every worker, so that a fold has a worker for itself.
WHOLE = {"whole": 1}


class Gang(AbstractContextManager["Gang"]):
    """`workers` processes that come by themselves. Leaving the context ends them."""

    def __init__(self, workers: int, port: int, log: Log):
        from distributed import Client, Scheduler, SpecCluster

        self._workers = workers
        self._log = log
        options = {"host": "0.0.0.0", "port": port, "dashboard": False}
        self._cluster = SpecCluster(scheduler={"cls": Scheduler, "options": options}, workers={}, silence_logs=False)
        self._client = Client(self._cluster)

    def __exit__(self, *_: object) -> None:
        # The scheduler tells its workers to close; each of them ends well then.
        self._client.shutdown()
        self._cluster.close()

    def gather(self) -> None:
        """Waits until all workers are there: a fit shared by some of them would not be the one that was asked for."""
        self._client.wait_for_workers(self._workers)
        self._log.info(f"{self._workers} workers are there.", workers=self._workers)

    def share(self, value: Any) -> Any:
        """Sends `value` to every worker; the result stands for it in arguments of `each`."""
        return self._client.scatter(value, broadcast=True, hash=False)

    def each(self, function: Callable[..., Any], items: list[tuple[Any, ...]], shared: Any) -> list[Any]:
        """Starts function(shared, *item) for every item, and returns a future for each, in their order."""
        return [self._client.submit(function, shared, *item, resources=WHOLE, pure=False) for item in items]

    def fit(self, model: Any, matrix: Array, y: Array, algorithm: Algorithm, journal: Journal) -> None:
        """Fits `model` by all workers. `matrix` is [rows, features], `y` class indices or numbers."""
        if algorithm.name == "xgboost" and model.get_params()["booster"] != "gblinear":
            self._fit_by_rows(model, matrix, y)
        else:
            import joblib

            with joblib.parallel_config(backend="dask", client=self._client):
                model.fit(matrix, y)
        journal.finished(1)

    def _fit_by_rows(self, model: Any, matrix: Array, y: Array) -> None:
        from dask import array
        from sklearn.base import is_regressor
        from xgboost import dask as shared

        kind = shared.DaskXGBRegressor if is_regressor(model) else shared.DaskXGBClassifier
        estimator = kind(**model.get_params())
        estimator.client = self._client
        rows = -(-len(y) // self._workers)
        table = array.from_array(matrix, chunks=(rows, matrix.shape[1]))
        estimator.fit(table, array.from_array(y, chunks=rows))
        model.load_model(estimator.get_booster().save_raw("ubj"))
