import { change, immutable, named, type Case } from '../cases.ts';
import { modelDeployment } from '../samples.ts';

const rejected = { accepted: false, by: 'rule' } as const;
const slo = (fields: object): Record<string, unknown> => ({ 'rollout.analysis.slos': [{ name: 'a', ...fields }] });
const latency = { type: 'Latency', quantile: 0.99, maxLatency: '100ms' };
const query = { type: 'Query', query: 'sum(rate(orders_total{revision="{{revision}}"}[{{window}}]))' };
const steps = (...weights: readonly number[]): Record<string, unknown> => ({ 'rollout.steps': weights.map((weight) => ({ weight })) });

export const modelDeploymentCases: readonly Case[] = [
  { name: 'the least ModelDeployment is accepted', object: modelDeployment, accepted: true },
  { name: 'a name of 45 characters leaves room for the names of the revisions', object: named(modelDeployment, 'a'.repeat(45)), accepted: true },
  { name: 'a name of 46 characters is too long', object: named(modelDeployment, 'a'.repeat(46)), ...rejected, message: 'metadata.name must have at most 45 characters' },
  { name: 'weights that grow are accepted', object: change(modelDeployment, steps(1, 10, 99)), accepted: true },
  { name: 'a weight that stays is refused', object: change(modelDeployment, steps(10, 10)), ...rejected, message: 'the weights of the steps must grow' },
  { name: 'a weight that falls is refused', object: change(modelDeployment, steps(25, 50, 5)), ...rejected, message: 'the weights of the steps must grow' },
  { name: 'a dark launch begins at weight 0', object: change(modelDeployment, steps(0, 10)), accepted: true },
  { name: 'an approval before a step that exists is accepted', object: change(modelDeployment, { ...steps(5, 50), 'rollout.approval': { beforeStep: [1, 2], beforePromotion: true } }), accepted: true },
  { name: 'an approval before a step that does not exist is refused', object: change(modelDeployment, { ...steps(5, 50), 'rollout.approval.beforeStep': [3] }), ...rejected, message: 'rollout.approval.beforeStep names a step that rollout.steps does not have' },
  { name: 'a schedule by days alone is accepted', object: change(modelDeployment, { schedule: [{ days: ['Sat', 'Sun'], replicas: 0 }] }), accepted: true },
  { name: 'a schedule over midnight is accepted', object: change(modelDeployment, { schedule: [{ from: '20:00', to: '06:00', timeZone: 'Europe/Berlin', replicas: 1 }] }), accepted: true },
  { name: 'a schedule with a beginning and no end is refused', object: change(modelDeployment, { schedule: [{ from: '20:00', replicas: 1 }] }), ...rejected, message: 'schedule.from and schedule.to belong together' },
  { name: 'a schedule that ends as it begins is refused', object: change(modelDeployment, { schedule: [{ from: '20:00', to: '20:00', replicas: 1 }] }), ...rejected, message: 'schedule.from and schedule.to must differ' },
  { name: 'an hour that does not exist is refused', object: change(modelDeployment, { schedule: [{ from: '24:00', to: '06:00', replicas: 1 }] }), accepted: false, by: 'schema', message: 'spec.schedule[0].from' },
  { name: 'an unknown strategy is refused', object: change(modelDeployment, { 'rollout.strategy': 'Lottery' }), accepted: false, by: 'schema', message: 'Unsupported value: "Lottery"' },
  { name: 'public hosts need a gateway', object: change(modelDeployment, { 'traffic.hosts': ['tumour.example'] }), ...rejected, message: 'traffic.hosts needs traffic.gateways' },
  { name: 'an empty list of gateways is none', object: change(modelDeployment, { 'traffic.hosts': ['tumour.example'], 'traffic.gateways': [] }), ...rejected, message: 'traffic.hosts needs traffic.gateways' },
  { name: 'a gateway needs hosts', object: change(modelDeployment, { 'traffic.gateways': ['istio-system/public'] }), ...rejected, message: 'traffic.gateways needs traffic.hosts' },
  { name: 'an empty list of hosts is none', object: change(modelDeployment, { 'traffic.hosts': [], 'traffic.gateways': ['istio-system/public'] }), ...rejected, message: 'traffic.gateways needs traffic.hosts' },
  { name: 'hosts on a gateway are accepted', object: change(modelDeployment, { 'traffic.hosts': ['tumour.example'], 'traffic.gateways': ['istio-system/public'] }), accepted: true },
  { name: 'one host cannot be named twice', object: change(modelDeployment, { 'traffic.hosts': ['a.example', 'a.example'], 'traffic.gateways': ['istio-system/public'] }), accepted: false, by: 'schema', message: 'Duplicate value' },
  { name: 'an interval of half a second is accepted', object: change(modelDeployment, { 'rollout.analysis.interval': '500ms' }), accepted: true },
  { name: 'an interval below half a second is refused', object: change(modelDeployment, { 'rollout.analysis.interval': '499ms' }), ...rejected, message: 'interval must be 500ms or more' },
  { name: 'an alpha of one in a million is accepted', object: change(modelDeployment, { 'rollout.analysis.alpha': 0.000001 }), accepted: true },
  { name: 'a smaller alpha is refused', object: change(modelDeployment, { 'rollout.analysis.alpha': 0.0000009 }), accepted: false, by: 'schema', message: 'alpha must be 0.000001 or more' },
  { name: 'two objectives cannot have one name', object: change(modelDeployment, { 'rollout.analysis.slos': [{ name: 'a', type: 'ErrorRatio', max: 0.1 }, { name: 'a', type: 'ErrorRatio', max: 0.2 }] }), ...rejected, message: 'Duplicate value' },
  { name: 'a share of failures between 0 and 1 is accepted', object: change(modelDeployment, slo({ type: 'ErrorRatio', max: 0.5 })), accepted: true },
  { name: 'an ErrorRatio without max is refused', object: change(modelDeployment, slo({ type: 'ErrorRatio' })), ...rejected, message: 'an ErrorRatio needs max' },
  { name: 'an ErrorRatio of 0 is refused', object: change(modelDeployment, slo({ type: 'ErrorRatio', max: 0 })), ...rejected, message: 'an ErrorRatio needs max' },
  { name: 'an ErrorRatio of 1 is refused', object: change(modelDeployment, slo({ type: 'ErrorRatio', max: 1 })), ...rejected, message: 'an ErrorRatio needs max' },
  { name: 'an ErrorRatio has no query', object: change(modelDeployment, slo({ type: 'ErrorRatio', max: 0.1, query: 'up' })), ...rejected, message: 'query and min are for a Query only' },
  { name: 'an ErrorRatio has no min', object: change(modelDeployment, slo({ type: 'ErrorRatio', max: 0.1, min: 0.05 })), ...rejected, message: 'query and min are for a Query only' },
  { name: 'an ErrorRatio has no quantile', object: change(modelDeployment, slo({ type: 'ErrorRatio', max: 0.1, quantile: 0.9 })), ...rejected, message: 'quantile and maxLatency are for a Latency only' },
  { name: 'a quantile within a time is accepted', object: change(modelDeployment, slo(latency)), accepted: true },
  { name: 'a Latency without maxLatency is refused', object: change(modelDeployment, slo({ type: 'Latency', quantile: 0.99 })), ...rejected, message: 'a Latency needs quantile and maxLatency' },
  { name: 'a Latency without quantile is refused', object: change(modelDeployment, slo({ type: 'Latency', maxLatency: '1s' })), ...rejected, message: 'a Latency needs quantile and maxLatency' },
  { name: 'a Latency with max is refused', object: change(modelDeployment, slo({ ...latency, max: 0.1 })), ...rejected, message: 'a Latency is bounded by maxLatency, not by max' },
  { name: 'a Latency of 10 seconds is accepted', object: change(modelDeployment, slo({ ...latency, maxLatency: '10s' })), accepted: true },
  { name: 'a Latency that no bucket reaches is refused', object: change(modelDeployment, slo({ ...latency, maxLatency: '11s' })), ...rejected, message: 'maxLatency must lie between 1ms and 10s' },
  { name: 'a Latency of nothing is refused', object: change(modelDeployment, slo({ ...latency, maxLatency: '0s' })), ...rejected, message: 'maxLatency must lie between 1ms and 10s' },
  { name: 'a query with one bound is accepted', object: change(modelDeployment, slo({ ...query, min: 3 })), accepted: true },
  { name: 'a query with two equal bounds is accepted', object: change(modelDeployment, slo({ ...query, min: 3, max: 3 })), accepted: true },
  { name: 'a query that may be below 0 is accepted', object: change(modelDeployment, slo({ ...query, max: -1 })), accepted: true },
  { name: 'a Query without query is refused', object: change(modelDeployment, slo({ type: 'Query', min: 3 })), ...rejected, message: 'a Query needs query, and min or max or both' },
  { name: 'a Query without a bound is refused', object: change(modelDeployment, slo(query)), ...rejected, message: 'a Query needs query, and min or max or both' },
  { name: 'a min above max is refused', object: change(modelDeployment, slo({ ...query, min: 3, max: 2 })), ...rejected, message: 'min must not be greater than max' },
  { name: 'a placeholder that nobody knows is refused', object: change(modelDeployment, slo({ ...query, query: 'up{a="{{pod}}"}', min: 3 })), ...rejected, message: 'only revision, stable, namespace, deployment and window are known' },
  { name: 'braces of PromQL are no placeholders', object: change(modelDeployment, slo({ ...query, query: 'sum(up{job="a"}) / count(up{a=~"b|c",d!=""})', min: 3 })), accepted: true },
  { name: 'a confidence below one half is refused', object: change(modelDeployment, { 'rollout.analysis.promotion': { confidence: 0 } }), accepted: false, by: 'schema', message: 'confidence must lie between 0.5 and 0.9999' },
  { name: 'a drift of 0 is refused: chance alone gives more', object: change(modelDeployment, { 'rollout.analysis.guardrails': { predictionDrift: 0 } }), accepted: false, by: 'schema', message: 'predictionDrift must be 0.01 or more' },
  { name: 'a quantile of 0 is refused', object: change(modelDeployment, slo({ ...latency, quantile: 0 })), accepted: false, by: 'schema', message: 'quantile must lie between 0.5 and 0.9999' },
  { name: 'a bound of the drift is accepted', object: change(modelDeployment, { 'rollout.analysis.guardrails': { predictionDrift: 0.2 } }), accepted: true },
  { name: 'no invalid output at all may be asked for', object: change(modelDeployment, { 'rollout.analysis.guardrails': { invalidOutputRatio: 0 } }), accepted: true },
  { name: 'a variable cannot be set twice', object: change(modelDeployment, { 'server.env': [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] }), ...rejected, message: 'Duplicate value' },
];

export const modelDeploymentUpdates: readonly Case[] = [
  ...immutable(modelDeployment, { model: 'other' }),
  { name: 'version can be changed, which starts a rollout', old: modelDeployment, object: change(modelDeployment, { version: 'tumour-2' }), accepted: true },
  { name: 'every setting of the rollout can be changed', old: modelDeployment, object: change(modelDeployment, { ...steps(50), 'rollout.analysis.alpha': 0.05, paused: true, 'server.replicas': 3 }), accepted: true },
];
