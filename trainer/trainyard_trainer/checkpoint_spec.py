"""Where and how often a run keeps checkpoints: `spec.checkpoint`, and the folder that the operator names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainyard_trainer.section import Section


@dataclass(frozen=True)
class CheckpointSpec:
    """Checkpoints go to the folder `uri` (with a slash at its end), one every so many seconds."""

    uri: str
    every_seconds: float


def _seconds(section: Section, name: str, default: str) -> float:
    text = section.text(name, default)
    if not re.fullmatch(r"([0-9]+(ms|s|m|h))+", text):
        section.fail(f"{name} must be a duration such as 5m, found {text!r}")
    units = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
    return sum(int(count) * units[unit] for count, unit in re.findall(r"([0-9]+)(ms|s|m|h)", text))


def checkpoint_spec(run: Section, spec: Section) -> CheckpointSpec | None:
    """None where the spec wants none, or where nobody said where to put them."""
    wanted = spec.section("checkpoint").only("enabled", "every")
    every = _seconds(wanted, "every", "5m")
    uri = run.section("checkpoint").optional_text("uri")
    if uri is None or not wanted.boolean("enabled", True):
        return None
    return CheckpointSpec(uri.rstrip("/") + "/", every)
