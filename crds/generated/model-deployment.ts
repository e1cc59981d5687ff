// Generated from crds/modeldeployments.yaml by tools/generate. Do not edit: change the source and run `make generate`.
import type { ObjectMeta } from './metadata.ts';

/** Which version of a model serves, and how it may change. One changed field, spec.version, starts a rollout. As read back from the server: every default is filled in. */
export interface ModelDeployment {
    apiVersion: 'trainyard.dev/v1alpha1';
    kind: 'ModelDeployment';
    metadata: ObjectMeta;
    spec: ModelDeploymentSpec;
    /** Absent until the operator has seen the object. */
    status?: ModelDeploymentStatus;
}

/** Which version of a model serves, and how it may change. One changed field, spec.version, starts a rollout. As a user writes it: whatever has a default may be left out. */
export interface ModelDeploymentInput {
    apiVersion: 'trainyard.dev/v1alpha1';
    kind: 'ModelDeployment';
    metadata: ObjectMeta;
    spec: ModelDeploymentSpecInput;
}

/** @description What is wanted. How much traffic a version gets right now is in the status. */
export interface ModelDeploymentSpec {
    /** @description Name of the model family. */
    model: string;
    /** @description Name of the ModelVersion that shall serve. */
    version: string;
    /**
     * @description True keeps the weights as they are and starts nothing new. A breach still rolls back. Default: false.
     * @default false
     */
    paused: boolean;
    /** @description Other numbers of pods at certain times; the first entry that matches counts. A rollout that is under way keeps spec.server.replicas until it has ended, and none starts while the schedule says 0. With spec.autoscaling the number is the least instead, in place of minReplicas, and 0 switches off. Left out: the same number at all times. */
    schedule?: ModelDeploymentSpecScheduleEntry[];
    /** @description Where the model is served. */
    platform: ModelDeploymentSpecPlatform;
    /** @description The pods of each revision. */
    server: ModelDeploymentSpecServer;
    /** @description Lets a HorizontalPodAutoscaler for each live revision choose the number of pods by their CPU, which needs the metrics API of the cluster (metrics-server). Left out: spec.server.replicas counts, and an autoscaler of your own may set it through the scale subresource. */
    autoscaling?: ModelDeploymentSpecAutoscaling;
    /** @description How requests reach the model. Inside the mesh the host <name>.<namespace>.svc.cluster.local always works. */
    traffic: ModelDeploymentSpecTraffic;
    /** @description How a new version takes over. */
    rollout: ModelDeploymentSpecRollout;
}
export interface ModelDeploymentSpecScheduleEntry {
    /** @description Days of the week on which the entry begins to hold; left out means every day. */
    days?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun")[];
    /** @description Time of day, such as 18:00. Left out: the whole day. */
    from?: string;
    /** @description Time of day at which it ends; earlier than from means on the next day. Left out: the whole day. */
    to?: string;
    /**
     * @description IANA name, such as Europe/Berlin. Default: UTC.
     * @default UTC
     */
    timeZone: string;
    /**
     * Format: int32
     * @description Number of pods of the stable revision in that time.
     */
    replicas: number;
}
/** @description Where the model is served. */
export interface ModelDeploymentSpecPlatform {
    /**
     * @description Kubernetes serves from pods in the namespace of the ModelDeployment. Default: Kubernetes.
     * @default Kubernetes
     * @enum {string}
     */
    type: "Kubernetes";
}
/** @description The pods of each revision. */
export interface ModelDeploymentSpecServer {
    /**
     * Format: int32
     * @description Number of pods of each live revision. With spec.autoscaling only 0 counts: it switches off. Default: 1.
     * @default 1
     */
    replicas: number;
    /** @description Resources of the server container. Default: 100m of cpu and 192Mi of memory, at most 512Mi of it. */
    resources: ModelDeploymentSpecServerResources;
    /** @description How requests that wait at the same moment are answered by one run of the graph. Only models whose inputs and outputs all begin with the number of rows can do that. Left out: the defaults of its fields. */
    batching?: ModelDeploymentSpecServerBatching;
    /**
     * @description Where the graph runs. Inline: in the thread that answers requests; Worker: in a thread of its own; Auto measures the model and takes a thread when a batch takes longer than 5 ms. Default: Auto.
     * @default Auto
     * @enum {string}
     */
    execution: "Auto" | "Inline" | "Worker";
    /** @description Environment of the server container. Left out: none but those of Trainyard. */
    env?: ModelDeploymentSpecServerEnvEntry[];
}
/** @description Resources of the server container. Default: 100m of cpu and 192Mi of memory, at most 512Mi of it. */
export interface ModelDeploymentSpecServerResources {
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    requests?: {
        [key: string]: number | string;
    };
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    limits?: {
        [key: string]: number | string;
    };
}
/** @description How requests that wait at the same moment are answered by one run of the graph. Only models whose inputs and outputs all begin with the number of rows can do that. Left out: the defaults of its fields. */
export interface ModelDeploymentSpecServerBatching {
    /**
     * Format: int32
     * @description Rows that are run together. 1 runs every request by itself. Left out: as many as the model runs in 3 ms, 64 to 1024.
     */
    maxRows?: number;
    /**
     * @description How long a request waits for company while the model is idle, such as 2ms; whole milliseconds, at most 1s. Default: 0ms.
     * @default 0ms
     */
    maxDelay: string;
    /**
     * Format: int32
     * @description Rows that may wait for the model in one pod. Beyond that requests are answered with 503 at once. Default: 4096.
     * @default 4096
     */
    maxQueueRows: number;
}
export interface ModelDeploymentSpecServerEnvEntry {
    /** @description Name of the variable. */
    name: string;
    /** @description Value of the variable. */
    value: string;
}
/** @description Lets a HorizontalPodAutoscaler for each live revision choose the number of pods by their CPU, which needs the metrics API of the cluster (metrics-server). Left out: spec.server.replicas counts, and an autoscaler of your own may set it through the scale subresource. */
export interface ModelDeploymentSpecAutoscaling {
    /**
     * Format: int32
     * @description Least number of pods of a revision. While a rollout is under way a candidate has at least as many as its next share of the traffic takes of stable, and stable does not shrink. Default: 1.
     * @default 1
     */
    minReplicas: number;
    /**
     * Format: int32
     * @description Greatest number of pods of a revision. Default: 10.
     * @default 10
     */
    maxReplicas: number;
    /**
     * Format: int32
     * @description CPU time that the server containers of a revision shall use on average, in percent of server.resources.requests.cpu. Default: 70.
     * @default 70
     */
    targetCPU: number;
    /**
     * @description Time that fewer pods must have been enough before any is taken away, such as 5m; 0s to 1h. After a rollout stable does not shrink for as long, and one minute at least. Default: 5m.
     * @default 5m
     */
    scaleDownStabilization: string;
}
/** @description How requests reach the model. Inside the mesh the host <name>.<namespace>.svc.cluster.local always works. */
export interface ModelDeploymentSpecTraffic {
    /** @description Public host names. Left out: the model is reached inside the mesh only. */
    hosts?: string[];
    /** @description Istio Gateways that carry the hosts, as namespace/name. Left out: the model is reached inside the mesh only. */
    gateways?: string[];
    /**
     * @description Prefix of the path that belongs to the model; it is taken off before the request reaches the server. Default: /.
     * @default /
     */
    path: string;
    /**
     * @description Time after which a request fails, such as 2s. Default: 2s.
     * @default 2s
     */
    timeout: string;
    /**
     * Format: int32
     * @description How often the proxy tries a request again whose pod cannot be reached, hangs up without an answer, or says 503. Default: 0.
     * @default 0
     */
    retries: number;
    /** @description Keeps every user at one version while the traffic is split, by what their requests carry. Left out: each request is split by itself, except with strategy ABTest, which goes by the header x-user-id. A request without it is split by itself too. */
    sticky?: ModelDeploymentSpecTrafficSticky;
}
/** @description Keeps every user at one version while the traffic is split, by what their requests carry. Left out: each request is split by itself, except with strategy ABTest, which goes by the header x-user-id. A request without it is split by itself too. */
export interface ModelDeploymentSpecTrafficSticky {
    /** @description Name of the header that names the user, such as x-user-id. Left out: userCookie counts. */
    userHeader?: string;
    /** @description Name of the cookie that names the user, such as uid. Left out: userHeader counts. */
    userCookie?: string;
}
/** @description How a new version takes over. */
export interface ModelDeploymentSpecRollout {
    /**
     * @description Canary gives the new version a growing share of the traffic. BlueGreen tries it by mirrored or previewed requests, then gives it all. Recreate ends the old pods before new ones start. Shadow compares its answers to copies of requests with those of stable; no user gets one. ABTest gives it a fixed share of the users until their rewards tell which is better. Default: Canary.
     * @default Canary
     * @enum {string}
     */
    strategy: "Canary" | "BlueGreen" | "Recreate" | "Shadow" | "ABTest";
    /** @description Shares of the traffic, in order; after the last one the candidate is promoted. Default: 5 percent for 1m, then 25 and 50 for 2m each. */
    steps: ModelDeploymentSpecRolloutStep[];
    /** @description How a BlueGreen candidate is tried before it gets all traffic. */
    blueGreen: ModelDeploymentSpecRolloutBlueGreen;
    /** @description Tries a candidate on copies of requests and compares its answers with those of stable to the same requests, before any user gets one. Strategy Shadow needs it; with Canary it comes before the first step. Needs an x-request-id at every request, as Istio's proxies give it. Left out: no copies. */
    shadow?: ModelDeploymentSpecRolloutShadow;
    /** @description Of strategy ABTest: what is compared, and what follows. Users are told apart by traffic.sticky. */
    abTest: ModelDeploymentSpecRolloutAbTest;
    /** @description Where the rollout waits for a person, who approves by the annotation trainyard.dev/approve. Rollbacks never wait. */
    approval: ModelDeploymentSpecRolloutApproval;
    /** @description Name of a header, such as x-preview; requests that carry it with the value candidate always reach the candidate. Left out: nobody does. */
    previewHeader?: string;
    /**
     * @description A version that was stable within this time takes over again without steps, such as 1h; 0s always takes them. Default: 1h.
     * @default 1h
     */
    rollbackWindow: string;
    /**
     * @description Time that a new revision has to become ready before the rollout is given up, such as 10m. Default: 10m.
     * @default 10m
     */
    progressDeadline: string;
    /**
     * @description Time that the pods of a revision live on without traffic, such as 30s. Default: 30s.
     * @default 30s
     */
    scaleDownDelay: string;
    /** @description Lets stable answer the requests that the candidate fails or delays, so that clients see none of its failures. */
    shield: ModelDeploymentSpecRolloutShield;
    /** @description How the candidate is judged. */
    analysis: ModelDeploymentSpecRolloutAnalysis;
}
export interface ModelDeploymentSpecRolloutStep {
    /**
     * Format: int32
     * @description Share of the candidate in percent; 0 lets only previewed requests reach it.
     */
    weight: number;
    /**
     * @description Least time at this weight, such as 2m. Default: 1m.
     * @default 1m
     */
    hold: string;
}
/** @description How a BlueGreen candidate is tried before it gets all traffic. */
export interface ModelDeploymentSpecRolloutBlueGreen {
    /**
     * Format: int32
     * @description Share of the traffic in percent that is copied to the candidate; its answers are thrown away. Default: 100.
     * @default 100
     */
    mirror: number;
    /**
     * @description Least time of the trial, such as 2m. Default: 1m.
     * @default 1m
     */
    hold: string;
}
/** @description Tries a candidate on copies of requests and compares its answers with those of stable to the same requests, before any user gets one. Strategy Shadow needs it; with Canary it comes before the first step. Needs an x-request-id at every request, as Istio's proxies give it. Left out: no copies. */
export interface ModelDeploymentSpecRolloutShadow {
    /**
     * Format: int32
     * @description Share of the traffic in percent that is copied to the candidate; its answers are thrown away. Default: 10.
     * @default 10
     */
    percent: number;
    /**
     * @description Greatest share of the compared answers that may differ, 0.0001 to 0.9999: one row of each, by its label or its number. Default: 0.02.
     * @default 0.02
     */
    maxDisagreement: number;
    /**
     * @description Of a regression: share of the greater of two numbers, 0 to 1, by which they may differ and are the same. Default: 0.01.
     * @default 0.01
     */
    tolerance: number;
    /**
     * Format: int32
     * @description Answers that must have been compared before the candidate can pass. Default: 500.
     * @default 500
     */
    minRequests: number;
    /**
     * @description Least time of the trial, such as 1m. Default: 1m.
     * @default 1m
     */
    hold: string;
    /**
     * @description Of strategy Shadow: what follows when the candidate has passed. Wait: a person decides by the annotation trainyard.dev/promote or trainyard.dev/abort, and requests are copied until then. Promote: it replaces stable at once. Default: Wait.
     * @default Wait
     * @enum {string}
     */
    onPass: "Wait" | "Promote";
}
/** @description Of strategy ABTest: what is compared, and what follows. Users are told apart by traffic.sticky. */
export interface ModelDeploymentSpecRolloutAbTest {
    /**
     * Format: int32
     * @description Share of the users in percent that get the candidate. Default: 50.
     * @default 50
     */
    split: number;
    /**
     * @description What is compared: reward is the mean of what clients tell by POST /feedback. Default: reward.
     * @default reward
     * @enum {string}
     */
    metric: "reward";
    /**
     * @description Whether more or less of it is better. Default: Maximize.
     * @default Maximize
     * @enum {string}
     */
    direction: "Maximize" | "Minimize";
    /**
     * Format: int32
     * @description Rewards of each version before any verdict. Default: 30.
     * @default 30
     */
    minSamples: number;
    /**
     * @description Greatest probability, 0.000001 to 0.2, of naming a winner where there is none, however often one looks. Default: 0.05.
     * @default 0.05
     */
    alpha: number;
    /**
     * @description Time after which a test without a winner ends in favour of stable, such as 168h. Default: 168h.
     * @default 168h
     */
    maxDuration: string;
    /**
     * @description What follows when the candidate is better: Promote, or Wait for a person, who decides by the annotation trainyard.dev/approve or trainyard.dev/abort. Default: Promote.
     * @default Promote
     * @enum {string}
     */
    onWinner: "Promote" | "Wait";
}
/** @description Where the rollout waits for a person, who approves by the annotation trainyard.dev/approve. Rollbacks never wait. */
export interface ModelDeploymentSpecRolloutApproval {
    /** @description Numbers of the steps that wait, from 1. Left out: none. */
    beforeStep?: number[];
    /**
     * @description True waits before the candidate replaces stable. Default: false.
     * @default false
     */
    beforePromotion: boolean;
}
/** @description Lets stable answer the requests that the candidate fails or delays, so that clients see none of its failures. */
export interface ModelDeploymentSpecRolloutShield {
    /**
     * @description Auto: on during a canary where the proxies can do it; the condition Shielded says where not and why. Off: clients see what the candidate answers. Default: Auto.
     * @default Auto
     * @enum {string}
     */
    mode: "Auto" | "Off";
    /** @description Time that the candidate has to answer before stable is asked instead, such as 500ms. Left out: half of spec.traffic.timeout. */
    tryTimeout?: string;
}
/** @description How the candidate is judged. */
export interface ModelDeploymentSpecRolloutAnalysis {
    /** @description Where the counters are read. Either path is enough; when both are down the weight is held. */
    source: ModelDeploymentSpecRolloutAnalysisSource;
    /**
     * @description Time between two looks, 500ms or more. Default: 1s.
     * @default 1s
     */
    interval: string;
    /** @description Bounds that the candidate must keep. Default: errors, an ErrorRatio of at most 0.01. */
    slos: ModelDeploymentSpecRolloutAnalysisSlo[];
    /**
     * @description True also rolls back when the candidate fails more often than stable does on the same windows. Default: true.
     * @default true
     */
    compareToStable: boolean;
    /**
     * @description Greatest probability, 0.000001 to 0.2, of rolling back a version that is as good as stable and within its bounds, over all objectives and the guardrail predictionDrift together. Default: 0.01.
     * @default 0.01
     */
    alpha: number;
    /**
     * Format: int32
     * @description Failed requests in a burst, on average, that the judge reckons with until failures of stable show smaller ones. With 1 it needs three failures, and may take one burst for a bad version. Default: 20.
     * @default 20
     */
    presumedBurst: number;
    /**
     * Format: int32
     * @description Inference requests that the candidate must have answered within a step before the next one. Default: 100.
     * @default 100
     */
    minRequests: number;
    /** @description How sure one must be before the candidate gets more traffic: with this confidence, at the next weight, all requests together keep each ratio objective up to the margin, or are worse than stable alone by no more than the margin. */
    promotion: ModelDeploymentSpecRolloutAnalysisPromotion;
    /** @description Rules about the answers themselves. What is left out is not asked. */
    guardrails: ModelDeploymentSpecRolloutAnalysisGuardrails;
    /**
     * @description Longest time that a step may wait for evidence after its hold time is over, such as 30m. Default: 30m.
     * @default 30m
     */
    holdDeadline: string;
    /**
     * @description What happens then. No version is ever promoted for want of evidence. Default: Rollback.
     * @default Rollback
     * @enum {string}
     */
    onHoldDeadline: "Rollback" | "KeepHolding";
}
/** @description Where the counters are read. Either path is enough; when both are down the weight is held. */
export interface ModelDeploymentSpecRolloutAnalysisSource {
    /** @description A Prometheus server that scrapes the pods. Left out means the operator's default. */
    prometheus?: ModelDeploymentSpecRolloutAnalysisSourcePrometheus;
    /**
     * @description True also reads the counters from the pods themselves. Default: true.
     * @default true
     */
    pods: boolean;
}
/** @description A Prometheus server that scrapes the pods. Left out means the operator's default. */
export interface ModelDeploymentSpecRolloutAnalysisSourcePrometheus {
    /** @description Address of the server. */
    url: string;
}
export interface ModelDeploymentSpecRolloutAnalysisSlo {
    /** @description Name of the objective. */
    name: string;
    /**
     * @description ErrorRatio is the share of inference requests that the server answered with 5xx. Latency is the share of them that failed or took longer than maxLatency. Query is a number that Prometheus works out.
     * @enum {string}
     */
    type: "ErrorRatio" | "Latency" | "Query";
    /** @description Needed for an ErrorRatio: greatest share allowed, 0 to 1, without the ends. Of a Query: greatest value allowed, in the unit of the query; left out: no upper bound. */
    max?: number;
    /** @description Of a Query: smallest value allowed, in the unit of the query. Left out: no lower bound. */
    min?: number;
    /** @description Needed for a Latency: share of the requests, 0.5 to 0.9999, that must be answered within maxLatency. */
    quantile?: number;
    /** @description Needed for a Latency: longest time, such as 100ms, 10s at most. It is counted by the server's next histogram bucket that is not shorter. */
    maxLatency?: string;
    /** @description Needed for a Query: PromQL that gives one number. {{revision}}, {{stable}}, {{namespace}} and {{deployment}} stand for names, {{window}} for the time since the step began, 10s to 5m. */
    query?: string;
}
/** @description How sure one must be before the candidate gets more traffic: with this confidence, at the next weight, all requests together keep each ratio objective up to the margin, or are worse than stable alone by no more than the margin. */
export interface ModelDeploymentSpecRolloutAnalysisPromotion {
    /**
     * @description Level of the upper bounds, 0.5 to 0.9999; they hold at every look. Default: 0.95.
     * @default 0.95
     */
    confidence: number;
    /**
     * @description Share of all requests, 0 to 1. A candidate with the next share w must keep its bound plus margin / w. Default: 0.01.
     * @default 0.01
     */
    margin: number;
}
/** @description Rules about the answers themselves. What is left out is not asked. */
export interface ModelDeploymentSpecRolloutAnalysisGuardrails {
    /** @description Greatest population stability index between the predictions of candidate and stable on the same traffic, such as 0.2. Left out: not asked. */
    predictionDrift?: number;
    /** @description Greatest share of the candidate's requests, 0 to 1, that may give NaN or infinity; 0 tolerates none. Asked from three such requests in two looks on. Left out: not asked. */
    invalidOutputRatio?: number;
}
/** @description What is wanted. How much traffic a version gets right now is in the status. */
export interface ModelDeploymentSpecInput {
    /** @description Name of the model family. */
    model: string;
    /** @description Name of the ModelVersion that shall serve. */
    version: string;
    /**
     * @description True keeps the weights as they are and starts nothing new. A breach still rolls back. Default: false.
     * @default false
     */
    paused?: boolean;
    /** @description Other numbers of pods at certain times; the first entry that matches counts. A rollout that is under way keeps spec.server.replicas until it has ended, and none starts while the schedule says 0. With spec.autoscaling the number is the least instead, in place of minReplicas, and 0 switches off. Left out: the same number at all times. */
    schedule?: ModelDeploymentSpecScheduleEntryInput[];
    /** @description Where the model is served. */
    platform?: ModelDeploymentSpecPlatformInput;
    /** @description The pods of each revision. */
    server?: ModelDeploymentSpecServerInput;
    /** @description Lets a HorizontalPodAutoscaler for each live revision choose the number of pods by their CPU, which needs the metrics API of the cluster (metrics-server). Left out: spec.server.replicas counts, and an autoscaler of your own may set it through the scale subresource. */
    autoscaling?: ModelDeploymentSpecAutoscalingInput;
    /** @description How requests reach the model. Inside the mesh the host <name>.<namespace>.svc.cluster.local always works. */
    traffic?: ModelDeploymentSpecTrafficInput;
    /** @description How a new version takes over. */
    rollout?: ModelDeploymentSpecRolloutInput;
}
export interface ModelDeploymentSpecScheduleEntryInput {
    /** @description Days of the week on which the entry begins to hold; left out means every day. */
    days?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun")[];
    /** @description Time of day, such as 18:00. Left out: the whole day. */
    from?: string;
    /** @description Time of day at which it ends; earlier than from means on the next day. Left out: the whole day. */
    to?: string;
    /**
     * @description IANA name, such as Europe/Berlin. Default: UTC.
     * @default UTC
     */
    timeZone?: string;
    /**
     * Format: int32
     * @description Number of pods of the stable revision in that time.
     */
    replicas: number;
}
/** @description Where the model is served. */
export interface ModelDeploymentSpecPlatformInput {
    /**
     * @description Kubernetes serves from pods in the namespace of the ModelDeployment. Default: Kubernetes.
     * @default Kubernetes
     * @enum {string}
     */
    type?: "Kubernetes";
}
/** @description The pods of each revision. */
export interface ModelDeploymentSpecServerInput {
    /**
     * Format: int32
     * @description Number of pods of each live revision. With spec.autoscaling only 0 counts: it switches off. Default: 1.
     * @default 1
     */
    replicas?: number;
    /** @description Resources of the server container. Default: 100m of cpu and 192Mi of memory, at most 512Mi of it. */
    resources?: ModelDeploymentSpecServerResourcesInput;
    /** @description How requests that wait at the same moment are answered by one run of the graph. Only models whose inputs and outputs all begin with the number of rows can do that. Left out: the defaults of its fields. */
    batching?: ModelDeploymentSpecServerBatchingInput;
    /**
     * @description Where the graph runs. Inline: in the thread that answers requests; Worker: in a thread of its own; Auto measures the model and takes a thread when a batch takes longer than 5 ms. Default: Auto.
     * @default Auto
     * @enum {string}
     */
    execution?: "Auto" | "Inline" | "Worker";
    /** @description Environment of the server container. Left out: none but those of Trainyard. */
    env?: ModelDeploymentSpecServerEnvEntryInput[];
}
/** @description Resources of the server container. Default: 100m of cpu and 192Mi of memory, at most 512Mi of it. */
export interface ModelDeploymentSpecServerResourcesInput {
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    requests?: {
        [key: string]: number | string;
    };
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    limits?: {
        [key: string]: number | string;
    };
}
/** @description How requests that wait at the same moment are answered by one run of the graph. Only models whose inputs and outputs all begin with the number of rows can do that. Left out: the defaults of its fields. */
export interface ModelDeploymentSpecServerBatchingInput {
    /**
     * Format: int32
     * @description Rows that are run together. 1 runs every request by itself. Left out: as many as the model runs in 3 ms, 64 to 1024.
     */
    maxRows?: number;
    /**
     * @description How long a request waits for company while the model is idle, such as 2ms; whole milliseconds, at most 1s. Default: 0ms.
     * @default 0ms
     */
    maxDelay?: string;
    /**
     * Format: int32
     * @description Rows that may wait for the model in one pod. Beyond that requests are answered with 503 at once. Default: 4096.
     * @default 4096
     */
    maxQueueRows?: number;
}
export interface ModelDeploymentSpecServerEnvEntryInput {
    /** @description Name of the variable. */
    name: string;
    /** @description Value of the variable. */
    value: string;
}
/** @description Lets a HorizontalPodAutoscaler for each live revision choose the number of pods by their CPU, which needs the metrics API of the cluster (metrics-server). Left out: spec.server.replicas counts, and an autoscaler of your own may set it through the scale subresource. */
export interface ModelDeploymentSpecAutoscalingInput {
    /**
     * Format: int32
     * @description Least number of pods of a revision. While a rollout is under way a candidate has at least as many as its next share of the traffic takes of stable, and stable does not shrink. Default: 1.
     * @default 1
     */
    minReplicas?: number;
    /**
     * Format: int32
     * @description Greatest number of pods of a revision. Default: 10.
     * @default 10
     */
    maxReplicas?: number;
    /**
     * Format: int32
     * @description CPU time that the server containers of a revision shall use on average, in percent of server.resources.requests.cpu. Default: 70.
     * @default 70
     */
    targetCPU?: number;
    /**
     * @description Time that fewer pods must have been enough before any is taken away, such as 5m; 0s to 1h. After a rollout stable does not shrink for as long, and one minute at least. Default: 5m.
     * @default 5m
     */
    scaleDownStabilization?: string;
}
/** @description How requests reach the model. Inside the mesh the host <name>.<namespace>.svc.cluster.local always works. */
export interface ModelDeploymentSpecTrafficInput {
    /** @description Public host names. Left out: the model is reached inside the mesh only. */
    hosts?: string[];
    /** @description Istio Gateways that carry the hosts, as namespace/name. Left out: the model is reached inside the mesh only. */
    gateways?: string[];
    /**
     * @description Prefix of the path that belongs to the model; it is taken off before the request reaches the server. Default: /.
     * @default /
     */
    path?: string;
    /**
     * @description Time after which a request fails, such as 2s. Default: 2s.
     * @default 2s
     */
    timeout?: string;
    /**
     * Format: int32
     * @description How often the proxy tries a request again whose pod cannot be reached, hangs up without an answer, or says 503. Default: 0.
     * @default 0
     */
    retries?: number;
    /** @description Keeps every user at one version while the traffic is split, by what their requests carry. Left out: each request is split by itself, except with strategy ABTest, which goes by the header x-user-id. A request without it is split by itself too. */
    sticky?: ModelDeploymentSpecTrafficStickyInput;
}
/** @description Keeps every user at one version while the traffic is split, by what their requests carry. Left out: each request is split by itself, except with strategy ABTest, which goes by the header x-user-id. A request without it is split by itself too. */
export interface ModelDeploymentSpecTrafficStickyInput {
    /** @description Name of the header that names the user, such as x-user-id. Left out: userCookie counts. */
    userHeader?: string;
    /** @description Name of the cookie that names the user, such as uid. Left out: userHeader counts. */
    userCookie?: string;
}
/** @description How a new version takes over. */
export interface ModelDeploymentSpecRolloutInput {
    /**
     * @description Canary gives the new version a growing share of the traffic. BlueGreen tries it by mirrored or previewed requests, then gives it all. Recreate ends the old pods before new ones start. Shadow compares its answers to copies of requests with those of stable; no user gets one. ABTest gives it a fixed share of the users until their rewards tell which is better. Default: Canary.
     * @default Canary
     * @enum {string}
     */
    strategy?: "Canary" | "BlueGreen" | "Recreate" | "Shadow" | "ABTest";
    /** @description Shares of the traffic, in order; after the last one the candidate is promoted. Default: 5 percent for 1m, then 25 and 50 for 2m each. */
    steps?: ModelDeploymentSpecRolloutStepInput[];
    /** @description How a BlueGreen candidate is tried before it gets all traffic. */
    blueGreen?: ModelDeploymentSpecRolloutBlueGreenInput;
    /** @description Tries a candidate on copies of requests and compares its answers with those of stable to the same requests, before any user gets one. Strategy Shadow needs it; with Canary it comes before the first step. Needs an x-request-id at every request, as Istio's proxies give it. Left out: no copies. */
    shadow?: ModelDeploymentSpecRolloutShadowInput;
    /** @description Of strategy ABTest: what is compared, and what follows. Users are told apart by traffic.sticky. */
    abTest?: ModelDeploymentSpecRolloutAbTestInput;
    /** @description Where the rollout waits for a person, who approves by the annotation trainyard.dev/approve. Rollbacks never wait. */
    approval?: ModelDeploymentSpecRolloutApprovalInput;
    /** @description Name of a header, such as x-preview; requests that carry it with the value candidate always reach the candidate. Left out: nobody does. */
    previewHeader?: string;
    /**
     * @description A version that was stable within this time takes over again without steps, such as 1h; 0s always takes them. Default: 1h.
     * @default 1h
     */
    rollbackWindow?: string;
    /**
     * @description Time that a new revision has to become ready before the rollout is given up, such as 10m. Default: 10m.
     * @default 10m
     */
    progressDeadline?: string;
    /**
     * @description Time that the pods of a revision live on without traffic, such as 30s. Default: 30s.
     * @default 30s
     */
    scaleDownDelay?: string;
    /** @description Lets stable answer the requests that the candidate fails or delays, so that clients see none of its failures. */
    shield?: ModelDeploymentSpecRolloutShieldInput;
    /** @description How the candidate is judged. */
    analysis?: ModelDeploymentSpecRolloutAnalysisInput;
}
export interface ModelDeploymentSpecRolloutStepInput {
    /**
     * Format: int32
     * @description Share of the candidate in percent; 0 lets only previewed requests reach it.
     */
    weight: number;
    /**
     * @description Least time at this weight, such as 2m. Default: 1m.
     * @default 1m
     */
    hold?: string;
}
/** @description How a BlueGreen candidate is tried before it gets all traffic. */
export interface ModelDeploymentSpecRolloutBlueGreenInput {
    /**
     * Format: int32
     * @description Share of the traffic in percent that is copied to the candidate; its answers are thrown away. Default: 100.
     * @default 100
     */
    mirror?: number;
    /**
     * @description Least time of the trial, such as 2m. Default: 1m.
     * @default 1m
     */
    hold?: string;
}
/** @description Tries a candidate on copies of requests and compares its answers with those of stable to the same requests, before any user gets one. Strategy Shadow needs it; with Canary it comes before the first step. Needs an x-request-id at every request, as Istio's proxies give it. Left out: no copies. */
export interface ModelDeploymentSpecRolloutShadowInput {
    /**
     * Format: int32
     * @description Share of the traffic in percent that is copied to the candidate; its answers are thrown away. Default: 10.
     * @default 10
     */
    percent?: number;
    /**
     * @description Greatest share of the compared answers that may differ, 0.0001 to 0.9999: one row of each, by its label or its number. Default: 0.02.
     * @default 0.02
     */
    maxDisagreement?: number;
    /**
     * @description Of a regression: share of the greater of two numbers, 0 to 1, by which they may differ and are the same. Default: 0.01.
     * @default 0.01
     */
    tolerance?: number;
    /**
     * Format: int32
     * @description Answers that must have been compared before the candidate can pass. Default: 500.
     * @default 500
     */
    minRequests?: number;
    /**
     * @description Least time of the trial, such as 1m. Default: 1m.
     * @default 1m
     */
    hold?: string;
    /**
     * @description Of strategy Shadow: what follows when the candidate has passed. Wait: a person decides by the annotation trainyard.dev/promote or trainyard.dev/abort, and requests are copied until then. Promote: it replaces stable at once. Default: Wait.
     * @default Wait
     * @enum {string}
     */
    onPass?: "Wait" | "Promote";
}
/** @description Of strategy ABTest: what is compared, and what follows. Users are told apart by traffic.sticky. */
export interface ModelDeploymentSpecRolloutAbTestInput {
    /**
     * Format: int32
     * @description Share of the users in percent that get the candidate. Default: 50.
     * @default 50
     */
    split?: number;
    /**
     * @description What is compared: reward is the mean of what clients tell by POST /feedback. Default: reward.
     * @default reward
     * @enum {string}
     */
    metric?: "reward";
    /**
     * @description Whether more or less of it is better. Default: Maximize.
     * @default Maximize
     * @enum {string}
     */
    direction?: "Maximize" | "Minimize";
    /**
     * Format: int32
     * @description Rewards of each version before any verdict. Default: 30.
     * @default 30
     */
    minSamples?: number;
    /**
     * @description Greatest probability, 0.000001 to 0.2, of naming a winner where there is none, however often one looks. Default: 0.05.
     * @default 0.05
     */
    alpha?: number;
    /**
     * @description Time after which a test without a winner ends in favour of stable, such as 168h. Default: 168h.
     * @default 168h
     */
    maxDuration?: string;
    /**
     * @description What follows when the candidate is better: Promote, or Wait for a person, who decides by the annotation trainyard.dev/approve or trainyard.dev/abort. Default: Promote.
     * @default Promote
     * @enum {string}
     */
    onWinner?: "Promote" | "Wait";
}
/** @description Where the rollout waits for a person, who approves by the annotation trainyard.dev/approve. Rollbacks never wait. */
export interface ModelDeploymentSpecRolloutApprovalInput {
    /** @description Numbers of the steps that wait, from 1. Left out: none. */
    beforeStep?: number[];
    /**
     * @description True waits before the candidate replaces stable. Default: false.
     * @default false
     */
    beforePromotion?: boolean;
}
/** @description Lets stable answer the requests that the candidate fails or delays, so that clients see none of its failures. */
export interface ModelDeploymentSpecRolloutShieldInput {
    /**
     * @description Auto: on during a canary where the proxies can do it; the condition Shielded says where not and why. Off: clients see what the candidate answers. Default: Auto.
     * @default Auto
     * @enum {string}
     */
    mode?: "Auto" | "Off";
    /** @description Time that the candidate has to answer before stable is asked instead, such as 500ms. Left out: half of spec.traffic.timeout. */
    tryTimeout?: string;
}
/** @description How the candidate is judged. */
export interface ModelDeploymentSpecRolloutAnalysisInput {
    /** @description Where the counters are read. Either path is enough; when both are down the weight is held. */
    source?: ModelDeploymentSpecRolloutAnalysisSourceInput;
    /**
     * @description Time between two looks, 500ms or more. Default: 1s.
     * @default 1s
     */
    interval?: string;
    /** @description Bounds that the candidate must keep. Default: errors, an ErrorRatio of at most 0.01. */
    slos?: ModelDeploymentSpecRolloutAnalysisSloInput[];
    /**
     * @description True also rolls back when the candidate fails more often than stable does on the same windows. Default: true.
     * @default true
     */
    compareToStable?: boolean;
    /**
     * @description Greatest probability, 0.000001 to 0.2, of rolling back a version that is as good as stable and within its bounds, over all objectives and the guardrail predictionDrift together. Default: 0.01.
     * @default 0.01
     */
    alpha?: number;
    /**
     * Format: int32
     * @description Failed requests in a burst, on average, that the judge reckons with until failures of stable show smaller ones. With 1 it needs three failures, and may take one burst for a bad version. Default: 20.
     * @default 20
     */
    presumedBurst?: number;
    /**
     * Format: int32
     * @description Inference requests that the candidate must have answered within a step before the next one. Default: 100.
     * @default 100
     */
    minRequests?: number;
    /** @description How sure one must be before the candidate gets more traffic: with this confidence, at the next weight, all requests together keep each ratio objective up to the margin, or are worse than stable alone by no more than the margin. */
    promotion?: ModelDeploymentSpecRolloutAnalysisPromotionInput;
    /** @description Rules about the answers themselves. What is left out is not asked. */
    guardrails?: ModelDeploymentSpecRolloutAnalysisGuardrailsInput;
    /**
     * @description Longest time that a step may wait for evidence after its hold time is over, such as 30m. Default: 30m.
     * @default 30m
     */
    holdDeadline?: string;
    /**
     * @description What happens then. No version is ever promoted for want of evidence. Default: Rollback.
     * @default Rollback
     * @enum {string}
     */
    onHoldDeadline?: "Rollback" | "KeepHolding";
}
/** @description Where the counters are read. Either path is enough; when both are down the weight is held. */
export interface ModelDeploymentSpecRolloutAnalysisSourceInput {
    /** @description A Prometheus server that scrapes the pods. Left out means the operator's default. */
    prometheus?: ModelDeploymentSpecRolloutAnalysisSourcePrometheusInput;
    /**
     * @description True also reads the counters from the pods themselves. Default: true.
     * @default true
     */
    pods?: boolean;
}
/** @description A Prometheus server that scrapes the pods. Left out means the operator's default. */
export interface ModelDeploymentSpecRolloutAnalysisSourcePrometheusInput {
    /** @description Address of the server. */
    url: string;
}
export interface ModelDeploymentSpecRolloutAnalysisSloInput {
    /** @description Name of the objective. */
    name: string;
    /**
     * @description ErrorRatio is the share of inference requests that the server answered with 5xx. Latency is the share of them that failed or took longer than maxLatency. Query is a number that Prometheus works out.
     * @enum {string}
     */
    type: "ErrorRatio" | "Latency" | "Query";
    /** @description Needed for an ErrorRatio: greatest share allowed, 0 to 1, without the ends. Of a Query: greatest value allowed, in the unit of the query; left out: no upper bound. */
    max?: number;
    /** @description Of a Query: smallest value allowed, in the unit of the query. Left out: no lower bound. */
    min?: number;
    /** @description Needed for a Latency: share of the requests, 0.5 to 0.9999, that must be answered within maxLatency. */
    quantile?: number;
    /** @description Needed for a Latency: longest time, such as 100ms, 10s at most. It is counted by the server's next histogram bucket that is not shorter. */
    maxLatency?: string;
    /** @description Needed for a Query: PromQL that gives one number. {{revision}}, {{stable}}, {{namespace}} and {{deployment}} stand for names, {{window}} for the time since the step began, 10s to 5m. */
    query?: string;
}
/** @description How sure one must be before the candidate gets more traffic: with this confidence, at the next weight, all requests together keep each ratio objective up to the margin, or are worse than stable alone by no more than the margin. */
export interface ModelDeploymentSpecRolloutAnalysisPromotionInput {
    /**
     * @description Level of the upper bounds, 0.5 to 0.9999; they hold at every look. Default: 0.95.
     * @default 0.95
     */
    confidence?: number;
    /**
     * @description Share of all requests, 0 to 1. A candidate with the next share w must keep its bound plus margin / w. Default: 0.01.
     * @default 0.01
     */
    margin?: number;
}
/** @description Rules about the answers themselves. What is left out is not asked. */
export interface ModelDeploymentSpecRolloutAnalysisGuardrailsInput {
    /** @description Greatest population stability index between the predictions of candidate and stable on the same traffic, such as 0.2. Left out: not asked. */
    predictionDrift?: number;
    /** @description Greatest share of the candidate's requests, 0 to 1, that may give NaN or infinity; 0 tolerates none. Asked from three such requests in two looks on. Left out: not asked. */
    invalidOutputRatio?: number;
}
/** @description What serves now and why. Written by the operator only. */
export interface ModelDeploymentStatus {
    /**
     * Format: int64
     * @description Generation of the spec that this status is about.
     */
    observedGeneration?: number;
    /** @description Ready, Reconciling, Stalled, VersionResolved, Available, TrafficShifted, RolledBack, Paused, Shielded, Sticky and ScalingActive. */
    conditions?: ModelDeploymentStatusCondition[];
    /**
     * Format: int32
     * @description Pods of the stable revision.
     */
    replicas?: number;
    /** @description Label selector of the pods of the stable revision. */
    selector?: string;
    /** @description The revision that serves. */
    stable?: ModelDeploymentStatusStable;
    /** @description The revision that serves. */
    candidate?: ModelDeploymentStatusCandidate;
    /** @description Revisions without traffic whose pods live on for a while. */
    retiring?: ModelDeploymentStatusRetiringEntry[];
    /** @description The rollout that is under way. */
    rollout?: ModelDeploymentStatusRollout;
    /** @description What the judge has counted since the candidate got traffic; the decision can be recomputed from these numbers. */
    evidence?: ModelDeploymentStatusEvidenceEntry[];
    /** @description Counters that the judge goes on from after a restart. */
    judge?: ModelDeploymentStatusJudge;
    /** @description The A/B test: what clients told, and which version is better. Stays after the test, until the next rollout. */
    ab?: ModelDeploymentStatusAb;
    /** @description The revision that a test ended for without a promotion. It is not tested again until spec names another version, or the annotation trainyard.dev/retry is set; with another strategy it may be rolled out at once. */
    withdrawn?: ModelDeploymentStatusWithdrawn;
    /** @description The last rollback and the numbers behind it. */
    lastRollback?: ModelDeploymentStatusLastRollback;
    /** @description Digests that were rolled back; not tried again until spec.version names another version or the retry annotation is set. */
    blockedDigests?: string[];
    /** @description Last token handled of each verb annotation. */
    lastHandled?: {
        [key: string]: string;
    };
    /**
     * Format: int64
     * @description How often somebody else's edit of the owned VirtualService was undone.
     */
    foreignEdits?: number;
    /** @description Rollouts, oldest first; the last 20. */
    history?: ModelDeploymentStatusHistoryEntry[];
}
export interface ModelDeploymentStatusCondition {
    /** @description Name of the condition. */
    type: string;
    /**
     * @description Whether it holds.
     * @enum {string}
     */
    status: "True" | "False" | "Unknown";
    /** @description Why in one word. */
    reason: string;
    /** @description Why in a sentence. */
    message: string;
    /**
     * Format: date-time
     * @description When the status last changed.
     */
    lastTransitionTime: string;
    /**
     * Format: int64
     * @description Generation of the spec that the condition is about.
     */
    observedGeneration?: number;
}
/** @description The revision that serves. */
export interface ModelDeploymentStatusStable {
    /** @description Name of the ModelVersion. */
    version: string;
    /** @description Digest of the model file. */
    digest: string;
    /** @description Name of the revision, its Deployment and its Service. */
    revision: string;
    /**
     * Format: int32
     * @description Ready pods.
     */
    readyReplicas?: number;
    /**
     * Format: date-time
     * @description When the revision was asked for.
     */
    startedAt?: string;
}
/** @description The revision that serves. */
export interface ModelDeploymentStatusCandidate {
    /** @description Name of the ModelVersion. */
    version: string;
    /** @description Digest of the model file. */
    digest: string;
    /** @description Name of the revision, its Deployment and its Service. */
    revision: string;
    /**
     * Format: int32
     * @description Ready pods.
     */
    readyReplicas?: number;
    /**
     * Format: date-time
     * @description When the revision was asked for.
     */
    startedAt?: string;
}
export interface ModelDeploymentStatusRetiringEntry {
    /** @description Name of the revision. */
    revision: string;
    /**
     * Format: date-time
     * @description When its traffic ended.
     */
    since: string;
}
/** @description The rollout that is under way. */
export interface ModelDeploymentStatusRollout {
    /**
     * Format: int32
     * @description Number of the current step, from 1; 0 before the first.
     */
    step?: number;
    /**
     * Format: int32
     * @description Number of steps.
     */
    steps?: number;
    /** @description Step for people, such as 2/3. */
    progress?: string;
    /**
     * Format: int32
     * @description Share of the candidate in percent.
     */
    weight?: number;
    /**
     * @description What the evidence says: Pass, Breach, Insufficient (too little data) or Unavailable (no source answers).
     * @enum {string}
     */
    verdict?: "Pass" | "Breach" | "Insufficient" | "Unavailable";
    /**
     * Format: date-time
     * @description When the weight of this step was set.
     */
    stepStartedAt?: string;
    /**
     * Format: date-time
     * @description Since when the step waits for evidence beyond its hold time.
     */
    heldSince?: string;
    /**
     * Format: date-time
     * @description When the next step is due at the earliest.
     */
    nextAt?: string;
    /** @description Where the rollout stands and why. */
    text?: string;
    /**
     * Format: int32
     * @description Share of the traffic in percent that is copied to the candidate.
     */
    mirror?: number;
    /**
     * Format: int64
     * @description Requests that the candidate failed or delayed and stable answered instead, as the proxies count them.
     */
    savedRequests?: number;
    /**
     * @description Why the candidate takes over without steps: Promote (a person asked), Return (it was stable a moment ago) or Rollback (a person asked for the version before).
     * @enum {string}
     */
    skipsSteps?: "Promote" | "Return" | "Rollback";
    /** @description What a person must approve, such as step-2 or promotion. */
    awaiting?: string;
    /** @description What persons have approved in this rollout. */
    approved?: string[];
}
export interface ModelDeploymentStatusEvidenceEntry {
    /** @description Name of the objective. */
    slo: string;
    /**
     * @description Its type.
     * @enum {string}
     */
    type?: "ErrorRatio" | "Latency" | "Query" | "Disagreement";
    /** @description Of a Latency: the server's bucket bound in seconds that requests are counted by. */
    bucket?: string;
    /** @description Sources that answered last, such as prometheus,pods. */
    source?: string;
    /**
     * Format: date-time
     * @description The look that is counted from.
     */
    since?: string;
    /** @description Greatest share of bad requests that the objective allows, 0 to 1. */
    bound?: number;
    /** @description Inference requests and how many of them failed. */
    candidate?: ModelDeploymentStatusEvidenceEntryCandidate;
    /** @description Inference requests and how many of them failed. */
    stable?: ModelDeploymentStatusEvidenceEntryStable;
    /** @description Inference requests and how many of them failed. */
    step?: ModelDeploymentStatusEvidenceEntryStep;
    /** @description E-value that the candidate fails more often than stable does. */
    relative?: number;
    /** @description E-value that the candidate fails more often than the bound allows. */
    absolute?: number;
    /** @description E-value as relative, by looks so far apart that a burst of failures counts once. */
    spacedRelative?: number;
    /** @description E-value as absolute, by looks so far apart that a burst of failures counts once. */
    spacedAbsolute?: number;
    /** @description Mean e-value at which the rollout is rolled back: the number of tests over alpha. */
    threshold?: number;
    /** @description Factor by which relative and absolute are deflated: how strongly failures come in bursts, at most, as far as those of stable tell. */
    dispersion?: number;
    /**
     * Format: int32
     * @description Windows in which the candidate failed a request.
     */
    badWindows?: number;
    /** @description Greatest share of bad requests, 0 to 1, that the candidate's counts do not refute, at promotion.confidence. */
    upper?: number;
    /** @description The same for the difference between candidate and stable, -1 to 1. */
    difference?: number;
    /** @description Bad requests of stable in windows of 10 s. */
    window?: ModelDeploymentStatusEvidenceEntryWindow;
    /** @description Looks that spacedRelative and spacedAbsolute rest on; after one with a bad request there is none for 6 s. */
    spacedLooks?: ModelDeploymentStatusEvidenceEntrySpacedLooks;
    /** @description Of a Latency, while the candidate answers no request in time: looks in a row. After more than 6 s of it the objective is broken, unless stable is as slow. */
    allSlow?: ModelDeploymentStatusEvidenceEntryAllSlow;
    /**
     * Format: int64
     * @description Of a Disagreement: answers of candidate and stable to the same requests that were compared.
     */
    compared?: number;
    /**
     * Format: int64
     * @description Of a Disagreement: answers among them that differed.
     */
    disagreed?: number;
    /** @description Of a Disagreement: what was read last, so that nothing is counted twice. */
    counter?: ModelDeploymentStatusEvidenceEntryCounter;
    /**
     * Format: date-time
     * @description Of a Query: when it was last evaluated.
     */
    evaluatedAt?: string;
    /** @description Of a Query: what it gave, in the unit of the query. */
    value?: number;
    /** @description Of a Query: why it gave no number. Of a Disagreement: why answers cannot be read. */
    problem?: string;
    /** @description Of a Query: whether Prometheus did not answer. */
    unavailable?: boolean;
    /**
     * Format: int32
     * @description Of a Query: evaluations in a row outside of the bounds, 2 at most.
     */
    outside?: number;
    /**
     * Format: int32
     * @description Of a Query: evaluations in a row within the bounds, 2 at most.
     */
    inside?: number;
    /** @description Log-likelihood ratio for each relative risk of the grid 1.5 2 3 5 10 20 50. */
    logE?: number[];
}
/** @description Inference requests and how many of them failed. */
export interface ModelDeploymentStatusEvidenceEntryCandidate {
    /**
     * Format: int64
     * @description Requests answered.
     */
    requests?: number;
    /**
     * Format: int64
     * @description Requests that failed or were slow.
     */
    bad?: number;
}
/** @description Inference requests and how many of them failed. */
export interface ModelDeploymentStatusEvidenceEntryStable {
    /**
     * Format: int64
     * @description Requests answered.
     */
    requests?: number;
    /**
     * Format: int64
     * @description Requests that failed or were slow.
     */
    bad?: number;
}
/** @description Inference requests and how many of them failed. */
export interface ModelDeploymentStatusEvidenceEntryStep {
    /**
     * Format: int64
     * @description Requests answered.
     */
    requests?: number;
    /**
     * Format: int64
     * @description Requests that failed or were slow.
     */
    bad?: number;
}
/** @description Bad requests of stable in windows of 10 s. */
export interface ModelDeploymentStatusEvidenceEntryWindow {
    /**
     * Format: date-time
     * @description When the open window began.
     */
    startedAt?: string;
    /**
     * Format: int64
     * @description Bad requests in the open window.
     */
    bad?: number;
    /**
     * Format: int32
     * @description Closed windows.
     */
    n?: number;
    /** @description Bad requests in a closed window, on average. */
    mean?: number;
    /** @description Sum of squared differences from the mean, in the unit of squared requests. */
    m2?: number;
    /**
     * Format: int32
     * @description Closed windows with a bad request.
     */
    withBad?: number;
}
/** @description Looks that spacedRelative and spacedAbsolute rest on; after one with a bad request there is none for 6 s. */
export interface ModelDeploymentStatusEvidenceEntrySpacedLooks {
    /**
     * Format: int32
     * @description Looks without a bad request.
     */
    quiet?: number;
    /**
     * Format: int32
     * @description Looks with a bad request.
     */
    bad?: number;
    /** @description Logarithm of what the looks with bad requests made of a capital of 1 for each stake of 0.02 0.05 0.1 0.2 0.4 0.8. */
    logBets?: number[];
    /** @description Log-likelihood ratio for each relative risk of the grid 1.5 2 3 5 10 20 50. */
    logE?: number[];
    /**
     * Format: date-time
     * @description No look counts before this moment.
     */
    restsUntil?: string;
}
/** @description Of a Latency, while the candidate answers no request in time: looks in a row. After more than 6 s of it the objective is broken, unless stable is as slow. */
export interface ModelDeploymentStatusEvidenceEntryAllSlow {
    /**
     * Format: date-time
     * @description The first of these looks.
     */
    since: string;
    /**
     * Format: date-time
     * @description The last of these looks.
     */
    until: string;
    /**
     * Format: int64
     * @description Requests of the candidate in them.
     */
    requests: number;
    /** @description Inference requests and how many of them failed. */
    stable?: ModelDeploymentStatusEvidenceEntryAllSlowStable;
}
/** @description Inference requests and how many of them failed. */
export interface ModelDeploymentStatusEvidenceEntryAllSlowStable {
    /**
     * Format: int64
     * @description Requests answered.
     */
    requests?: number;
    /**
     * Format: int64
     * @description Requests that failed or were slow.
     */
    bad?: number;
}
/** @description Of a Disagreement: what was read last, so that nothing is counted twice. */
export interface ModelDeploymentStatusEvidenceEntryCounter {
    /** @description When the operator that runs began to compare. */
    epoch?: string;
    /**
     * Format: int64
     * @description Answers compared since.
     */
    compared?: number;
    /**
     * Format: int64
     * @description Answers among them that differed.
     */
    disagreed?: number;
}
/** @description Counters that the judge goes on from after a restart. */
export interface ModelDeploymentStatusJudge {
    /**
     * Format: date-time
     * @description When a source last answered.
     */
    readAt?: string;
    /** @description Sources that answered last, such as prometheus,pods. */
    sources?: string;
    /** @description Looks in a row in which every request of the candidate failed. */
    allFailed?: ModelDeploymentStatusJudgeAllFailed;
    /**
     * Format: date-time
     * @description Look at which a failure of the candidate was first seen.
     */
    firstBadAt?: string;
    /**
     * Format: date-time
     * @description Since when no source answers; absent while one does.
     */
    silentSince?: string;
    /** @description All inference requests, whatever the objectives; bad are those that failed. */
    answered?: ModelDeploymentStatusJudgeAnswered;
    /** @description Requests of the candidate that gave NaN or infinity. */
    invalid?: ModelDeploymentStatusJudgeInvalid;
    /** @description Predictions by bin since the candidate got traffic, and how they differ. */
    drift?: ModelDeploymentStatusJudgeDrift;
    /** @description Requests since the weight settled against the weights. */
    split?: ModelDeploymentStatusJudgeSplit;
    /** @description Raw counters of each process as last read. */
    counters?: ModelDeploymentStatusJudgeCounter[];
}
/** @description Looks in a row in which every request of the candidate failed. */
export interface ModelDeploymentStatusJudgeAllFailed {
    /**
     * Format: int32
     * @description Number of looks with requests.
     */
    looks?: number;
    /**
     * Format: int64
     * @description Requests in them.
     */
    requests?: number;
    /** @description Requests that the candidate would have got by its weight in them; absent where the weights do not tell. */
    usual?: number;
}
/** @description All inference requests, whatever the objectives; bad are those that failed. */
export interface ModelDeploymentStatusJudgeAnswered {
    /** @description Inference requests and how many of them failed. */
    candidate?: ModelDeploymentStatusJudgeAnsweredCandidate;
    /** @description Inference requests and how many of them failed. */
    stable?: ModelDeploymentStatusJudgeAnsweredStable;
    /** @description Inference requests and how many of them failed. */
    step?: ModelDeploymentStatusJudgeAnsweredStep;
}
/** @description Inference requests and how many of them failed. */
export interface ModelDeploymentStatusJudgeAnsweredCandidate {
    /**
     * Format: int64
     * @description Requests answered.
     */
    requests?: number;
    /**
     * Format: int64
     * @description Requests that failed or were slow.
     */
    bad?: number;
}
/** @description Inference requests and how many of them failed. */
export interface ModelDeploymentStatusJudgeAnsweredStable {
    /**
     * Format: int64
     * @description Requests answered.
     */
    requests?: number;
    /**
     * Format: int64
     * @description Requests that failed or were slow.
     */
    bad?: number;
}
/** @description Inference requests and how many of them failed. */
export interface ModelDeploymentStatusJudgeAnsweredStep {
    /**
     * Format: int64
     * @description Requests answered.
     */
    requests?: number;
    /**
     * Format: int64
     * @description Requests that failed or were slow.
     */
    bad?: number;
}
/** @description Requests of the candidate that gave NaN or infinity. */
export interface ModelDeploymentStatusJudgeInvalid {
    /**
     * Format: int64
     * @description Number of such requests.
     */
    count?: number;
    /**
     * Format: int32
     * @description Looks that showed any.
     */
    looks?: number;
}
/** @description Predictions by bin since the candidate got traffic, and how they differ. */
export interface ModelDeploymentStatusJudgeDrift {
    /** @description Number of predictions by bin. */
    candidate?: {
        [key: string]: number;
    };
    /** @description Number of predictions by bin. */
    stable?: {
        [key: string]: number;
    };
    /** @description Logarithm of the e-value of different distributions. */
    logE?: number;
    /**
     * Format: date-time
     * @description The first look in which both revisions predicted.
     */
    since?: string;
    /**
     * Format: date-time
     * @description The last look in which both revisions predicted.
     */
    until?: string;
    /** @description Population stability index, less what chance alone gives. */
    psi?: number;
    /** @description Population stability index that there is at least, with probability 1 - alpha. */
    lower?: number;
}
/** @description Requests since the weight settled against the weights. */
export interface ModelDeploymentStatusJudgeSplit {
    /**
     * Format: int64
     * @description Requests of the candidate.
     */
    candidate?: number;
    /**
     * Format: int64
     * @description Requests of stable.
     */
    stable?: number;
    /** @description Smallest p-value so far that they follow the weights, 0 to 1. */
    p?: number;
    /** @description Counts at which it was proven that requests do not follow the weights. */
    mismatch?: ModelDeploymentStatusJudgeSplitMismatch;
}
/** @description Counts at which it was proven that requests do not follow the weights. */
export interface ModelDeploymentStatusJudgeSplitMismatch {
    /**
     * Format: int64
     * @description Requests of the candidate.
     */
    candidate?: number;
    /**
     * Format: int64
     * @description Requests of stable.
     */
    stable?: number;
    /** @description The p-value then, 0 to 1. */
    p?: number;
}
export interface ModelDeploymentStatusJudgeCounter {
    /** @description Name of the pod. */
    pod: string;
    /** @description Start time of the process in Unix seconds. */
    epoch: string;
    /** @description Revision that the pod belongs to. */
    revision: string;
    /**
     * Format: int64
     * @description Inference requests answered since the process started.
     */
    total: number;
    /**
     * Format: int64
     * @description Requests failed since the process started.
     */
    bad: number;
    /** @description Requests that did not fail, by the bucket bound in seconds within which they were answered. */
    within?: {
        [key: string]: number;
    };
    /**
     * Format: int64
     * @description Requests that gave NaN or infinity since the process started.
     */
    invalid?: number;
    /** @description Number of predictions by bin. */
    bins?: {
        [key: string]: number;
    };
}
/** @description The A/B test: what clients told, and which version is better. Stays after the test, until the next rollout. */
export interface ModelDeploymentStatusAb {
    /**
     * Format: date-time
     * @description When a source last answered.
     */
    readAt?: string;
    /**
     * Format: date-time
     * @description When the verdict was reached; the numbers are those of then.
     */
    decidedAt?: string;
    /** @description Rewards of a version since the test began. */
    candidate?: ModelDeploymentStatusAbCandidate;
    /** @description Rewards of a version since the test began. */
    stable?: ModelDeploymentStatusAbStable;
    /** @description Probability of a false winner that the bounds are for, 0 to 1. */
    alpha?: number;
    /** @description Mean reward of the candidate less that of stable, in the unit of the reward. */
    difference?: number;
    /** @description Least difference that the rewards do not refute, at every look at once, in the unit of the reward. */
    lower?: number;
    /** @description Greatest difference that they do not refute, in the unit of the reward. */
    upper?: number;
    /** @description The difference in standard errors (Welch's t); reported only, since it holds for one look. */
    welchT?: number;
    /** @description Its two-sided p-value, 0 to 1; reported only. */
    welchP?: number;
    /**
     * @description Which version is better.
     * @enum {string}
     */
    verdict?: "CandidateBetter" | "StableBetter" | "NoDifferenceYet" | "NoSignificantWinner";
    /** @description The verdict in a sentence with numbers. */
    text?: string;
    /** @description Rewards as last read of each process. */
    counters?: ModelDeploymentStatusAbCounter[];
}
/** @description Rewards of a version since the test began. */
export interface ModelDeploymentStatusAbCandidate {
    /** @description Revision that gave the answers. */
    revision?: string;
    /**
     * Format: int64
     * @description Number of rewards.
     */
    samples?: number;
    /** @description Their sum, in the unit of the reward. */
    sum?: number;
    /** @description Sum of their squares, in the unit of the squared reward. */
    sumSquares?: number;
    /** @description Mean reward, in the unit of the reward. */
    mean?: number;
    /** @description Standard deviation of the rewards, in the unit of the reward. */
    stdDev?: number;
}
/** @description Rewards of a version since the test began. */
export interface ModelDeploymentStatusAbStable {
    /** @description Revision that gave the answers. */
    revision?: string;
    /**
     * Format: int64
     * @description Number of rewards.
     */
    samples?: number;
    /** @description Their sum, in the unit of the reward. */
    sum?: number;
    /** @description Sum of their squares, in the unit of the squared reward. */
    sumSquares?: number;
    /** @description Mean reward, in the unit of the reward. */
    mean?: number;
    /** @description Standard deviation of the rewards, in the unit of the reward. */
    stdDev?: number;
}
export interface ModelDeploymentStatusAbCounter {
    /** @description Name of the pod. */
    pod: string;
    /** @description Start time of the process in Unix seconds. */
    epoch: string;
    /** @description Rewards by the revision that gave the answers. */
    rewards: {
        [key: string]: ModelDeploymentStatusAbCounterRewardsValue;
    };
}
export interface ModelDeploymentStatusAbCounterRewardsValue {
    /**
     * Format: int64
     * @description Number of rewards.
     */
    count: number;
    /** @description Their sum, in the unit of the reward. */
    sum: number;
    /** @description Sum of their squares, in the unit of the squared reward. */
    sumSquares: number;
}
/** @description The revision that a test ended for without a promotion. It is not tested again until spec names another version, or the annotation trainyard.dev/retry is set; with another strategy it may be rolled out at once. */
export interface ModelDeploymentStatusWithdrawn {
    /** @description Version that was withdrawn. */
    version?: string;
    /** @description Digest of its model file. */
    digest?: string;
    /** @description Revision that was withdrawn. */
    revision?: string;
    /** @description Version that serves since. */
    to?: string;
    /**
     * Format: date-time
     * @description When.
     */
    time?: string;
    /**
     * @description Lost: stable was better. NoWinner: no difference was proven in time.
     * @enum {string}
     */
    outcome?: "Lost" | "NoWinner";
    /** @description Why in a sentence with numbers. */
    message?: string;
}
/** @description The last rollback and the numbers behind it. */
export interface ModelDeploymentStatusLastRollback {
    /** @description Version that was rolled back. */
    version?: string;
    /** @description Digest of its model file. */
    digest?: string;
    /** @description Revision that was rolled back. */
    revision?: string;
    /** @description Version that serves since. */
    to?: string;
    /**
     * Format: date-time
     * @description When its rollout began.
     */
    startedAt?: string;
    /**
     * Format: date-time
     * @description When the weight was set to zero.
     */
    time?: string;
    /** @description Why in one word. */
    reason?: string;
    /** @description Why in a sentence with numbers. */
    message?: string;
    /** @description Objective that was broken. */
    slo?: string;
    /**
     * Format: int64
     * @description Requests that the candidate had answered.
     */
    candidateRequests?: number;
    /**
     * Format: int64
     * @description Requests of the traffic that the candidate had failed, those on the way during the rollback included.
     */
    failedRequests?: number;
    /**
     * Format: int64
     * @description Requests among them that stable did not answer instead: failures that clients saw.
     */
    harmedRequests?: number;
    /**
     * Format: int64
     * @description Requests that the candidate failed or delayed and stable answered instead, as the proxies count them.
     */
    savedRequests?: number;
    /**
     * Format: int64
     * @description Milliseconds from the first failure seen in the counters to the decision.
     */
    detectionMs?: number;
    /**
     * Format: int64
     * @description Milliseconds from the decision to the look at which the candidate's request counter stood still; the true time is no longer than this.
     */
    propagationMs?: number;
    /** @description Whether the candidate's request counter stands still, as all of its pods tell themselves; where they cannot be asked, as Prometheus tells after 30 s. */
    propagated?: boolean;
}
export interface ModelDeploymentStatusHistoryEntry {
    /** @description Version that served before. */
    from: string;
    /** @description Version that was to serve. */
    to: string;
    /**
     * @description How it ended.
     * @enum {string}
     */
    outcome: "Initial" | "Promoted" | "RolledBack" | "Aborted" | "Superseded" | "Lost" | "NoWinner";
    /**
     * Format: date-time
     * @description When it ended.
     */
    time: string;
    /** @description Why. */
    reason?: string;
}
