// What holds alike for spec of a TrainingRun and for spec.template of an Experiment.
import { change, type Case, type Manifest } from '../cases.ts';

type Row = readonly [name: string, changes: Readonly<Record<string, unknown>>, refusal?: { readonly by: 'schema' | 'rule'; readonly message: string }];

const cost = { name: 'cost', expression: '5*fn + fp', direction: 'Minimize' };
const fair = { metric: 'demographic_parity_difference', max: 0.1 };

const pod = 'backend.kubernetes.podTemplate';
const shm = { 'backend.kubernetes.podTemplate.spec.volumes': [{ name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } }] };
const mounted = (mountPath: string, name = 'shm') => ({ ...shm, [`${pod}.spec.containers`]: [{ name: 'trainer', volumeMounts: [{ name, mountPath }] }] });
const variable = (one: object) => ({ [`${pod}.spec.containers`]: [{ name: 'trainer', env: [one] }] });

const rule = (message: string) => ({ by: 'rule', message }) as const;
const schema = (message: string) => ({ by: 'schema', message }) as const;

const rows: readonly Row[] = [
  ['a run may stay out of MLflow', { mlflow: { enabled: false } }],
  ['an experiment in MLflow may be named as people do', { mlflow: { experiment: 'Tumours, 2026 / first try' } }],
  ['an experiment in MLflow has a name', { mlflow: { experiment: '' } }, schema('at least 1 char')],
  ['an experiment in MLflow has a name of 256 characters at most', { mlflow: { experiment: 'a'.repeat(257) } }, schema('256')],
  ['a folder in S3 is accepted', { 'data.source': { uri: 's3://data/2026/', region: 'eu-central-1', requesterPays: true, secretRef: { name: 'reader' } } }],
  ['one version of an object is accepted', { 'data.source': { uri: 's3://data/t.csv', versionId: '3f2' } }],
  ['a folder has no version', { 'data.source': { uri: 's3://data/2026/', versionId: '3f2' } }, rule('versionId needs a uri of one object')],
  ['an HTTP address has no version', { 'data.source': { uri: 'https://example.org/t.csv', versionId: '3f2' } }, rule('versionId needs a uri of one object')],
  ['an HTTP address is accepted, and is no bill to anybody', { 'data.source': { uri: 'https://example.org/t.csv', requesterPays: false } }],
  ['an HTTP address takes no keys of S3', { 'data.source': { uri: 'https://example.org/t.csv', secretRef: { name: 'reader' } } }, rule('secretRef, region and requesterPays are for s3:// only')],
  ['a claim has no region', { 'data.source': { uri: 'pvc://lake/t.csv', region: 'eu-central-1' } }, rule('secretRef, region and requesterPays are for s3:// only')],
  ['a ConfigMap is paid by nobody', { 'data.source': { uri: 'configmap://small/t.csv', requesterPays: true } }, rule('secretRef, region and requesterPays are for s3:// only')],
  ['a file in a claim is accepted', { 'data.source': { uri: 'pvc://lake-1.raw/2026/..t/t.parquet', sha256: 'a'.repeat(64) } }],
  ['a whole claim is accepted', { 'data.source': { uri: 'pvc://lake/' } }],
  ['a claim has a name and a path', { 'data.source': { uri: 'pvc://lake' } }, rule('uri must have the form pvc://claim/path')],
  ['a claim has the name of an object', { 'data.source': { uri: 'pvc://Lake/t.csv' } }, rule('uri must have the form pvc://claim/path')],
  ['nobody climbs out of a volume', { 'data.source': { uri: 'pvc://lake/a/../../data-secret/AWS_ACCESS_KEY_ID' } }, rule('the path in a volume must not contain ..')],
  ['nobody ends above a volume', { 'data.source': { uri: 'pvc://lake/..' } }, rule('the path in a volume must not contain ..')],
  ['a key of a ConfigMap is accepted', { 'data.source': { uri: 'configmap://small/t.csv' } }],
  ['a ConfigMap has keys and no folders', { 'data.source': { uri: 'configmap://small/a/t.csv' } }, rule('uri must have the form configmap://name/key')],
  ['a ConfigMap is not read as a whole', { 'data.source': { uri: 'configmap://small/' } }, rule('uri must have the form configmap://name/key')],
  ['a file of the pod is no source', { 'data.source': { uri: 'file:///etc/passwd' } }, schema('data.source.uri')],
  ['a split by group names the column', { 'data.split.strategy': 'Group', 'data.group': 'hospital' }],
  ['a split by group without a column is refused', { 'data.split.strategy': 'Group' }, rule('split.strategy: Group needs group')],
  ['a split by time names the column', { 'data.split.strategy': 'Time', 'data.time': 'seen_at' }],
  ['a split by time without a column is refused', { 'data.split.strategy': 'Time', 'data.group': 'hospital' }, rule('split.strategy: Time needs time')],
  ['time and group may be named for another split', { 'data.time': 'seen_at', 'data.group': 'hospital' }],
  ['time cannot be what is predicted', { 'data.time': 'malignant' }, rule('time and group must not name the target')],
  ['a group cannot be what is predicted', { 'data.group': 'malignant' }, rule('time and group must not name the target')],
  ['the order of time is not shuffled', { 'data.split.strategy': 'Time', 'data.time': 'seen_at', 'crossValidation.repeats': 2 }, rule('crossValidation.repeats must be 1')],
  ['groups are shuffled as often as wanted', { 'data.split.strategy': 'Group', 'data.group': 'hospital', 'crossValidation.repeats': 2 }],
  ['sensitive columns are accepted', { 'data.sensitive': ['age_group', 'region'] }],
  ['what is predicted is not sensitive', { 'data.sensitive': ['age_group', 'malignant'] }, rule('sensitive must not name the target')],
  ['a gate on fairness is accepted where there are sensitive columns', { 'data.sensitive': ['age_group'], gates: [fair, { metric: 'roc_auc', split: 'CV', min: 0.9 }] }],
  ['a gate on fairness needs sensitive columns', { gates: [fair] }, rule('needs task: BinaryClassification, data.sensitive and split: Test')],
  ['a gate on fairness needs columns in the list', { 'data.sensitive': [], gates: [fair] }, rule('needs task: BinaryClassification, data.sensitive and split: Test')],
  ['a gate on fairness is about the test rows', { 'data.sensitive': ['age_group'], gates: [{ ...fair, split: 'CV' }] }, rule('needs task: BinaryClassification, data.sensitive and split: Test')],
  ['a gate on fairness needs two classes', { task: 'MulticlassClassification', 'data.sensitive': ['age_group'], gates: [fair] }, rule('needs task: BinaryClassification, data.sensitive and split: Test')],
  ['fitted features are reused where that is wanted', { 'features.reuse': true }],
  ['reuse is wanted or not', { 'features.reuse': 'Always' }, schema('features.reuse')],
  ['columns are selected by defaults', { 'features.select': {} }],
  ['columns are selected as wanted', { 'features.select': { test: 'Rank', alpha: 0.000001, max: 20 } }],
  ['an alpha of 0 would select nothing', { 'features.select.alpha': 0 }, schema('alpha must be 0.000001 or more')],
  ['an alpha above 1 is no probability', { 'features.select.alpha': 1.5 }, schema('less than or equal to 1')],
  ['a test by another name is refused', { 'features.select.test': 'chi2' }, schema('Unsupported value')],
  ['metrics of a run of its own are accepted', { 'metrics.custom': [cost, { ...cost, name: 'saved', expression: 'sqrt(f1) * log(n) - 1e-3', direction: 'Maximize' }] }],
  ['two metrics cannot have one name', { 'metrics.custom': [cost, cost] }, rule('Duplicate value')],
  ['a metric has a direction', { 'metrics.custom': [{ name: 'cost', expression: 'fn' }] }, schema('direction: Required value')],
  ['a metric is arithmetic', { 'metrics.custom': [{ ...cost, expression: "__import__('os')" }] }, schema('expression')],
  ['SHAP values are explained on as many rows as wanted', { explain: { method: 'SHAP', maxRows: 5000 } }],
  ['an explanation by another name is refused', { 'explain.method': 'Lime' }, schema('Unsupported value')],
  ['work is kept as often as wanted', { checkpoint: { every: '90s' } }],
  ['work is kept at intervals that are durations', { 'checkpoint.every': 'often' }, schema('checkpoint.every')],
  ['a pod may run on spot nodes, in a queue', { 'backend.kubernetes.spot': true, 'backend.kubernetes.queueName': 'research' }],
  ['a queue has the name of an object', { 'backend.kubernetes.queueName': 'Research!' }, schema('queueName')],
  ['a model is trained by several pods', { distributed: { engine: 'Dask', workers: 3 } }],
  ['several pods need an engine', { distributed: { workers: 3 } }, rule('workers needs an engine')],
  ['torchrun starts programs of one\'s own', { distributed: { engine: 'Torchrun', workers: 2 } }, rule('Torchrun runs a program of your own')],
  ['no more than 32 pods', { distributed: { engine: 'Dask', workers: 33 } }, schema('distributed.workers')],
  ['an engine by another name is refused', { distributed: { engine: 'Ray' } }, schema('Unsupported value')],
  ['labels and annotations are laid over the pod', { [`${pod}.metadata`]: { labels: { team: 'radiology' }, annotations: { 'sidecar.istio.io/inject': 'false' } } }],
  ['labels of Trainyard are not', { [`${pod}.metadata.labels`]: { 'trainyard.dev/training-run': 'other' } }, rule('are set by others')],
  ['labels of Jobs are not', { [`${pod}.metadata.labels`]: { 'job-name': 'other' } }, rule('are set by others')],
  ['a volume is mounted', mounted('/dev/shm')],
  ['a mount names its volume', mounted('/cache', 'cache'), rule('every entry of volumeMounts must name one of volumes')],
  ['the folder of the contract is not mounted over', mounted('/trainyard/run.json'), rule('are mounts of the contract')],
  ['the folder for scratch is not mounted over', mounted('/tmp'), rule('are mounts of the contract')],
  ['a path with steps upwards is refused', mounted('/cache/../trainyard'), schema('mountPath')],
  ['a volume of the contract is not replaced', { [`${pod}.spec.volumes`]: [{ name: 'run', emptyDir: {} }] }, rule('are volumes of the contract')],
  ['a volume comes from one place', { [`${pod}.spec.volumes`]: [{ name: 'cache', emptyDir: {}, configMap: { name: 'a' } }] }, rule('a volume needs one of')],
  ['a volume comes from somewhere', { [`${pod}.spec.volumes`]: [{ name: 'cache' }] }, rule('a volume needs one of')],
  ['a second container is refused', { [`${pod}.spec.containers`]: [{ name: 'sidecar' }] }, schema('Unsupported value')],
  ['variables are added', variable({ name: 'OMP_NUM_THREADS', value: '2' })],
  ['a variable comes from a Secret', variable({ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'token' } } })],
  ['variables of the contract are not changed', variable({ name: 'TRAINYARD_OUTPUT_URI', value: 's3://mine/' }), rule('are those of the contract')],
  ['credentials of the store are not changed', variable({ name: 'AWS_ACCESS_KEY_ID', value: 'mine' }), rule('are those of the contract')],
  ['a variable has one value', variable({ name: 'A', value: '1', valueFrom: { configMapKeyRef: { name: 'a', key: 'b' } } }), rule('a variable has value or valueFrom, not both')],
  ['a value comes from one place', variable({ name: 'A', valueFrom: {} }), rule('valueFrom needs either secretKeyRef or configMapKeyRef')],
  ['fields of the pod are laid over it', { [`${pod}.spec`]: { serviceAccountName: 'reader', priorityClassName: 'low', imagePullSecrets: [{ name: 'pull' }], affinity: { podAntiAffinity: {} } } }],
  ['an explanation of a few rows is refused', { 'explain.maxRows': 9 }, schema('maxRows')],
];

/** The rows as changes of `object`, in whose spec every path begins with `prefix`. */
export function trainingSpecCases(object: Manifest, prefix: '' | 'template.'): readonly Case[] {
  return rows.map(([name, changes, refusal]) => {
    const placed = Object.fromEntries(Object.entries(changes).map(([path, value]) => [`${prefix}${path}`, value]));
    const whose = prefix === '' ? name : `template: ${name}`;
    return { name: whose, object: change(object, placed), accepted: refusal === undefined, ...refusal };
  });
}
