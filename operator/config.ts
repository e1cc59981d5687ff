import type { LogOptions } from './runtime/log.ts';

/** Everything the operator is told from outside. Read once, here and nowhere else. */
export interface Config {
  readonly podName: string;
  readonly podNamespace: string;
  /** Empty means all. */
  readonly watchNamespaces: readonly string[];
  readonly leaderElect: boolean;
  readonly healthPort: number;
  readonly metricsPort: number;
  readonly progressPort: number;
  /** What trainers are told to report progress to, such as http://trainyard-progress.trainyard-system.svc:8082/progress. Undefined: none is taken. */
  readonly progressUrl: string | undefined;
  /** The service that chooses the parameters of trials, such as http://trainyard-suggest.trainyard-system.svc:8080. Undefined: no Experiment can search. */
  readonly suggestUrl: string | undefined;
  readonly logLevel: LogOptions['level'];
  readonly trainerImage: string;
  readonly modelServerImage: string;
  readonly storeSecretName: string;
  readonly storeEndpoint: string | undefined;
  readonly storeRegion: string;
  readonly defaultOutputUri: string;
  readonly defaultPrometheusUrl: string | undefined;
  /** MLflow that runs and versions are mirrored to. Undefined: none. */
  readonly mlflow: { readonly url: string; readonly pagesUrl: string; readonly token: string | undefined; readonly username: string | undefined; readonly password: string | undefined } | undefined;
  /** Statuses are computed and written, but no object is created, changed or deleted: for benchmarks and for a look at what would be done. */
  readonly planOnly: boolean;
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Throws with every problem at once, each named by its variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: string[] = [];
  const text = (name: string, fallback?: string): string => {
    const value = env[name] === '' ? undefined : env[name];
    if (value === undefined && fallback === undefined) problems.push(`${name} is not set`);
    return value ?? fallback ?? '';
  };
  const optional = (name: string): string | undefined => (env[name] === undefined || env[name] === '' ? undefined : env[name]);
  const port = (name: string, fallback: number): number => {
    const value = Number(text(name, String(fallback)));
    if (!Number.isInteger(value) || value < 0 || value > 65535) problems.push(`${name} must be a port number, got "${env[name] ?? ''}"`);
    return value;
  };
  const logLevel = levels.find((level) => level === text('LOG_LEVEL', 'info'));
  if (logLevel === undefined) problems.push(`LOG_LEVEL must be one of ${levels.join(', ')}, got "${env['LOG_LEVEL'] ?? ''}"`);
  const outputUri = text('DEFAULT_OUTPUT_URI', 's3://models/');
  if (!outputUri.startsWith('s3://')) problems.push(`DEFAULT_OUTPUT_URI must start with s3://, got "${outputUri}"`);

  const mlflowUrl = optional('MLFLOW_TRACKING_URI');
  if (mlflowUrl !== undefined && !/^https?:\/\//.test(mlflowUrl)) problems.push(`MLFLOW_TRACKING_URI must start with http:// or https://, got "${mlflowUrl}"`);

  const config: Config = {
    podName: text('POD_NAME'),
    podNamespace: text('POD_NAMESPACE'),
    watchNamespaces: text('WATCH_NAMESPACES', ',').split(',').map((name) => name.trim()).filter((name) => name !== ''),
    leaderElect: text('LEADER_ELECT', 'true') !== 'false',
    healthPort: port('HEALTH_PORT', 8081),
    metricsPort: port('METRICS_PORT', 8080),
    progressPort: port('PROGRESS_PORT', 8082),
    progressUrl: optional('PROGRESS_URL'),
    suggestUrl: optional('SUGGEST_URL'),
    logLevel: logLevel ?? 'info',
    trainerImage: text('TRAINER_IMAGE'),
    modelServerImage: text('MODEL_SERVER_IMAGE'),
    storeSecretName: text('STORE_SECRET_NAME', 'trainyard-store'),
    storeEndpoint: optional('AWS_ENDPOINT_URL'),
    storeRegion: text('AWS_REGION', 'us-east-1'),
    defaultOutputUri: outputUri,
    defaultPrometheusUrl: optional('DEFAULT_PROMETHEUS_URL'),
    // The names of MLflow's own clients.
    mlflow: mlflowUrl === undefined ? undefined : { url: mlflowUrl, pagesUrl: text('MLFLOW_PAGES_URL', mlflowUrl), token: optional('MLFLOW_TRACKING_TOKEN'), username: optional('MLFLOW_TRACKING_USERNAME'), password: optional('MLFLOW_TRACKING_PASSWORD') },
    planOnly: text('PLAN_ONLY', 'false') === 'true',
  };
  if (problems.length > 0) throw new Error(`the configuration is wrong:\n- ${problems.join('\n- ')}`);
  return Object.freeze(config);
}
