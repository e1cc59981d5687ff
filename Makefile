# Every target does its own set-up. `make help` lists them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# Node 24 runs TypeScript as it is; where the one on the path is older, one is taken from npm into the cache.
NODE_BIN := $(shell tools/node-path.sh)
export PATH := $(NODE_BIN):$(PATH)

node_modules/.complete: package-lock.json
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@

model-server/node_modules/.complete: model-server/package-lock.json
	@cd model-server && ONNXRUNTIME_NODE_INSTALL=skip npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.complete

.PHONY: deps
deps: node_modules/.complete model-server/node_modules/.complete ## install the npm packages

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  \1\t\2/' | expand -t 22

.PHONY: demo
demo: deps ## the main job on a real cluster: train, register, canary, roll back (KEEP=1 leaves the cluster up)
	@demo/demo.sh

.PHONY: test
test: deps ## the tests; the last line is "N passed, N failed" (ACCEPTANCE=1: the long ones too)
	@node tools/test/main.ts

.PHONY: test-unit
test-unit: deps ## unit tests of operator, model server and trainer
	@node tools/test/main.ts unit model-server trainer

.PHONY: test-integration
test-integration: deps ## every test against a real kube-apiserver and etcd
	@ACCEPTANCE=1 node tools/test/main.ts integration

.PHONY: test-e2e
test-e2e: deps ## every test on the real cluster
	@ACCEPTANCE=1 node tools/test/main.ts e2e

.PHONY: bench-operator
bench-operator: deps ## the operator with 10,000 versions, beside a Go operator; about 15 minutes
	@node bench/operator/main.ts

.PHONY: bench-rollback
bench-rollback: deps ## bad versions under traffic, beside Flagger and Argo Rollouts; about 40 minutes (PLAN_ONLY=1: the plan)
	@bench/rollback/rollback.sh

.PHONY: bench-serving
bench-serving: deps ## the model server beside FastAPI, MLServer, KServe, BentoML and LitServe; about 25 minutes
	@node bench/serving/main.ts

.PHONY: bench-training
bench-training: ## the trainer beside a script by hand, its memory, and several workers; about 10 minutes
	@bench/training/training.sh

.PHONY: bench-drift
bench-drift: deps ## what the drift counters of the model server cost; about a minute
	@node bench/drift/main.ts && node tools/generate/main.ts

.PHONY: bench-experiment
bench-experiment: deps ## 200 trials, 8 at a time, of trainers that take no time; about five minutes
	@node bench/experiment/main.ts && node tools/generate/main.ts

.PHONY: bench-trials
bench-trials: deps ## whole trials on a cluster, and the same fits in one process; about 20 minutes (BENCH_REPETITIONS: 3)
	@bench/shared/on-cluster.sh node bench/trials/main.ts && node tools/generate/main.ts

.PHONY: bench-batch
bench-batch: deps ## batch predictions of a million rows (ROWS); about two minutes
	@bench/batch/batch.sh && node tools/generate/main.ts

.PHONY: sim-judge
sim-judge: deps ## rollouts under the judge, Flagger's and Argo's rules, simulated; about 15 minutes (QUICK=1: 2)
	@node bench/judge/main.ts

.PHONY: conformance
conformance: deps ## the V2 protocol, tested on our model server, KServe and MLServer; about a minute, the first time five
	@node conformance/peers/main.ts && node tools/generate/main.ts

.PHONY: fuzz
fuzz: deps ## 200,000 wrong requests to the model server, and schemathesis on its OpenAPI document; FUZZ_SEED repeats a run
	@model-server/fuzz/fuzz.sh

.PHONY: soak
soak: deps ## start empty, churn for SOAK_SECONDS (600), stop empty
	@node test/soak/main.ts

.PHONY: verify
verify: deps ## types, lint, import borders, generated files, chart, docs
	@tools/verify.sh

.PHONY: generate
generate: deps ## write everything that is made from crds/, the catalogues and the chart's values
	@node tools/generate/main.ts

.PHONY: cluster-up
cluster-up: ## start the local cluster (driver by CLUSTER=auto|local|kind|current)
	@cluster/cluster up

.PHONY: cluster-status
cluster-status: ## what runs, in which version and where
	@cluster/cluster status

.PHONY: cluster-down
cluster-down: ## end the local cluster and remove everything it made
	@cluster/cluster down

.PHONY: images
images: ## build the images and load them into the cluster
	@cluster/cluster images

.PHONY: clean
clean: ## remove what the targets made in this folder
	@rm -rf node_modules model-server/node_modules out
