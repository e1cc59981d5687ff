"""Trainyard's trainer: one resolved TrainingRun in, one verified ONNX model with its evidence out."""

__version__ = "0.1.0"
MANIFEST_SCHEMA_VERSION = 1
