"""The suggestion service: a history of trials and a seed in, the next parameters out. It remembers nothing.

`python -m trainyard_trainer.suggest` answers `POST /suggest`, `POST /importance` and `GET /healthz` as JSON over HTTP.
Every answer is a pure function of its request, so any number of copies may run and any of them may die at any time.
"""
