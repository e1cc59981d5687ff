// MLflow's tracking API, as far as the mirror needs it. Fields are named as MLflow names them.
import { MlflowError, type Rest } from './rest.ts';

export type RunStatus = 'RUNNING' | 'SCHEDULED' | 'FINISHED' | 'FAILED' | 'KILLED';

export interface Metric {
  readonly key: string;
  readonly value: number;
  /** Milliseconds since the Unix epoch. */
  readonly timestamp: number;
  readonly step: number;
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

export interface Run {
  readonly info: { readonly run_id: string; readonly run_name?: string; readonly status?: RunStatus; readonly start_time?: number; readonly end_time?: number; readonly artifact_uri?: string };
  /** `metrics` holds the newest value of each. */
  readonly data: { readonly params?: readonly KeyValue[]; readonly tags?: readonly KeyValue[]; readonly metrics?: readonly Metric[] };
}

/** Each throws a MlflowError. */
export interface Tracking {
  /** The experiment of that name, made if there is none. */
  experiment(name: string): Promise<string>;
  /** Runs with the tag, the oldest first. */
  runsWith(experimentId: string, tag: KeyValue): Promise<readonly Run[]>;
  createRun(experimentId: string, run: { readonly name: string; readonly startTime: number; readonly tags: readonly KeyValue[] }): Promise<Run>;
  updateRun(runId: string, run: { readonly status: RunStatus; readonly endTime?: number }): Promise<void>;
  deleteRun(runId: string): Promise<void>;
  /** In as many calls as MLflow's limits ask for. */
  log(runId: string, what: { readonly params: readonly KeyValue[]; readonly tags: readonly KeyValue[]; readonly metrics: readonly Metric[] }): Promise<void>;
  history(runId: string, key: string): Promise<readonly Metric[]>;
  /** Files of the run by their path, with their size in bytes. */
  files(runId: string): Promise<ReadonlyMap<string, number>>;
}

/** https://mlflow.org/docs/latest/rest-api.html, Log Batch: the limits of one call. */
const most = { params: 100, tags: 100, metrics: 800 };

export function tracking(rest: Rest): Tracking {
  const experimentByName = async (name: string): Promise<string | undefined> => {
    try {
      const { experiment } = await rest.get<{ experiment: { experiment_id: string; lifecycle_stage: string } }>('experiments/get-by-name', { experiment_name: name });
      if (experiment.lifecycle_stage === 'active') return experiment.experiment_id;
    } catch (error) {
      if (isCode(error, 'RESOURCE_DOES_NOT_EXIST')) return undefined;
      throw error;
    }
    throw new MlflowError('MlflowRefused', '', `the experiment "${name}" was deleted in MLflow: restore it there, or name another one in spec.mlflow.experiment`);
  };
  const sendBatch = async (runId: string, kind: keyof typeof most, all: readonly object[]): Promise<void> => {
    for (let i = 0; i < all.length; i += most[kind]) await rest.send('POST', 'runs/log-batch', { run_id: runId, [kind]: all.slice(i, i + most[kind]) });
  };

  return {
    async experiment(name) {
      const known = await experimentByName(name);
      if (known !== undefined) return known;
      try {
        return (await rest.send<{ experiment_id: string }>('POST', 'experiments/create', { name })).experiment_id;
      } catch (error) {
        const made = isCode(error, 'RESOURCE_ALREADY_EXISTS') ? await experimentByName(name) : undefined;
        if (made === undefined) throw error;
        return made;
      }
    },
    async runsWith(experimentId, { key, value }) {
      const { runs = [] } = await rest.send<{ runs?: Run[] }>('POST', 'runs/search', { experiment_ids: [experimentId], filter: `tags.\`${key}\` = '${value}'`, max_results: 100, order_by: ['start_time ASC'] });
      return runs.toSorted((a, b) => (a.info.start_time ?? 0) - (b.info.start_time ?? 0) || (a.info.run_id < b.info.run_id ? -1 : 1));
    },
    async createRun(experimentId, { name, startTime, tags }) {
      return (await rest.send<{ run: Run }>('POST', 'runs/create', { experiment_id: experimentId, run_name: name, start_time: startTime, tags })).run;
    },
    async updateRun(runId, { status, endTime }) {
      await rest.send('POST', 'runs/update', { run_id: runId, status, ...(endTime === undefined ? {} : { end_time: endTime }) });
    },
    async deleteRun(runId) {
      await rest.send('POST', 'runs/delete', { run_id: runId });
    },
    async log(runId, what) {
      await sendBatch(runId, 'params', what.params);
      await sendBatch(runId, 'tags', what.tags);
      await sendBatch(runId, 'metrics', what.metrics);
    },
    async history(runId, key) {
      return (await rest.get<{ metrics?: Metric[] }>('metrics/get-history', { run_id: runId, metric_key: key })).metrics ?? [];
    },
    async files(runId) {
      const { files = [] } = await rest.get<{ files?: { path: string; is_dir: boolean; file_size?: number | string }[] }>('artifacts/list', { run_id: runId });
      return new Map(files.filter(({ is_dir: folder }) => !folder).map(({ path, file_size: size }) => [path, Number(size ?? 0)]));
    },
  };
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof MlflowError && error.code === code;
}
