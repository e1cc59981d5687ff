"""Random streams that depend on what they are for, and on nothing else."""

from __future__ import annotations

import hashlib


def stream(seed: int, use: int | str) -> int:
    """A seed of 32 bits (what numpy's RandomState takes) out of the experiment's seed and a trial's number (or another
    `use`) alone: a trial's luck depends neither on the process nor on what is asked along with it. A hash, so that
    neither neighbouring seeds nor neighbouring trials share a stream, as with a sum."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{use}".encode()).digest()[:4], "big")
