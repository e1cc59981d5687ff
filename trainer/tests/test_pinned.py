"""Every package of the image is in requirements.txt: pip would take the newest of what is not."""

import re
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TEXT = (Path(__file__).parents[1] / "requirements.txt").read_text()
PINNED = {canonicalize_name(name) for name in re.findall(r"^([^#\s=]+)==\S+$", TEXT, re.MULTILINE)}


def needed(name: str) -> list[str]:
    found = [Requirement(text) for text in requires(name) or []]
    return [canonicalize_name(one.name) for one in found if one.marker is None or one.marker.evaluate({"extra": ""})]


def test_every_dependency_is_pinned():
    assert len(PINNED) > 50
    assert {f"{other} of {name}" for name in PINNED for other in needed(name) if other not in PINNED} == set()
