"""Trainyard's trainer: one resolved TrainingRun in, one verified ONNX model with its evidence out."""

import os

__version__ = "0.2.0"
MANIFEST_SCHEMA_VERSION = 1

# Since 1.29 onnxruntime's Linux wheels send names and hashes of models to their maker unless this is set before the
# library loads (microsoft/onnxruntime#27379). What people train stays with them.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
