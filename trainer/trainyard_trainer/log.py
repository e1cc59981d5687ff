"""One-line JSON logs on stdout."""

from __future__ import annotations

import json
import sys
import traceback
import warnings
from datetime import UTC, datetime
from typing import TextIO


def timestamp(now: datetime | None = None) -> str:
    """RFC 3339 in UTC with milliseconds."""
    moment = now or datetime.now(UTC)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Log:
    """Writes `{"time","level","message",...}` lines; bound fields are on each of them."""

    def __init__(self, stream: TextIO | None = None, **bound: object):
        self._stream = stream or sys.stdout
        self._bound = bound

    def bind(self, **fields: object) -> Log:
        return Log(self._stream, **{**self._bound, **fields})

    def info(self, message: str, **fields: object) -> None:
        self._write("info", message, fields)

    def warn(self, message: str, **fields: object) -> None:
        self._write("warn", message, fields)

    def error(self, message: str, error: BaseException | None = None, **fields: object) -> None:
        if error is not None:
            fields["stack"] = "".join(traceback.format_exception(error))
        self._write("error", message, fields)

    def _write(self, level: str, message: str, fields: dict[str, object]) -> None:
        line = {"time": timestamp(), "level": level, "message": message, **self._bound, **fields}
        self._stream.write(json.dumps(line, default=str, ensure_ascii=False) + "\n")
        self._stream.flush()


def log_warnings(log: Log) -> None:
    """From now on the warnings of libraries are lines of the log like all others."""

    def show(message: Warning | str, category: type[Warning], *place: object, **rest: object) -> None:
        log.warn(f"{category.__name__}: {' '.join(str(message).split())}")

    warnings.showwarning = show
