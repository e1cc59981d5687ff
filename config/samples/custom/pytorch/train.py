"""A small neural network in PyTorch, with checkpoints, by one process or several, exported by torch.onnx."""

from __future__ import annotations

import inspect
import io
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from contract import BAD_CONFIGURATION, TRY_AGAIN, Array, Failure, Job, run
from record import Table, Trained

KNOWN = {"epochs": 200, "hidden": 16, "learning_rate": 0.01}


def parameters_of(job: Job) -> dict[str, Any]:
    """Parameters: `epochs` (200), `hidden` units (16) and `learning_rate` (0.01). Raises UnknownParameter."""
    unknown = sorted(set(job.parameters) - set(KNOWN))
    if unknown:
        raise Failure(BAD_CONFIGURATION, "UnknownParameter", f"{', '.join(unknown)}: only {', '.join(KNOWN)} are known")
    return {**KNOWN, **job.parameters}


def scaling(rows: Array) -> tuple[Array, Array]:
    """Mean and standard deviation of each column, without what is missing; 1 where nothing varies."""
    mean = np.nan_to_num(np.nanmean(rows, axis=0)).astype(np.float32)
    scale = np.nan_to_num(np.nanstd(rows, axis=0)).astype(np.float32)
    return mean, np.where(scale == 0, np.float32(1), scale)


@contextmanager
def together() -> Iterator[None]:
    """Work of all processes at once. It fails where one of them is lost, which is nobody's fault: another launch, with
    all of them, goes on from the checkpoint. Raises PeerLost."""
    try:
        yield
    except RuntimeError as error:
        raise Failure(TRY_AGAIN, "PeerLost", f"another process of the run is gone: {error}") from error


def train(job: Job, table: Table) -> Trained:
    parameters = parameters_of(job)
    # Here, not above: a mistake in the spec is told before PyTorch takes its seconds to load.
    import torch
    from torch import distributed, nn

    # torchrun's variables: which of how many processes this is.
    rank, size = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
    if size > 1:
        with together():
            distributed.init_process_group("gloo")
    torch.manual_seed(job.seed)
    torch.use_deterministic_algorithms(True)
    mean, scale = scaling(table.x[table.train])

    class Network(nn.Module):
        """Columns [N,1] in, label [N] and probabilities [N,2] out: the graph that is served."""

        def __init__(self) -> None:
            super().__init__()
            self.register_buffer("mean", torch.from_numpy(mean))
            self.register_buffer("scale", torch.from_numpy(scale))
            self.register_buffer("classes", torch.tensor(table.classes))
            hidden = int(parameters["hidden"])
            self.layers = nn.Sequential(nn.Linear(len(table.names), hidden), nn.ReLU(), nn.Linear(hidden, 1))

        def logits(self, raw: Any) -> Any:
            filled = torch.where(torch.isnan(raw), self.mean, raw)
            return self.layers((filled - self.mean) / self.scale)

        def forward(self, *columns: Any) -> tuple[Any, Any]:
            positive = torch.sigmoid(self.logits(torch.cat(columns, dim=1)))
            probabilities = torch.cat([1 - positive, positive], dim=1)
            return self.classes[probabilities.argmax(dim=1)], probabilities

    network = Network()
    optimizer = torch.optim.Adam(network.parameters(), lr=parameters["learning_rate"])
    # The whole table is one batch, of which every process has a share: the next epoch depends on the weights and on
    # Adam's moments, which are the same everywhere, and on nothing else.
    rows = table.train[rank::size]
    x, y = torch.from_numpy(table.x[rows]), torch.from_numpy(table.y[rows].astype(np.float32))[:, None]
    epoch, found = job.kept()
    if found:
        restore(torch, network, optimizer, found)
    due = time.monotonic() + job.keep_every
    saved = epoch, state(network, optimizer)
    print(f"The fit begins at epoch {epoch}, process {rank + 1} of {size}.", flush=True)
    try:
        while epoch < parameters["epochs"]:
            optimizer.zero_grad()
            loss = nn.functional.binary_cross_entropy_with_logits(network.logits(x), y, reduction="sum")
            (loss / len(table.train)).backward()
            if size > 1:
                with together():
                    for weights in network.parameters():
                        distributed.all_reduce(weights.grad)
            optimizer.step()
            epoch += 1
            saved = epoch, state(network, optimizer)
            if time.monotonic() >= due:
                job.keep(*saved)
                job.report("Fit", round(100 * epoch / parameters["epochs"]), f"epoch {epoch}", epoch)
                due = time.monotonic() + job.keep_every
    except Failure:
        # SIGTERM or the loss may have come in the middle of an epoch: what is kept is the end of the one before.
        job.keep(*saved)
        raise
    if size > 1:
        distributed.destroy_process_group()
    network.eval()

    def predict(raw: Array) -> Array:
        with torch.no_grad():
            return network(*torch.from_numpy(raw).split(1, dim=1))[1].numpy()

    file = io.BytesIO()
    torch.onnx.export(
        network,
        tuple(torch.zeros(2, 1) for _ in table.names),
        file,
        input_names=table.names,
        output_names=["label", "probabilities"],
        dynamic_axes={name: {0: "n"} for name in [*table.names, "label", "probabilities"]},
        opset_version=17,
        # The exporter that takes a variable number of inputs by name, and needs no further package: the only one before
        # PyTorch 2.
        **({"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}),
    )
    libraries = {"torch": torch.__version__, "numpy": np.__version__}
    return Trained(file.getvalue(), predict, parameters, libraries)


def state(network: Any, optimizer: Any) -> dict[str, Array]:
    """Weights and Adam's moments as arrays; no pickle, which could run code in the next launch."""
    arrays = {f"weight.{name}": value.detach().numpy().copy() for name, value in network.named_parameters()}
    for place, moments in optimizer.state_dict()["state"].items():
        arrays.update({f"moment.{place}.{name}": np.array(value) for name, value in moments.items()})
    return arrays


def restore(torch: Any, network: Any, optimizer: Any, arrays: dict[str, Array]) -> None:
    with torch.no_grad():
        for name, value in network.named_parameters():
            value.copy_(torch.from_numpy(arrays[f"weight.{name}"]))
    document = optimizer.state_dict()
    for key, value in arrays.items():
        if key.startswith("moment."):
            _, place, name = key.split(".")
            document["state"].setdefault(int(place), {})[name] = torch.from_numpy(np.array(value))
    optimizer.load_state_dict(document)


if __name__ == "__main__":
    run(train)
