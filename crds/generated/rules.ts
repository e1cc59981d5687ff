// Generated from crds/*.yaml by tools/generate. Do not edit: change the source and run `make generate`.

/** A CEL rule; `at` says where in the object: `spec.data.rules[]` is every entry of that list, `` the object itself. */
export interface Rule {
    readonly at: string;
    readonly rule: string;
    readonly message: string;
}

/** A list whose entries are told apart by the values of these keys. */
export interface KeyedList {
    readonly at: string;
    readonly keys: readonly string[];
}

/** By kind. Rules that compare with the object before a change are left out: nobody has it but the API server. */
export const demands: Readonly<Record<string, { readonly rules: readonly Rule[]; readonly lists: readonly KeyedList[] }>> = {
    TrainingRun: {
    rules: [
        {"at":"","rule":"size(self.metadata.name) <= 50","message":"metadata.name must have at most 50 characters, because the names of the Job and its pods are made from it"},
        {"at":"spec","rule":"self.task != 'Regression' || self.data.split.strategy != 'Stratified'","message":"data.split.strategy: Stratified needs classes; use Random for task: Regression"},
        {"at":"spec","rule":"self.data.split.strategy != 'Time' || self.crossValidation.repeats == 1","message":"crossValidation.repeats must be 1 with data.split.strategy: Time, because the order of time leaves nothing to shuffle"},
        {"at":"spec","rule":"!has(self.gates) || self.gates.all(g, !(g.metric in ['demographic_parity_difference', 'demographic_parity_ratio', 'equalized_odds_difference']) || (self.task == 'BinaryClassification' && has(self.data.sensitive) && size(self.data.sensitive) > 0 && g.split == 'Test'))","message":"a gate on demographic_parity_difference, demographic_parity_ratio or equalized_odds_difference needs task: BinaryClassification, data.sensitive and split: Test"},
        {"at":"spec","rule":"self.distributed.engine != 'Torchrun' || self.algorithm.name == 'custom'","message":"distributed.engine: Torchrun runs a program of your own; it needs algorithm.name: custom"},
        {"at":"spec","rule":"self.task == 'Regression' ? self.algorithm.name != 'logistic' : !(self.algorithm.name in ['ridge', 'elasticNet'])","message":"algorithm.name does not fit the task: logistic is for classification, ridge and elasticNet are for regression"},
        {"at":"spec.data","rule":"self.split.strategy != 'Group' || has(self.group)","message":"split.strategy: Group needs group, the column to split by"},
        {"at":"spec.data","rule":"self.split.strategy != 'Time' || has(self.time)","message":"split.strategy: Time needs time, the column to split by"},
        {"at":"spec.data","rule":"(!has(self.time) || self.time != self.target) && (!has(self.group) || self.group != self.target)","message":"time and group must not name the target"},
        {"at":"spec.data","rule":"!has(self.sensitive) || !(self.target in self.sensitive)","message":"sensitive must not name the target"},
        {"at":"spec.data.source","rule":"!self.uri.startsWith('pvc://') || self.uri.matches('^pvc://[a-z0-9]([-a-z0-9.]*[a-z0-9])?/')","message":"uri must have the form pvc://claim/path, with the name of a PersistentVolumeClaim"},
        {"at":"spec.data.source","rule":"!self.uri.startsWith('pvc://') || !self.uri.matches('/[.][.](/|$)')","message":"uri: the path in a volume must not contain .."},
        {"at":"spec.data.source","rule":"!self.uri.startsWith('configmap://') || self.uri.matches('^configmap://[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[-._a-zA-Z0-9]*[-_a-zA-Z0-9]$')","message":"uri must have the form configmap://name/key, with the name of a ConfigMap and one of its keys"},
        {"at":"spec.data.source","rule":"!has(self.versionId) || (self.uri.startsWith('s3://') && !self.uri.endsWith('/'))","message":"versionId needs a uri of one object, s3://bucket/key"},
        {"at":"spec.data.source","rule":"self.uri.startsWith('s3://') || !(has(self.secretRef) || has(self.region) || (has(self.requesterPays) && self.requesterPays))","message":"secretRef, region and requesterPays are for s3:// only"},
        {"at":"spec.data.rules[]","rule":"has(self.column) != has(self.rowCount)","message":"a rule needs either column or rowCount, not both"},
        {"at":"spec.data.rules[]","rule":"!has(self.min) || !has(self.max) || self.min <= self.max","message":"min must not exceed max"},
        {"at":"spec.data.split.testFraction","rule":"self >= 0.05","message":"testFraction must be 0.05 or more"},
        {"at":"spec.features.select.alpha","rule":"self >= 0.000001","message":"alpha must be 0.000001 or more"},
        {"at":"spec.algorithm","rule":"(self.name == 'custom') == has(self.image)","message":"name: custom needs image, and no other algorithm takes one"},
        {"at":"spec.gates[]","rule":"has(self.min) || has(self.max)","message":"a gate needs min, max or both"},
        {"at":"spec.backend.kubernetes.podTemplate.metadata.labels","rule":"self.all(k, !k.startsWith('trainyard.dev/') && !k.startsWith('batch.kubernetes.io/') && !(k in ['app.kubernetes.io/managed-by', 'controller-uid', 'job-name']))","message":"labels of trainyard.dev, batch.kubernetes.io, app.kubernetes.io/managed-by, controller-uid and job-name are set by others"},
        {"at":"spec.backend.kubernetes.podTemplate.spec","rule":"!has(self.containers) || self.containers.all(c, !has(c.volumeMounts) || c.volumeMounts.all(m, has(self.volumes) && self.volumes.exists(v, v.name == m.name)))","message":"every entry of volumeMounts must name one of volumes"},
        {"at":"spec.backend.kubernetes.podTemplate.spec.volumes[]","rule":"[has(self.emptyDir), has(self.persistentVolumeClaim), has(self.configMap), has(self.secret)].filter(one, one).size() == 1","message":"a volume needs one of emptyDir, persistentVolumeClaim, configMap and secret"},
        {"at":"spec.backend.kubernetes.podTemplate.spec.volumes[].name","rule":"!(self in ['run', 'tmp', 'token']) && !self.startsWith('data')","message":"run, tmp, token and names that begin with data are volumes of the contract"},
        {"at":"spec.backend.kubernetes.podTemplate.spec.containers[].env[]","rule":"!has(self.value) || !has(self.valueFrom)","message":"a variable has value or valueFrom, not both"},
        {"at":"spec.backend.kubernetes.podTemplate.spec.containers[].env[].name","rule":"!self.startsWith('TRAINYARD_') && !self.startsWith('AWS_')","message":"variables TRAINYARD_* and AWS_* are those of the contract"},
        {"at":"spec.backend.kubernetes.podTemplate.spec.containers[].env[].valueFrom","rule":"has(self.secretKeyRef) != has(self.configMapKeyRef)","message":"valueFrom needs either secretKeyRef or configMapKeyRef"},
        {"at":"spec.backend.kubernetes.podTemplate.spec.containers[].volumeMounts[].mountPath","rule":"!(self in ['/tmp', '/dev', '/dev/termination-log', '/trainyard']) && !self.startsWith('/trainyard/')","message":"/tmp, /trainyard, /dev and /dev/termination-log are mounts of the contract"},
        {"at":"spec.distributed","rule":"self.engine != 'None' || self.workers == 1","message":"workers needs an engine: Dask or Torchrun"},
    ],
    lists: [
        {"at":"spec.metrics.custom","keys":["name"]},
        {"at":"spec.backend.kubernetes.podTemplate.spec.imagePullSecrets","keys":["name"]},
        {"at":"spec.backend.kubernetes.podTemplate.spec.volumes","keys":["name"]},
        {"at":"spec.backend.kubernetes.podTemplate.spec.containers","keys":["name"]},
        {"at":"spec.backend.kubernetes.podTemplate.spec.containers[].env","keys":["name"]},
        {"at":"spec.backend.kubernetes.podTemplate.spec.containers[].volumeMounts","keys":["mountPath"]},
    ],
    },
    Experiment: {
    rules: [
        {"at":"","rule":"size(self.metadata.name) <= 24","message":"metadata.name must have at most 24 characters, because the names of the trials are made from it"},
        {"at":"spec","rule":"self.template.distributed.engine != 'Torchrun'","message":"template.distributed.engine: Torchrun runs a program of your own, and candidates are Trainyard's"},
        {"at":"spec","rule":"self.template.metrics.primary == self.objective.metric","message":"template.metrics.primary must be the same as objective.metric"},
        {"at":"spec.template","rule":"self.task != 'Regression' || self.data.split.strategy != 'Stratified'","message":"data.split.strategy: Stratified needs classes; use Random for task: Regression"},
        {"at":"spec.template","rule":"self.data.split.strategy != 'Time' || self.crossValidation.repeats == 1","message":"crossValidation.repeats must be 1 with data.split.strategy: Time, because the order of time leaves nothing to shuffle"},
        {"at":"spec.template","rule":"!has(self.gates) || self.gates.all(g, !(g.metric in ['demographic_parity_difference', 'demographic_parity_ratio', 'equalized_odds_difference']) || (self.task == 'BinaryClassification' && has(self.data.sensitive) && size(self.data.sensitive) > 0 && g.split == 'Test'))","message":"a gate on demographic_parity_difference, demographic_parity_ratio or equalized_odds_difference needs task: BinaryClassification, data.sensitive and split: Test"},
        {"at":"spec.template.data","rule":"self.split.strategy != 'Group' || has(self.group)","message":"split.strategy: Group needs group, the column to split by"},
        {"at":"spec.template.data","rule":"self.split.strategy != 'Time' || has(self.time)","message":"split.strategy: Time needs time, the column to split by"},
        {"at":"spec.template.data","rule":"(!has(self.time) || self.time != self.target) && (!has(self.group) || self.group != self.target)","message":"time and group must not name the target"},
        {"at":"spec.template.data","rule":"!has(self.sensitive) || !(self.target in self.sensitive)","message":"sensitive must not name the target"},
        {"at":"spec.template.data.source","rule":"!self.uri.startsWith('pvc://') || self.uri.matches('^pvc://[a-z0-9]([-a-z0-9.]*[a-z0-9])?/')","message":"uri must have the form pvc://claim/path, with the name of a PersistentVolumeClaim"},
        {"at":"spec.template.data.source","rule":"!self.uri.startsWith('pvc://') || !self.uri.matches('/[.][.](/|$)')","message":"uri: the path in a volume must not contain .."},
        {"at":"spec.template.data.source","rule":"!self.uri.startsWith('configmap://') || self.uri.matches('^configmap://[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[-._a-zA-Z0-9]*[-_a-zA-Z0-9]$')","message":"uri must have the form configmap://name/key, with the name of a ConfigMap and one of its keys"},
        {"at":"spec.template.data.source","rule":"!has(self.versionId) || (self.uri.startsWith('s3://') && !self.uri.endsWith('/'))","message":"versionId needs a uri of one object, s3://bucket/key"},
        {"at":"spec.template.data.source","rule":"self.uri.startsWith('s3://') || !(has(self.secretRef) || has(self.region) || (has(self.requesterPays) && self.requesterPays))","message":"secretRef, region and requesterPays are for s3:// only"},
        {"at":"spec.template.data.rules[]","rule":"has(self.column) != has(self.rowCount)","message":"a rule needs either column or rowCount, not both"},
        {"at":"spec.template.data.rules[]","rule":"!has(self.min) || !has(self.max) || self.min <= self.max","message":"min must not exceed max"},
        {"at":"spec.template.data.split.testFraction","rule":"self >= 0.05","message":"testFraction must be 0.05 or more"},
        {"at":"spec.template.features.select.alpha","rule":"self >= 0.000001","message":"alpha must be 0.000001 or more"},
        {"at":"spec.template.gates[]","rule":"has(self.min) || has(self.max)","message":"a gate needs min, max or both"},
        {"at":"spec.template.backend.kubernetes.podTemplate.metadata.labels","rule":"self.all(k, !k.startsWith('trainyard.dev/') && !k.startsWith('batch.kubernetes.io/') && !(k in ['app.kubernetes.io/managed-by', 'controller-uid', 'job-name']))","message":"labels of trainyard.dev, batch.kubernetes.io, app.kubernetes.io/managed-by, controller-uid and job-name are set by others"},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec","rule":"!has(self.containers) || self.containers.all(c, !has(c.volumeMounts) || c.volumeMounts.all(m, has(self.volumes) && self.volumes.exists(v, v.name == m.name)))","message":"every entry of volumeMounts must name one of volumes"},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.volumes[]","rule":"[has(self.emptyDir), has(self.persistentVolumeClaim), has(self.configMap), has(self.secret)].filter(one, one).size() == 1","message":"a volume needs one of emptyDir, persistentVolumeClaim, configMap and secret"},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.volumes[].name","rule":"!(self in ['run', 'tmp', 'token']) && !self.startsWith('data')","message":"run, tmp, token and names that begin with data are volumes of the contract"},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.containers[].env[]","rule":"!has(self.value) || !has(self.valueFrom)","message":"a variable has value or valueFrom, not both"},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.containers[].env[].name","rule":"!self.startsWith('TRAINYARD_') && !self.startsWith('AWS_')","message":"variables TRAINYARD_* and AWS_* are those of the contract"},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.containers[].env[].valueFrom","rule":"has(self.secretKeyRef) != has(self.configMapKeyRef)","message":"valueFrom needs either secretKeyRef or configMapKeyRef"},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.containers[].volumeMounts[].mountPath","rule":"!(self in ['/tmp', '/dev', '/dev/termination-log', '/trainyard']) && !self.startsWith('/trainyard/')","message":"/tmp, /trainyard, /dev and /dev/termination-log are mounts of the contract"},
        {"at":"spec.template.distributed","rule":"self.engine != 'None' || self.workers == 1","message":"workers needs an engine: Dask or Torchrun"},
    ],
    lists: [
        {"at":"spec.template.metrics.custom","keys":["name"]},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.imagePullSecrets","keys":["name"]},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.volumes","keys":["name"]},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.containers","keys":["name"]},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.containers[].env","keys":["name"]},
        {"at":"spec.template.backend.kubernetes.podTemplate.spec.containers[].volumeMounts","keys":["mountPath"]},
        {"at":"spec.candidates","keys":["name"]},
    ],
    },
    ModelVersion: {
    rules: [
        {"at":"","rule":"size(self.metadata.name) <= 63","message":"metadata.name must have at most 63 characters, because it is used as a label"},
        {"at":"spec.approval","rule":"self.state != 'Approved' || (has(self.by) && self.by != '')","message":"approval.by must name who approved"},
        {"at":"spec.approval","rule":"self.state != 'Rejected' || (has(self.reason) && self.reason != '')","message":"approval.reason must say why it was rejected"},
    ],
    lists: [
    ],
    },
    ModelDeployment: {
    rules: [
        {"at":"","rule":"size(self.metadata.name) <= 45","message":"metadata.name must have at most 45 characters, because the names of the revisions are made from it"},
        {"at":"spec","rule":"!has(self.autoscaling) || !has(self.server) || !has(self.server.resources) || (has(self.server.resources.requests) && 'cpu' in self.server.resources.requests) || (has(self.server.resources.limits) && 'cpu' in self.server.resources.limits)","message":"autoscaling needs server.resources.requests.cpu: it compares what pods use with what they request"},
        {"at":"spec.schedule[]","rule":"has(self.from) == has(self.to)","message":"schedule.from and schedule.to belong together: give both, or neither for whole days"},
        {"at":"spec.schedule[]","rule":"!has(self.from) || !has(self.to) || self.from != self.to","message":"schedule.from and schedule.to must differ"},
        {"at":"spec.autoscaling","rule":"self.minReplicas <= self.maxReplicas","message":"autoscaling.minReplicas must not be greater than autoscaling.maxReplicas"},
        {"at":"spec.autoscaling.scaleDownStabilization","rule":"duration(self) <= duration('1h')","message":"scaleDownStabilization must not be longer than 1h"},
        {"at":"spec.traffic","rule":"!has(self.gateways) || size(self.gateways) == 0 || (has(self.hosts) && size(self.hosts) > 0)","message":"traffic.gateways needs traffic.hosts: a gateway routes by host name"},
        {"at":"spec.traffic","rule":"!has(self.hosts) || size(self.hosts) == 0 || (has(self.gateways) && size(self.gateways) > 0)","message":"traffic.hosts needs traffic.gateways: without a gateway no public host can be reached"},
        {"at":"spec.traffic.sticky","rule":"has(self.userHeader) != has(self.userCookie)","message":"traffic.sticky needs userHeader or userCookie, and not both"},
        {"at":"spec.rollout","rule":"!has(self.approval) || !has(self.approval.beforeStep) || !has(self.steps) || self.approval.beforeStep.all(step, step <= size(self.steps))","message":"rollout.approval.beforeStep names a step that rollout.steps does not have"},
        {"at":"spec.rollout","rule":"!has(self.strategy) || self.strategy != 'Shadow' || has(self.shadow)","message":"strategy Shadow needs rollout.shadow; shadow: {} takes its defaults"},
        {"at":"spec.rollout","rule":"!has(self.shadow) || !has(self.strategy) || self.strategy == 'Shadow' || self.strategy == 'Canary'","message":"rollout.shadow is for the strategies Shadow and Canary"},
        {"at":"spec.rollout","rule":"!has(self.shadow) || !has(self.shadow.onPass) || self.shadow.onPass == 'Wait' || (has(self.strategy) && self.strategy == 'Shadow')","message":"shadow.onPass is for strategy Shadow: a canary goes on with its first step by itself"},
        {"at":"spec.rollout","rule":"!has(self.shadow) || !has(self.analysis) || !has(self.analysis.slos) || !self.analysis.slos.exists(slo, slo.name == 'disagreement')","message":"with rollout.shadow no objective may be called disagreement: that is its own"},
        {"at":"spec.rollout","rule":"!has(self.shadow) || !has(self.analysis) || !has(self.analysis.source) || !has(self.analysis.source.pods) || self.analysis.source.pods","message":"rollout.shadow needs analysis.source.pods: answers are read from the pods"},
        {"at":"spec.rollout.steps","rule":"self.map(s, s.weight).isSorted() && self.all(s, self.exists_one(other, other.weight == s.weight))","message":"the weights of the steps must grow"},
        {"at":"spec.rollout.shadow.maxDisagreement","rule":"self >= 0.0001 && self <= 0.9999","message":"maxDisagreement must lie between 0.0001 and 0.9999"},
        {"at":"spec.rollout.abTest.minSamples","rule":"self >= 30","message":"minSamples must be 30 or more: with fewer the bounds do not hold"},
        {"at":"spec.rollout.abTest.alpha","rule":"self >= 0.000001","message":"alpha must be 0.000001 or more"},
        {"at":"spec.rollout.abTest.maxDuration","rule":"duration(self) >= duration('10s') && duration(self) <= duration('2160h')","message":"maxDuration must lie between 10s and 2160h"},
        {"at":"spec.rollout.shield.tryTimeout","rule":"duration(self) >= duration('10ms') && duration(self) <= duration('1m')","message":"tryTimeout must lie between 10ms and 1m"},
        {"at":"spec.rollout.analysis.interval","rule":"duration(self) >= duration('500ms')","message":"interval must be 500ms or more"},
        {"at":"spec.rollout.analysis.slos[]","rule":"self.type != 'ErrorRatio' || (has(self.max) && self.max > 0.0 && self.max < 1.0)","message":"an ErrorRatio needs max, a share between 0 and 1 without the ends"},
        {"at":"spec.rollout.analysis.slos[]","rule":"self.type != 'Latency' || (has(self.quantile) && has(self.maxLatency))","message":"a Latency needs quantile and maxLatency"},
        {"at":"spec.rollout.analysis.slos[]","rule":"self.type != 'Latency' || !has(self.max)","message":"a Latency is bounded by maxLatency, not by max"},
        {"at":"spec.rollout.analysis.slos[]","rule":"self.type == 'Latency' || (!has(self.quantile) && !has(self.maxLatency))","message":"quantile and maxLatency are for a Latency only"},
        {"at":"spec.rollout.analysis.slos[]","rule":"self.type != 'Query' || (has(self.query) && (has(self.min) || has(self.max)))","message":"a Query needs query, and min or max or both"},
        {"at":"spec.rollout.analysis.slos[]","rule":"self.type == 'Query' || (!has(self.query) && !has(self.min))","message":"query and min are for a Query only"},
        {"at":"spec.rollout.analysis.slos[]","rule":"!has(self.min) || !has(self.max) || self.min <= self.max","message":"min must not be greater than max"},
        {"at":"spec.rollout.analysis.slos[].quantile","rule":"self >= 0.5 && self <= 0.9999","message":"quantile must lie between 0.5 and 0.9999"},
        {"at":"spec.rollout.analysis.slos[].maxLatency","rule":"duration(self) >= duration('1ms') && duration(self) <= duration('10s')","message":"maxLatency must lie between 1ms and 10s"},
        {"at":"spec.rollout.analysis.slos[].query","rule":"self.matches('^([^{]|[{][^{]|[{][{](revision|stable|namespace|deployment|window)[}][}])*$')","message":"between {{ and }} only revision, stable, namespace, deployment and window are known"},
        {"at":"spec.rollout.analysis.alpha","rule":"self >= 0.000001","message":"alpha must be 0.000001 or more"},
        {"at":"spec.rollout.analysis.promotion.confidence","rule":"self >= 0.5 && self <= 0.9999","message":"confidence must lie between 0.5 and 0.9999"},
        {"at":"spec.rollout.analysis.guardrails.predictionDrift","rule":"self >= 0.01","message":"predictionDrift must be 0.01 or more"},
    ],
    lists: [
        {"at":"spec.server.env","keys":["name"]},
        {"at":"spec.rollout.analysis.slos","keys":["name"]},
    ],
    },
};
