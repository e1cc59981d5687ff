"""Section `data` of a spec: where the table lies, what its columns are for and what must hold for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainyard_trainer.section import Section

RULE_FIELDS = {"column", "type", "min", "max", "maxNullRatio", "allowed", "nullable", "unique", "rowCount"}
MAX_SENSITIVE = 8
SOURCES = ("s3://", "http://", "https://", "pvc://", "configmap://", "file://")
RULE_TYPES = ("Number", "Integer", "String", "Boolean")


@dataclass(frozen=True)
class DataSpec:
    uri: str
    sha256: str | None
    version_id: str | None
    format: str
    target: str
    drop: tuple[str, ...]
    rules: tuple[Mapping[str, Any], ...]
    sensitive: tuple[str, ...] = ()
    time: str | None = None
    group: str | None = None
    region: str | None = None
    requester_pays: bool = False

    @property
    def unread(self) -> frozenset[str]:
        """Columns that nothing but data.drop names."""
        ruled = {str(rule["column"]) for rule in self.rules if "column" in rule}
        return frozenset(self.drop) - ruled - {self.target, self.time, self.group, *self.sensitive}


def _rules(data: Section) -> tuple[Mapping[str, Any], ...]:
    rules = data.sections("rules")
    for rule in rules:
        rule.only(*RULE_FIELDS)
        if ("column" in rule.raw()) == ("rowCount" in rule.raw()):
            rule.fail("a rule needs either column or rowCount, not both")
        if rule.raw().get("type") is not None:
            rule.text("type", options=RULE_TYPES)
    return tuple(rule.raw() for rule in rules)


def read_data(data: Section) -> DataSpec:
    """Section `data` of the spec, but for the split. Raises BadConfiguration."""
    data.only("source", "format", "target", "drop", "sensitive", "time", "group", "rules", "split")
    target = data.text("target")
    for name, columns in (
        ("time", [data.raw().get("time")]),
        ("group", [data.raw().get("group")]),
        ("sensitive", data.texts("sensitive")),
    ):
        if target in columns:
            data.fail(f"{name} names the target {target!r}, which is what is predicted")
    source = _source(data.section("source"))
    return DataSpec(
        uri=source.text("uri"),
        sha256=source.optional_text("sha256"),
        version_id=source.optional_text("versionId"),
        region=source.optional_text("region"),
        requester_pays=source.flag("requesterPays", False),
        format=data.text("format", "Auto", ("Auto", "CSV", "Parquet", "JSONLines")),
        target=target,
        drop=data.texts("drop"),
        sensitive=_sensitive(data),
        time=data.optional_text("time"),
        group=data.optional_text("group"),
        rules=_rules(data),
    )


def _source(source: Section) -> Section:
    """Fields that would do nothing for this address are refused, as by the CRD."""
    source.only("uri", "sha256", "versionId", "secretRef", "region", "requesterPays")
    uri = source.text("uri")
    if not uri.startswith(SOURCES):
        source.fail(f"uri must start with one of {', '.join(SOURCES)}, found {uri!r}")
    if not uri.startswith("s3://"):
        for name in ("versionId", "secretRef", "region", "requesterPays"):
            if source.raw().get(name):
                source.fail(f"{name} is for s3:// only")
    elif uri.endswith("/") and source.raw().get("versionId"):
        source.fail("versionId needs a uri of one object, not of a folder")
    return source


def _sensitive(data: Section) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(data.texts("sensitive")))
    if len(names) > MAX_SENSITIVE:
        data.fail(f"sensitive names {len(names)} columns, at most {MAX_SENSITIVE} are allowed")
    return names
