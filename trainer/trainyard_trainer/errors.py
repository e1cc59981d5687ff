"""Every error a user can meet: its reason, exit code, text and remedy. Nothing else raises TrainerError.

Exit codes: 64 bad configuration, 65 data invalid, 66 gate failed, 67 parity failed (the operator retries none of
these four), 70 internal, 75 try again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

EXIT_DONE = 0
EXIT_CONFIGURATION = 64
EXIT_DATA = 65
EXIT_GATE = 66
EXIT_PARITY = 67
EXIT_INTERNAL = 70
EXIT_TRY_AGAIN = 75


class TrainerError(Exception):
    """A failure with a place in the catalogue. `str()` is the sentence for people."""

    def __init__(self, reason: str, exit_code: int, message: str):
        super().__init__(message)
        self.reason = reason
        self.exit_code = exit_code
        self.message = message

    def __reduce__(self) -> tuple[type, tuple[str, int, str]]:
        # So that it comes back whole from another process.
        return TrainerError, (self.reason, self.exit_code, self.message)


@dataclass(frozen=True)
class ErrorKind:
    """One row of the catalogue. Calling it with the facts makes the exception."""

    reason: str
    exit_code: int
    text: str
    remedy: str

    def __call__(self, **facts: object) -> TrainerError:
        message = self.text.format(**facts)
        remedy = self.remedy.format(**facts)
        return TrainerError(self.reason, self.exit_code, f"{message} {remedy}".strip())


def close_matches(name: str, known: Iterable[str]) -> str:
    """ "did you mean" for an unknown name; the whole list when nothing is close and the list is short."""
    names = sorted(known)
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"Known: {', '.join(names)}."


BAD_CONFIGURATION = ErrorKind(
    "BadConfiguration", EXIT_CONFIGURATION, "{where}: {problem}.", "Correct the run's spec and create it again."
)
UNKNOWN_ALGORITHM = ErrorKind(
    "UnknownAlgorithm", EXIT_CONFIGURATION, "algorithm.name {name!r} does not exist for {task}.", "{matches}"
)
UNKNOWN_PARAMETER = ErrorKind(
    "UnknownParameter",
    EXIT_CONFIGURATION,
    "algorithm.parameters: {algorithm} ({library}) has no parameter {name!r}.",
    "{matches}",
)
RESERVED_PARAMETER = ErrorKind(
    "ReservedParameter",
    EXIT_CONFIGURATION,
    "algorithm.parameters: {name!r} of {algorithm} is set by Trainyard: {why}.",
    "Remove it from the parameters.",
)
INVALID_PARAMETER = ErrorKind(
    "InvalidParameter",
    EXIT_CONFIGURATION,
    "algorithm.parameters: {library} refused a value: {detail}",
    "Give the parameter a value that the library accepts.",
)
UNKNOWN_METRIC = ErrorKind(
    "UnknownMetric", EXIT_CONFIGURATION, "{where}: the metric {name!r} does not exist for {task}.", "{matches}"
)
ACCESS_DENIED = ErrorKind(
    "AccessDenied",
    EXIT_CONFIGURATION,
    "The store refused {action} {uri}: {detail}.",
    "Check the credentials of the run and the policy of the bucket.",
)
STORE_NOT_FOUND = ErrorKind(
    "StoreNotFound", EXIT_CONFIGURATION, "The bucket of {uri} does not exist.", "Create it or change the output URI."
)
MISSING_COLUMN = ErrorKind(
    "MissingColumn",
    EXIT_DATA,
    "{where} names the column {column!r}, but the data has no such column.",
    "{matches}",
)
DUPLICATE_COLUMN = ErrorKind(
    "DuplicateColumn", EXIT_DATA, "The data has the column {column!r} {count} times.", "Give every column its own name."
)
UNSUPPORTED_COLUMN = ErrorKind(
    "UnsupportedColumn",
    EXIT_DATA,
    "The column {column!r} holds {found}, which no model input can carry.",
    "Turn it into a number or a text, or list it in data.drop.",
)
RESERVED_COLUMN = ErrorKind(
    "ReservedColumn",
    EXIT_DATA,
    "The column {column!r} has the name of an output of the served model.",
    "Rename the column or list it in data.drop.",
)
INVALID_COLUMN_NAME = ErrorKind(
    "InvalidColumnName",
    EXIT_DATA,
    "The column {column!r} has a name that no model input can have: {problem}.",
    "Rename the column or list it in data.drop.",
)
TOO_MANY_COLUMNS = ErrorKind(
    "TooManyColumns",
    EXIT_DATA,
    "The model would read {count} columns, but a served model reads at most {limit}.",
    "List the columns that matter least in data.drop.",
)
NO_FEATURES = ErrorKind(
    "NoFeatures",
    EXIT_DATA,
    "After data.target and data.drop no column is left to learn from.",
    "Shorten data.drop or add columns to the data.",
)
NO_FEATURE_SELECTED = ErrorKind(
    "NoFeatureSelected",
    EXIT_DATA,
    "None of {count} columns passes features.select: the least adjusted p-value is {least:.3g} ({column!r}), alpha is "
    "{alpha:g}.",
    "Add rows or columns, raise features.select.alpha or leave features.select out.",
)
DATA_RULE_FAILED = ErrorKind(
    "DataRuleFailed", EXIT_DATA, "{count} data rule(s) failed: {failures}.", "Correct the data or the rule."
)
INFINITE_VALUE = ErrorKind(
    "InfiniteValue",
    EXIT_DATA,
    "The column {column!r} has {count} value(s) that are infinite as 32-bit floats (first in row {row}: {found}).",
    "Correct the values, rescale the column or list it in data.drop.",
)
INVALID_TARGET = ErrorKind(
    "InvalidTarget", EXIT_DATA, "The target {column!r} does not fit {task}: {problem}.", "Correct the data or the task."
)
CLASS_TOO_SMALL = ErrorKind(
    "ClassTooSmall",
    EXIT_DATA,
    "The class {label!r} of {column!r} has {count} {where} row(s), but {needed} are needed ({why}).",
    "Add rows of that class, merge classes or use fewer folds.",
)
TOO_FEW_ROWS = ErrorKind(
    "TooFewRows", EXIT_DATA, "The data has {rows} row(s), too few for {why}.", "Add rows or use fewer folds."
)
INVALID_SPLIT_COLUMN = ErrorKind(
    "InvalidSplitColumn",
    EXIT_DATA,
    "{where} names the column {column!r}, by which the rows cannot be split: {problem}.",
    "Correct the data, use fewer folds or choose another split.strategy.",
)
EMPTY_DATA = ErrorKind("EmptyData", EXIT_DATA, "The data at {uri} has no rows.", "Check the object and its format.")
DATA_UNREADABLE = ErrorKind(
    "DataUnreadable",
    EXIT_DATA,
    "The data at {uri} could not be read as {format}: {detail}.",
    "Check the file, or set data.format.",
)
DATA_NOT_FOUND = ErrorKind(
    "DataNotFound", EXIT_DATA, "There is no data at {uri}{version}.", "Check data.source: address and versionId."
)
TOO_MANY_OBJECTS = ErrorKind(
    "TooManyObjects",
    EXIT_DATA,
    "The folder {uri} holds {count} objects, more than the {limit} that one run reads.",
    "Name a smaller folder, or merge the objects into fewer.",
)
DIGEST_MISMATCH = ErrorKind(
    "DigestMismatch",
    EXIT_DATA,
    "The data at {uri} has sha256 {found}, but data.source.sha256 expects {expected}.",
    "The data changed since it was pinned: pin the new digest or restore the old object.",
)
UNDEFINED_METRIC = ErrorKind(
    "UndefinedMetric",
    EXIT_DATA,
    "The primary metric {name} is not defined on the {rows} test rows{why}.",
    "Hold out more rows, use split.strategy Stratified or choose another metric.",
)
GATE_FAILED = ErrorKind("GateFailed", EXIT_GATE, "{count} gate(s) failed: {failures}.", "See the report for details.")
PARITY_FAILED = ErrorKind(
    "ParityFailed",
    EXIT_PARITY,
    "The exported model does not compute what was trained: {detail}.",
    "Nothing was registered. Use another algorithm or parameter, and report this as a bug of the trainer.",
)
EXPORT_FAILED = ErrorKind(
    "ExportFailed",
    EXIT_PARITY,
    "The trained {algorithm} could not be exported to ONNX: {detail}.",
    "Use another algorithm or another value of the parameter that the converter does not know.",
)
INTERNAL = ErrorKind("Internal", EXIT_INTERNAL, "{detail}", "The log has the stack trace.")
DATA_UNREACHABLE = ErrorKind(
    "DataUnreachable",
    EXIT_TRY_AGAIN,
    "The data at {uri} could not be reached in {attempts} attempt(s) over {seconds:.0f} s: {detail}.",
    "The run is tried again; check the endpoint and the network policy if it goes on.",
)
STORE_UNREACHABLE = ErrorKind(
    "StoreUnreachable",
    EXIT_TRY_AGAIN,
    "The model store at {uri} could not be reached in {attempts} attempt(s) over {seconds:.0f} s: {detail}.",
    "The run is tried again; check the endpoint and the network policy if it goes on.",
)
TERMINATED = ErrorKind(
    "Terminated", EXIT_TRY_AGAIN, "The pod was asked to stop (SIGTERM) during {stage}.", "The run is tried again."
)

CATALOGUE: tuple[ErrorKind, ...] = tuple(value for value in list(globals().values()) if isinstance(value, ErrorKind))
