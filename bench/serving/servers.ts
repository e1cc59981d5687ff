// What is compared: how each server is started, and in which form it is asked. Each has one worker
// on one core, as the peers' documentation has it, and no logs of single requests.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { cacheFolder } from './cache.ts';
import { sha256File } from './digest.ts';
import { imageStart } from './image-start.ts';
import type { ModelName } from './models.ts';
import type { FormName } from './forms.ts';
import { peerVenv } from './venv.ts';

export const serverNames = ['trainyard', 'trainyard-binary', 'fastapi', 'mlserver', 'mlserver-batch', 'kserve', 'bentoml-batch', 'litserve-batch'] as const;
export type ServerName = (typeof serverNames)[number];

export interface Server {
  readonly name: ServerName;
  readonly text: string;
  readonly form: FormName;
  /** Of bench/serving/peers; undefined: ours. */
  readonly peer?: 'fastapi' | 'mlserver' | 'kserve' | 'bentoml' | 'litserve';
  launch(place: Place): Launch;
}

/** Where and with what a server is started. */
export interface Place {
  /** A folder of its own, empty. */
  readonly folder: string;
  readonly model: ModelName;
  readonly modelPath: string;
  /** Free, all different: the first is for requests. */
  readonly ports: readonly number[];
}

export interface Launch {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const peersFolder = repositoryPath('bench', 'serving', 'peers');

export const servers: readonly Server[] = [
  { name: 'trainyard', text: 'V2, JSON', form: 'v2', launch: ours },
  { name: 'trainyard-binary', text: 'V2, binary tensors both ways', form: 'v2-binary', launch: ours },
  { name: 'fastapi', text: 'an async handler, uvicorn with uvloop and httptools', form: 'v2', peer: 'fastapi', launch: fastapi },
  { name: 'mlserver', text: 'no worker processes (`parallel_workers` 0)', form: 'v2', peer: 'mlserver', launch: (place) => mlserver(place, {}) },
  { name: 'mlserver-batch', text: 'the same with batches of 32 requests, at most 5 ms', form: 'v2', peer: 'mlserver', launch: (place) => mlserver(place, { max_batch_size: 32, max_batch_time: 0.005 }) },
  { name: 'kserve', text: 'its Python server, without gRPC', form: 'v2', peer: 'kserve', launch: (place) => python('kserve', place, [join(peersFolder, 'serve_kserve.py')]) },
  { name: 'bentoml-batch', text: 'adaptive batching', form: 'bentoml', peer: 'bentoml', launch: bentoml },
  { name: 'litserve-batch', text: 'fast queue, batches of 32 requests, at most 5 ms', form: 'litserve', peer: 'litserve', launch: (place) => python('litserve', place, [join(peersFolder, 'serve_litserve.py')], { BATCHED: '1' }) },
];

export function serverOf(name: string): Server {
  const found = servers.find((server) => server.name === name);
  if (found === undefined) throw new Error(`no server is called "${name}"; there are ${serverNames.join(', ')}`);
  return found;
}

/** As its image starts it; the compile cache, which the image fills when it is built, lies in the cache. */
function ours({ folder, model, modelPath, ports: [port = 0, metricsPort = 0] }: Place): Launch {
  const { flags, environment } = imageStart(readFileSync(repositoryPath('images', 'model-server', 'Dockerfile'), 'utf8'));
  const manifestPath = modelPath.replace(/onnx$/, 'json');
  const artifact = (path: string): object => ({ uri: `file://${path}`, sha256: sha256File(path) });
  return {
    command: [process.execPath, ...flags, repositoryPath('model-server', 'main.ts')],
    environment: {
      ...environment,
      HOME: folder,
      NODE_COMPILE_CACHE: join(cacheFolder(), 'bench-serving-compiled'),
      TRAINYARD_MODELS: JSON.stringify([{ name: 'm', version: model, revision: model, artifact: artifact(modelPath), manifest: artifact(manifestPath) }]),
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      DRAIN_SECONDS: '0',
      TERMINATION_LOG: join(folder, 'ended'),
    },
  };
}

function fastapi(place: Place): Launch {
  return python('fastapi', place, ['-m', 'uvicorn', 'serve_fastapi:app', '--host', '127.0.0.1', '--port', String(place.ports[0]), '--workers', '1', '--no-access-log', '--log-level', 'warning']);
}

function mlserver(place: Place, batching: object): Launch {
  const [http = 0, grpc = 0, metrics = 0] = place.ports;
  const settings = { debug: false, parallel_workers: 0, host: '127.0.0.1', http_port: http, grpc_port: grpc, metrics_port: metrics };
  writeFileSync(join(place.folder, 'settings.json'), JSON.stringify(settings));
  writeFileSync(join(place.folder, 'model-settings.json'), JSON.stringify({ name: 'm', implementation: 'serve_mlserver.OnnxModel', ...batching }));
  return python('mlserver', place, ['-m', 'mlserver.cli.main', 'start', place.folder]);
}

function bentoml(place: Place): Launch {
  const home = join(place.folder, 'bentoml');
  mkdirSync(home);
  const args = ['-m', 'bentoml', 'serve', 'serve_bentoml:OnnxModel', '--host', '127.0.0.1', '--port', String(place.ports[0]), '--working-dir', peersFolder];
  return python('bentoml', place, args, { BATCHED: '1', BENTOML_DO_NOT_TRACK: 'True', BENTOML_HOME: home });
}

function python(peer: string, { folder, modelPath, ports: [port = 0] }: Place, args: readonly string[], more: Readonly<Record<string, string>> = {}): Launch {
  const bin = join(peerVenv(peer).folder, 'bin');
  return {
    command: [join(bin, 'python'), ...args],
    environment: { PATH: [bin, process.env['PATH'] ?? ''].join(delimiter), HOME: folder, PYTHONPATH: peersFolder, PYTHONDONTWRITEBYTECODE: '1', MODEL_PATH: modelPath, PORT: String(port), ...more },
  };
}
