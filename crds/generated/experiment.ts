// Generated from crds/experiments.yaml by tools/generate. Do not edit: change the source and run `make generate`.
import type { ObjectMeta } from './metadata.ts';

/** Candidates compete on the same rows and the same folds. Everything but suspend is immutable. As read back from the server: every default is filled in. */
export interface Experiment {
    apiVersion: 'trainyard.dev/v1alpha1';
    kind: 'Experiment';
    metadata: ObjectMeta;
    spec: ExperimentSpec;
    /** Absent until the operator has seen the object. */
    status?: ExperimentStatus;
}

/** Candidates compete on the same rows and the same folds. Everything but suspend is immutable. As a user writes it: whatever has a default may be left out. */
export interface ExperimentInput {
    apiVersion: 'trainyard.dev/v1alpha1';
    kind: 'Experiment';
    metadata: ObjectMeta;
    spec: ExperimentSpecInput;
}

/** @description Who competes for what. */
export interface ExperimentSpec {
    /** @description Name of the model family that the winner is registered under. */
    model: string;
    /** @description What the candidates are ranked by, measured by cross-validation. */
    objective: ExperimentSpecObjective;
    /** @description Spec of each TrainingRun, without model, algorithm, register, suspend and stop, which the Experiment decides. */
    template: ExperimentSpecTemplate;
    /** @description The competitors; each becomes one TrainingRun, or with a search as many as it has trials. */
    candidates: ExperimentSpecCandidate[];
    /**
     * Format: int32
     * @description Greatest number of trials of all candidates together, dealt in turns. Left out: as many as the candidates ask for, at most 1000.
     */
    maxTrials?: number;
    /**
     * Format: int64
     * @description Seed of the searches: the same trials so far and the same seed give the same next trials. Default: 1.
     * @default 1
     */
    seed: number;
    /**
     * Format: int32
     * @description Greatest number of trials at the same time. Default: 2.
     * @default 2
     */
    parallelism: number;
    /**
     * Format: int32
     * @description Number of failed trials at which the experiment fails. Default: 3.
     * @default 3
     */
    maxFailedTrials: number;
    /** @description When a trial is given up that is not worth its end, by the scores of the folds that it has done. Only trials of one candidate are compared with each other. */
    earlyStopping: ExperimentSpecEarlyStopping;
    /** @description What is found out besides the winner. */
    studies: ExperimentSpecStudies;
    /** @description What all trials together may take; once it is spent no further trial begins, those under way are stopped, and the best so far wins. Left out: no limit. */
    budget?: ExperimentSpecBudget;
    /** @description How it is decided whether one candidate is better than another. */
    comparison: ExperimentSpecComparison;
    /** @description What happens with the best candidate. */
    winner: ExperimentSpecWinner;
    /**
     * @description True starts no further trial and suspends the running ones. Default: false.
     * @default false
     */
    suspend: boolean;
}
/** @description What the candidates are ranked by, measured by cross-validation. */
export interface ExperimentSpecObjective {
    /** @description Metric by its usual name, such as roc_auc or rmse. */
    metric: string;
    /**
     * @description Whether more or less of it is better.
     * @enum {string}
     */
    direction: "Maximize" | "Minimize";
    /** @description A score that is good enough, in the unit of the metric: once a trial that passed its gates has it, no further trial begins and those under way are stopped. Left out: every trial is made. */
    goal?: number;
}
/** @description Spec of each TrainingRun, without model, algorithm, register, suspend and stop, which the Experiment decides. */
export interface ExperimentSpecTemplate {
    /**
     * @description Kind of prediction.
     * @enum {string}
     */
    task: "BinaryClassification" | "MulticlassClassification" | "Regression";
    /** @description Where the rows come from, what must hold for them and how they are split. */
    data: ExperimentSpecTemplateData;
    /** @description How raw columns become features. The fitted steps are part of the exported model, so serving cannot differ. */
    features: ExperimentSpecTemplateFeatures;
    /** @description Repeated k-fold cross-validation on the training rows; the whole pipeline is fitted anew in every fold. */
    crossValidation: ExperimentSpecTemplateCrossValidation;
    /** @description What is measured. */
    metrics: ExperimentSpecTemplateMetrics;
    /** @description Bounds that must all hold, else no ModelVersion is made. Left out: none. */
    gates?: ExperimentSpecTemplateGate[];
    /** @description How the report and the ModelVersion say which columns the model leans on. */
    explain: ExperimentSpecTemplateExplain;
    /** @description Where the training runs. */
    backend: ExperimentSpecTemplateBackend;
    /** @description How many pods train one model together. They start, fail and are tried again as one. Default: one pod. */
    distributed: ExperimentSpecTemplateDistributed;
    /** @description What happens after a failed attempt. Bad configuration, bad data, a failed gate and a failed parity check are never retried. */
    retryPolicy: ExperimentSpecTemplateRetryPolicy;
    /** @description How much of the work a launch keeps for the next one: XGBoost's trees, the epochs of mlp, and the finished folds of every algorithm. What was kept is not done again. */
    checkpoint: ExperimentSpecTemplateCheckpoint;
    /** @description Time that all attempts together may take, such as 4h; waiting in a queue counts. Left out means no limit. */
    activeDeadline?: string;
    /**
     * @description Time after the end when Job and pods are deleted, such as 24h. The record stays. Default: 24h.
     * @default 24h
     */
    ttlAfterFinished: string;
    /** @description Where the files of the run go. Left out: the operator's default. */
    output?: ExperimentSpecTemplateOutput;
    /** @description The copy of the run in MLflow, where the operator has one configured. */
    mlflow: ExperimentSpecTemplateMlflow;
}
/** @description Where the rows come from, what must hold for them and how they are split. */
export interface ExperimentSpecTemplateData {
    /** @description The object that holds the table, or the folder whose objects do. */
    source: ExperimentSpecTemplateDataSource;
    /**
     * @description File format. Auto goes by the ending of the URI, else by the first bytes. Default: Auto.
     * @default Auto
     * @enum {string}
     */
    format: "Auto" | "CSV" | "Parquet" | "JSONLines";
    /** @description Column to predict. */
    target: string;
    /** @description Columns that are neither features nor the target, such as identifiers. Left out: none. */
    drop?: string[];
    /** @description Columns that people must not be treated differently by, such as an age group. Fairness on the test rows is reported by their values; a column of more than 10 different numbers is cut at its quartiles. The model reads them too, unless drop lists them. Left out: no fairness is reported. */
    sensitive?: string[];
    /** @description Column with the moment of each row: ISO 8601 texts, timestamps or numbers. Needed for split.strategy Time. The model does not read it. */
    time?: string;
    /** @description Column with what each row belongs to, such as a hospital or a person. Needed for split.strategy Group. The model does not read it. */
    group?: string;
    /** @description What must hold for the rows before anything is trained. A rule that fails stops the run as DataRuleFailed, without retry. Left out: nothing is asked. */
    rules?: ExperimentSpecTemplateDataRule[];
    /** @description How rows are held out for the test metrics. The split depends on the data and these values only, so every algorithm is tested on the same rows. */
    split: ExperimentSpecTemplateDataSplit;
}
/** @description The object that holds the table, or the folder whose objects do. */
export interface ExperimentSpecTemplateDataSource {
    /** @description Where the table lies: s3://bucket/key, http:// or https://, pvc://claim/path in a PersistentVolumeClaim or configmap://name/key in a ConfigMap of the same namespace. s3:// and pvc:// addresses that end in a slash mean all objects below, in the order of their names, but those with a part that begins with _ or a dot. */
    uri: string;
    /** @description Digest that the bytes must have, as 64 hexadecimal digits; of a folder the digest of its list, as status.data has it. Any other bytes stop the run as DigestMismatch. Left out: any bytes are taken. */
    sha256?: string;
    /** @description Version of the object in a versioned bucket. Left out means the newest one. */
    versionId?: string;
    /** @description Region of the bucket. Left out means AWS_REGION of the Secret. */
    region?: string;
    /** @description True accepts the charges of a bucket that wants its readers to pay. Left out means false. */
    requesterPays?: boolean;
    /** @description Secret in the same namespace with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where needed, AWS_ENDPOINT_URL and AWS_REGION. Left out means the credentials of the model store. */
    secretRef?: ExperimentSpecTemplateDataSourceSecretRef;
}
/** @description Secret in the same namespace with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where needed, AWS_ENDPOINT_URL and AWS_REGION. Left out means the credentials of the model store. */
export interface ExperimentSpecTemplateDataSourceSecretRef {
    /** @description Name of the Secret. */
    name: string;
}
export interface ExperimentSpecTemplateDataRule {
    /** @description Column that the rule is about. Left out: it is about rowCount. */
    column?: string;
    /**
     * @description Type that every non-null value must have. Left out: any type.
     * @enum {string}
     */
    type?: "Number" | "Integer" | "String" | "Boolean";
    /** @description Least value allowed, in the unit of the column. Left out: no lower bound. */
    min?: number;
    /** @description Greatest value allowed, in the unit of the column. Left out: no upper bound. */
    max?: number;
    /** @description Greatest share of nulls allowed, 0 to 1. Left out: any share. */
    maxNullRatio?: number;
    /**
     * @description False forbids nulls. Default: true.
     * @default true
     */
    nullable: boolean;
    /**
     * @description True forbids a value to occur twice. Default: false.
     * @default false
     */
    unique: boolean;
    /** @description The only values allowed. Left out: any value. */
    allowed?: (number | string)[];
    /** @description Bounds of the number of rows in the table. Left out: the rule is about a column. */
    rowCount?: ExperimentSpecTemplateDataRuleRowCount;
}
/** @description Bounds of the number of rows in the table. Left out: the rule is about a column. */
export interface ExperimentSpecTemplateDataRuleRowCount {
    /**
     * Format: int64
     * @description Least number of rows. Left out: no lower bound.
     */
    min?: number;
    /**
     * Format: int64
     * @description Greatest number of rows. Left out: no upper bound.
     */
    max?: number;
}
/** @description How rows are held out for the test metrics. The split depends on the data and these values only, so every algorithm is tested on the same rows. */
export interface ExperimentSpecTemplateDataSplit {
    /**
     * @description Stratified keeps the shares of the classes; Random does not look at the target; Group keeps the rows of each data.group on one side; Time trains on the past and tests on the latest rows by data.time. With Group and Time cross-validation follows the same rule. Default: Stratified.
     * @default Stratified
     * @enum {string}
     */
    strategy: "Stratified" | "Random" | "Group" | "Time";
    /**
     * @description Share of the rows held out, 0.05 to 0.5; with Group and Time as near as whole groups and moments allow. Default: 0.2.
     * @default 0.2
     */
    testFraction: number;
    /**
     * Format: int32
     * @description Seed of the split. Time needs none. Default: 7.
     * @default 7
     */
    seed: number;
}
/** @description How raw columns become features. The fitted steps are part of the exported model, so serving cannot differ. */
export interface ExperimentSpecTemplateFeatures {
    /** @description Steps for numeric columns. */
    numeric: ExperimentSpecTemplateFeaturesNumeric;
    /** @description Steps for text columns. */
    categorical: ExperimentSpecTemplateFeaturesCategorical;
    /**
     * @description True keeps the fitted feature steps in the model store, and takes those of an earlier run of the namespace that fitted the same steps on the same rows of the same data. The model is the same, to the byte. Default: false.
     * @default false
     */
    reuse: boolean;
    /** @description Keeps the columns that a statistical test connects with the target: chi2, ANOVA F, Kruskal-Wallis, Pearson or Spearman by the types of both, corrected by Holm over all columns, on the training rows of each fold. Left out means that all columns are used. The exported model takes all columns all the same, and reads the kept ones. */
    select?: ExperimentSpecTemplateFeaturesSelect;
}
/** @description Steps for numeric columns. */
export interface ExperimentSpecTemplateFeaturesNumeric {
    /**
     * @description What replaces a missing number. Default: Median.
     * @default Median
     * @enum {string}
     */
    impute: "Median" | "Mean";
    /**
     * @description Scaling of numbers. Auto scales for models that need it and leaves trees alone. Default: Auto.
     * @default Auto
     * @enum {string}
     */
    scale: "Auto" | "Standard" | "MinMax" | "Robust" | "None";
}
/** @description Steps for text columns. */
export interface ExperimentSpecTemplateFeaturesCategorical {
    /**
     * @description What replaces a missing text: the most frequent one, or a category of its own. Default: MostFrequent.
     * @default MostFrequent
     * @enum {string}
     */
    impute: "MostFrequent" | "Constant";
    /**
     * @description How a category becomes numbers. Default: OneHot.
     * @default OneHot
     * @enum {string}
     */
    encode: "OneHot" | "Ordinal";
    /**
     * Format: int32
     * @description Greatest number of categories kept per column; rarer ones are merged. Default: 30.
     * @default 30
     */
    maxCategories: number;
}
/** @description Keeps the columns that a statistical test connects with the target: chi2, ANOVA F, Kruskal-Wallis, Pearson or Spearman by the types of both, corrected by Holm over all columns, on the training rows of each fold. Left out means that all columns are used. The exported model takes all columns all the same, and reads the kept ones. */
export interface ExperimentSpecTemplateFeaturesSelect {
    /**
     * @description Which tests of numbers are used. Parametric: ANOVA F and Pearson; Rank: Kruskal-Wallis and Spearman; Auto: the rank tests where the numbers are far from normal (skewness beyond 2 or excess kurtosis beyond 7). Default: Auto.
     * @default Auto
     * @enum {string}
     */
    test: "Auto" | "Parametric" | "Rank";
    /**
     * @description Greatest p-value after Holm's correction that a kept column may have, 0.000001 to 1. Default: 0.05.
     * @default 0.05
     */
    alpha: number;
    /**
     * Format: int32
     * @description Greatest number of columns kept, those with the least p-values. Default: 512.
     * @default 512
     */
    max: number;
}
/** @description Repeated k-fold cross-validation on the training rows; the whole pipeline is fitted anew in every fold. */
export interface ExperimentSpecTemplateCrossValidation {
    /**
     * Format: int32
     * @description Number of folds. Default: 5.
     * @default 5
     */
    folds: number;
    /**
     * Format: int32
     * @description Number of repetitions with other shuffles. Default: 1.
     * @default 1
     */
    repeats: number;
    /**
     * Format: int32
     * @description Seed of the shuffles. Default: 7.
     * @default 7
     */
    seed: number;
}
/** @description What is measured. */
export interface ExperimentSpecTemplateMetrics {
    /** @description Metric that is the score of the run, by its usual name such as roc_auc, f1 or rmse. */
    primary: string;
    /** @description Further metrics to report. Left out: none. */
    others?: string[];
    /** @description Metrics of the run's own, reported beside the others. They may be the primary one and stand in gates. Left out: none. */
    custom?: ExperimentSpecTemplateMetricsCustomEntry[];
}
export interface ExperimentSpecTemplateMetricsCustomEntry {
    /** @description Name of the metric. */
    name: string;
    /** @description Arithmetic (+ - * / and parentheses; min, max, abs, sqrt, log, exp) on the number of rows n, the metrics of the task by name and, for two classes, the counts tp, fp, tn and fn of the positive class. Such as 5*fn + fp. */
    expression: string;
    /**
     * @description Whether more or less of it is better.
     * @enum {string}
     */
    direction: "Maximize" | "Minimize";
}
export interface ExperimentSpecTemplateGate {
    /** @description A metric by its name, one of metrics.custom, parity_max_abs_error, or a measure of fairness: demographic_parity_difference, demographic_parity_ratio, equalized_odds_difference (the worst of all data.sensitive). */
    metric: string;
    /**
     * @description Rows that the metric was measured on. Default: Test.
     * @default Test
     * @enum {string}
     */
    split: "Train" | "CV" | "Test";
    /** @description Least value that passes, in the unit of the metric. Left out: no lower bound. */
    min?: number;
    /** @description Greatest value that passes, in the unit of the metric. Left out: no upper bound. */
    max?: number;
}
/** @description How the report and the ModelVersion say which columns the model leans on. */
export interface ExperimentSpecTemplateExplain {
    /**
     * @description Permutation: how much worse the primary metric gets when a column is shuffled. SHAP: exact contributions of every column to every prediction, too; for trees and linear models only, and the manifest says so where there are none. Default: Permutation.
     * @default Permutation
     * @enum {string}
     */
    method: "Permutation" | "SHAP";
    /**
     * Format: int32
     * @description Greatest number of test rows that are looked at. Default: 500.
     * @default 500
     */
    maxRows: number;
}
/** @description Where the training runs. */
export interface ExperimentSpecTemplateBackend {
    /**
     * @description Kubernetes runs a Job in the namespace of the TrainingRun. Default: Kubernetes.
     * @default Kubernetes
     * @enum {string}
     */
    type: "Kubernetes";
    /** @description Settings of the pod. */
    kubernetes: ExperimentSpecTemplateBackendKubernetes;
}
/** @description Settings of the pod. */
export interface ExperimentSpecTemplateBackendKubernetes {
    /** @description Resources of the training container. Default: 500m of cpu and 512Mi of memory, at most 2Gi of it. */
    resources: ExperimentSpecTemplateBackendKubernetesResources;
    /** @description Labels that the node must have. Left out: any node. */
    nodeSelector?: {
        [key: string]: string;
    };
    /** @description Taints that the pod accepts, as in a pod. Left out: none but those of spot. */
    tolerations?: ExperimentSpecTemplateBackendKubernetesToleration[];
    /**
     * @description True lets the pod run on capacity that may be taken back at any time: it accepts the taints of spot nodes (GKE, AKS, trainyard.dev/spot) and prefers nodes with a label of spot capacity (those, EKS, Karpenter). A pod that is taken away counts as preempted. Default: false.
     * @default false
     */
    spot: boolean;
    /** @description LocalQueue of Kueue in the namespace. The Job is made suspended, with the label kueue.x-k8s.io/queue-name, and runs while Kueue lets it. Left out means no queue. */
    queueName?: string;
    /** @description What is laid over the pod, by the rules of a strategic merge: maps by key, lists by name. Security context, restart policy, command, the mounts of the contract, and the variables TRAINYARD_* and AWS_* stay as they are. Left out: nothing. */
    podTemplate?: ExperimentSpecTemplateBackendKubernetesPodTemplate;
}
/** @description Resources of the training container. Default: 500m of cpu and 512Mi of memory, at most 2Gi of it. */
export interface ExperimentSpecTemplateBackendKubernetesResources {
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    requests?: {
        [key: string]: number | string;
    };
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    limits?: {
        [key: string]: number | string;
    };
}
export interface ExperimentSpecTemplateBackendKubernetesToleration {
    /** @description Key of the taint. Left out, with the operator Exists: every key. */
    key?: string;
    /**
     * @description How key and value match. Left out: Equal.
     * @enum {string}
     */
    operator?: "Exists" | "Equal";
    /** @description Value of the taint, for the operator Equal. Left out: the empty value. */
    value?: string;
    /**
     * @description Effect of the taint. Left out: every effect.
     * @enum {string}
     */
    effect?: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
    /**
     * Format: int64
     * @description Seconds that a NoExecute taint is accepted. Left out: for ever.
     */
    tolerationSeconds?: number;
}
/** @description What is laid over the pod, by the rules of a strategic merge: maps by key, lists by name. Security context, restart policy, command, the mounts of the contract, and the variables TRAINYARD_* and AWS_* stay as they are. Left out: nothing. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplate {
    /** @description Labels and annotations of the pod. Left out: those of Trainyard alone. */
    metadata?: ExperimentSpecTemplateBackendKubernetesPodTemplateMetadata;
    /** @description Fields of the pod. Left out: those of Trainyard alone. */
    spec?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpec;
}
/** @description Labels and annotations of the pod. Left out: those of Trainyard alone. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateMetadata {
    /** @description Further labels. Those of Trainyard, of Jobs and of what manages the pod cannot be set. Left out: none. */
    labels?: {
        [key: string]: string;
    };
    /** @description Further annotations. Left out: none. */
    annotations?: {
        [key: string]: string;
    };
}
/** @description Fields of the pod. Left out: those of Trainyard alone. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpec {
    /** @description ServiceAccount of the pod, for pull secrets and identities of a cloud. Its token for the API server is not mounted. Left out: default. */
    serviceAccountName?: string;
    /** @description PriorityClass of the pod. Left out: the default of the cluster. */
    priorityClassName?: string;
    /** @description RuntimeClass of the pod. Left out: the default of the node. */
    runtimeClassName?: string;
    /** @description Scheduler of the pod. Left out: the default of the cluster. */
    schedulerName?: string;
    /** @description Secrets with the credentials of image registries. Left out: those of the ServiceAccount. */
    imagePullSecrets?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecImagePullSecret[];
    /** @description Affinity of the pod, as in a pod: nodeAffinity, podAffinity, podAntiAffinity. Left out: none but that of spot. */
    affinity?: {
        [key: string]: unknown;
    };
    /** @description Further volumes, such as memory for /dev/shm. Left out: none. */
    volumes?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolume[];
    /** @description What is added to the container. There is one, named trainer; a second one would keep the Job from ending. Left out: nothing. */
    containers?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainer[];
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecImagePullSecret {
    /** @description Name of the Secret. */
    name: string;
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolume {
    /** @description Name of the volume. */
    name: string;
    /** @description Space that ends with the pod. Left out: the volume is of another sort. */
    emptyDir?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeEmptyDir;
    /** @description A claim in the namespace. Left out: the volume is of another sort. */
    persistentVolumeClaim?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumePersistentVolumeClaim;
    /** @description A ConfigMap in the namespace. Left out: the volume is of another sort. */
    configMap?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeConfigMap;
    /** @description A Secret in the namespace. Left out: the volume is of another sort. */
    secret?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeSecret;
}
/** @description Space that ends with the pod. Left out: the volume is of another sort. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeEmptyDir {
    /**
     * @description Memory keeps it in memory that counts against the limit of the container. Left out: the disk of the node.
     * @enum {string}
     */
    medium?: "Memory";
    /** @description Greatest size, such as 256Mi. Left out: no limit of its own. */
    sizeLimit?: number | string;
}
/** @description A claim in the namespace. Left out: the volume is of another sort. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumePersistentVolumeClaim {
    /** @description Name of the claim. */
    claimName: string;
    /** @description True mounts it for reading only. Left out: false. */
    readOnly?: boolean;
}
/** @description A ConfigMap in the namespace. Left out: the volume is of another sort. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeConfigMap {
    /** @description Name of the ConfigMap. */
    name: string;
}
/** @description A Secret in the namespace. Left out: the volume is of another sort. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeSecret {
    /** @description Name of the Secret. */
    secretName: string;
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainer {
    /**
     * @description Always trainer.
     * @enum {string}
     */
    name: "trainer";
    /** @description Further environment variables. Left out: none. */
    env?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntry[];
    /** @description Where the further volumes are mounted. Left out: nowhere. */
    volumeMounts?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerVolumeMount[];
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntry {
    /** @description Name of the variable. */
    name: string;
    /** @description Its value. Secrets belong into valueFrom. Left out: that of valueFrom, else the empty one. */
    value?: string;
    /** @description Where its value comes from. Left out: from value. */
    valueFrom?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFrom;
}
/** @description Where its value comes from. Left out: from value. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFrom {
    /** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
    secretKeyRef?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromSecretKeyRef;
    /** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
    configMapKeyRef?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromConfigMapKeyRef;
}
/** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromSecretKeyRef {
    /** @description Name of the object. */
    name: string;
    /** @description Key in it. */
    key: string;
    /** @description True leaves the variable out where there is no such key. Left out: false, and the pod waits for it. */
    optional?: boolean;
}
/** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromConfigMapKeyRef {
    /** @description Name of the object. */
    name: string;
    /** @description Key in it. */
    key: string;
    /** @description True leaves the variable out where there is no such key. Left out: false, and the pod waits for it. */
    optional?: boolean;
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerVolumeMount {
    /** @description Name of the volume. */
    name: string;
    /** @description Folder in the container, from / on and without a slash at its end. */
    mountPath: string;
    /** @description Folder in the volume. Left out: the whole volume. */
    subPath?: string;
    /** @description True mounts it for reading only. Left out: false. */
    readOnly?: boolean;
}
/** @description How many pods train one model together. They start, fail and are tried again as one. Default: one pod. */
export interface ExperimentSpecTemplateDistributed {
    /**
     * @description None trains in one pod. Dask adds a pod that leads: its workers take the folds, XGBoost's final fit is shared by rows, those of scikit-learn by what they do in parallel. Torchrun gives the program of your image the environment of torchrun. Default: None.
     * @default None
     * @enum {string}
     */
    engine: "None" | "Dask" | "Torchrun";
    /**
     * Format: int32
     * @description Pods that do the work, each with spec.backend's resources; with Dask the leading pod comes on top. Default: 1.
     * @default 1
     */
    workers: number;
}
/** @description What happens after a failed attempt. Bad configuration, bad data, a failed gate and a failed parity check are never retried. */
export interface ExperimentSpecTemplateRetryPolicy {
    /**
     * Format: int32
     * @description Greatest number of attempts, the first included. Preemptions do not count. Default: 3.
     * @default 3
     */
    maxAttempts: number;
    /**
     * Format: int32
     * @description Greatest number of preemptions before the run fails. Default: 10.
     * @default 10
     */
    maxPreemptions: number;
    /**
     * @description Wait before the second attempt, doubled before each further one and capped at 30 minutes, such as 30s. Default: 30s.
     * @default 30s
     */
    backoff: string;
}
/** @description How much of the work a launch keeps for the next one: XGBoost's trees, the epochs of mlp, and the finished folds of every algorithm. What was kept is not done again. */
export interface ExperimentSpecTemplateCheckpoint {
    /**
     * @description False keeps nothing. Default: true.
     * @default true
     */
    enabled: boolean;
    /**
     * @description Time between two checkpoints, such as 5m. A pod that is asked to stop keeps one more. Default: 5m.
     * @default 5m
     */
    every: string;
}
/** @description Where the files of the run go. Left out: the operator's default. */
export interface ExperimentSpecTemplateOutput {
    /** @description Prefix in the model store, such as s3://models/. */
    uri: string;
}
/** @description The copy of the run in MLflow, where the operator has one configured. */
export interface ExperimentSpecTemplateMlflow {
    /**
     * @description False keeps the run, and the version that it makes, out of MLflow. Default: true.
     * @default true
     */
    enabled: boolean;
    /** @description Experiment in MLflow that the run goes to, made if there is none. Left out: <namespace>/<model>. */
    experiment?: string;
}
export interface ExperimentSpecCandidate {
    /** @description Name of the candidate. */
    name: string;
    /** @description The model and its hyperparameters. */
    algorithm: ExperimentSpecCandidateAlgorithm;
    /** @description Hyperparameters to try, in one TrainingRun each; the best trial competes for the candidate. Left out: one trial of algorithm.parameters. */
    search?: ExperimentSpecCandidateSearch;
}
/** @description The model and its hyperparameters. */
export interface ExperimentSpecCandidateAlgorithm {
    /**
     * @description The model: xgboost is XGBoost's, custom is that of image, the others are scikit-learn's.
     * @enum {string}
     */
    name: "xgboost" | "randomForest" | "extraTrees" | "gradientBoosting" | "logistic" | "ridge" | "elasticNet" | "knn" | "svm" | "mlp" | "custom";
    /** @description Container image that trains instead of Trainyard's own, by the contract in docs/contract.md. Its user must be a number other than 0. A digest (@sha256:) makes sure that every launch runs the same. Needed for custom, and for no other. */
    image?: string;
    /** @description Hyperparameters by the library's own names. With a search these are the ones that stay the same; where both name one, the search's value counts. What is left out has the library's default; max_iter alone has 1000 with logistic and 500 with mlp. */
    parameters?: {
        [key: string]: unknown;
    };
}
/** @description Hyperparameters to try, in one TrainingRun each; the best trial competes for the candidate. Left out: one trial of algorithm.parameters. */
export interface ExperimentSpecCandidateSearch {
    /**
     * @description How the next values are chosen: TPE (Tree-structured Parzen Estimator) by the trials so far, Random by chance, Grid one point after the other, the last parameter changing fastest. Default: TPE.
     * @default TPE
     * @enum {string}
     */
    sampler: "TPE" | "Random" | "Grid";
    /**
     * Format: int32
     * @description Number of trials of this candidate; a grid with fewer points ends earlier. Default: 10.
     * @default 10
     */
    maxTrials: number;
    /** @description The hyperparameters to choose. Order counts: when names an earlier one, and a grid's last parameter changes fastest. */
    space: ExperimentSpecCandidateSearchSpaceEntry[];
}
export interface ExperimentSpecCandidateSearchSpaceEntry {
    /** @description Name of the hyperparameter by the library's own name. */
    name: string;
    /**
     * @description Int is a whole number, Float any number, Categorical one of values.
     * @enum {string}
     */
    type: "Int" | "Float" | "Categorical";
    /** @description Least value, in the unit of the hyperparameter. Needed for an Int and a Float. */
    min?: number;
    /** @description Greatest value, in the unit of the hyperparameter. Needed for an Int and a Float. */
    max?: number;
    /** @description Distance of neighbouring values, counted from min, in the unit of the hyperparameter. Left out: 1 for an Int, any value for a Float. */
    step?: number;
    /**
     * @description Log chooses the logarithm evenly: as many values from 0.01 to 0.1 as from 0.1 to 1. Default: Linear.
     * @default Linear
     * @enum {string}
     */
    scale: "Linear" | "Log";
    /** @description The values of a Categorical: texts, numbers, booleans or lists of them. Needed for it, and for no other. */
    values?: unknown[];
    /** @description Chooses this parameter only where another one has one of some values: a nested space. Elsewhere algorithm.parameters counts, or the library's default. Left out: it is always chosen. */
    when?: ExperimentSpecCandidateSearchSpaceEntryWhen;
}
/** @description Chooses this parameter only where another one has one of some values: a nested space. Elsewhere algorithm.parameters counts, or the library's default. Left out: it is always chosen. */
export interface ExperimentSpecCandidateSearchSpaceEntryWhen {
    /** @description Name of an earlier parameter of the space. */
    parameter: string;
    /** @description Values of that parameter. */
    values: unknown[];
}
/** @description When a trial is given up that is not worth its end, by the scores of the folds that it has done. Only trials of one candidate are compared with each other. */
export interface ExperimentSpecEarlyStopping {
    /**
     * @description Median gives up a trial whose mean over the folds done is worse than the median of what the finished trials had after as many folds. ASHA (asynchronous successive halving) lets only the best of each reductionFactor trials go on beyond minSteps folds, that times reductionFactor, and so on. Default: None.
     * @default None
     * @enum {string}
     */
    type: "None" | "Median" | "ASHA";
    /**
     * Format: int32
     * @description Folds that every trial may do. Default: 1.
     * @default 1
     */
    minSteps: number;
    /**
     * Format: int32
     * @description Finished trials of the candidate before Median gives up any. Default: 5.
     * @default 5
     */
    minTrials: number;
    /**
     * Format: int32
     * @description For ASHA: trials of which one goes on. Default: 3.
     * @default 3
     */
    reductionFactor: number;
}
/** @description What is found out besides the winner. */
export interface ExperimentSpecStudies {
    /** @description Groups of columns. When the winner is known it is trained once more without each of them, on the same folds, to see what the group adds; nothing of it is registered. Empty: no such study. */
    featureGroups: ExperimentSpecStudiesFeatureGroup[];
    /**
     * @description True tells for each search how much of the differences between its trials each hyperparameter explains (fANOVA). Default: false.
     * @default false
     */
    sensitivity: boolean;
}
export interface ExperimentSpecStudiesFeatureGroup {
    /** @description Name of the group. */
    name: string;
    /** @description Columns of the data that belong to it. */
    columns: string[];
}
/** @description What all trials together may take; once it is spent no further trial begins, those under way are stopped, and the best so far wins. Left out: no limit. */
export interface ExperimentSpecBudget {
    /** @description Longest time from the start of the experiment, such as 2h. Left out: no limit. */
    maxDuration?: string;
    /**
     * Format: int64
     * @description Seconds that the trials may take together at most, each from its start to its end. Left out: no limit.
     */
    maxBillableSeconds?: number;
}
/** @description How it is decided whether one candidate is better than another. */
export interface ExperimentSpecComparison {
    /**
     * @description Test of the differences fold by fold. CorrectedResampledT is the t-test with the correction of Nadeau and Bengio for folds that share their training rows; over all pairs it is adjusted by Holm. Default: CorrectedResampledT.
     * @default CorrectedResampledT
     * @enum {string}
     */
    test: "CorrectedResampledT";
    /**
     * @description Greatest probability, 0.0001 to 0.5, that any candidate is called better than another that it equals, over all pairs together. Default: 0.05.
     * @default 0.05
     */
    alpha: number;
    /**
     * @description Differences up to it matter to nobody, in the unit of the metric: the region of practical equivalence. Default: 0.01.
     * @default 0.01
     */
    rope: number;
    /** @description What decides, one after the other, between candidates of which none is proven to be worse than the best: the time of one row, the size of the model file, the greatest demographic parity difference, how easily people understand the model. Empty: the best score. */
    tieBreakers: ("LatencyP99" | "ModelSize" | "Fairness" | "Explainability")[];
}
/** @description What happens with the best candidate. */
export interface ExperimentSpecWinner {
    /**
     * @description IfGatesPass makes a ModelVersion of the best candidate if its gates held; Never makes none. Default: IfGatesPass.
     * @default IfGatesPass
     * @enum {string}
     */
    register: "IfGatesPass" | "Never";
    /**
     * @description True makes a ModelVersion that no deployment may use before somebody approves it. Default: false.
     * @default false
     */
    approvalRequired: boolean;
    /** @description Aliases that the winner's ModelVersion names: each then means this version, until a newer one names it. Left out: none. */
    aliases?: string[];
    /**
     * @description True names no winner, and registers none, unless one candidate is proven to be better than every other one that passed its gates. Default: false.
     * @default false
     */
    requireSignificance: boolean;
}
/** @description Who competes for what. */
export interface ExperimentSpecInput {
    /** @description Name of the model family that the winner is registered under. */
    model: string;
    /** @description What the candidates are ranked by, measured by cross-validation. */
    objective: ExperimentSpecObjectiveInput;
    /** @description Spec of each TrainingRun, without model, algorithm, register, suspend and stop, which the Experiment decides. */
    template: ExperimentSpecTemplateInput;
    /** @description The competitors; each becomes one TrainingRun, or with a search as many as it has trials. */
    candidates: ExperimentSpecCandidateInput[];
    /**
     * Format: int32
     * @description Greatest number of trials of all candidates together, dealt in turns. Left out: as many as the candidates ask for, at most 1000.
     */
    maxTrials?: number;
    /**
     * Format: int64
     * @description Seed of the searches: the same trials so far and the same seed give the same next trials. Default: 1.
     * @default 1
     */
    seed?: number;
    /**
     * Format: int32
     * @description Greatest number of trials at the same time. Default: 2.
     * @default 2
     */
    parallelism?: number;
    /**
     * Format: int32
     * @description Number of failed trials at which the experiment fails. Default: 3.
     * @default 3
     */
    maxFailedTrials?: number;
    /** @description When a trial is given up that is not worth its end, by the scores of the folds that it has done. Only trials of one candidate are compared with each other. */
    earlyStopping?: ExperimentSpecEarlyStoppingInput;
    /** @description What is found out besides the winner. */
    studies?: ExperimentSpecStudiesInput;
    /** @description What all trials together may take; once it is spent no further trial begins, those under way are stopped, and the best so far wins. Left out: no limit. */
    budget?: ExperimentSpecBudgetInput;
    /** @description How it is decided whether one candidate is better than another. */
    comparison?: ExperimentSpecComparisonInput;
    /** @description What happens with the best candidate. */
    winner?: ExperimentSpecWinnerInput;
    /**
     * @description True starts no further trial and suspends the running ones. Default: false.
     * @default false
     */
    suspend?: boolean;
}
/** @description What the candidates are ranked by, measured by cross-validation. */
export interface ExperimentSpecObjectiveInput {
    /** @description Metric by its usual name, such as roc_auc or rmse. */
    metric: string;
    /**
     * @description Whether more or less of it is better.
     * @enum {string}
     */
    direction: "Maximize" | "Minimize";
    /** @description A score that is good enough, in the unit of the metric: once a trial that passed its gates has it, no further trial begins and those under way are stopped. Left out: every trial is made. */
    goal?: number;
}
/** @description Spec of each TrainingRun, without model, algorithm, register, suspend and stop, which the Experiment decides. */
export interface ExperimentSpecTemplateInput {
    /**
     * @description Kind of prediction.
     * @enum {string}
     */
    task: "BinaryClassification" | "MulticlassClassification" | "Regression";
    /** @description Where the rows come from, what must hold for them and how they are split. */
    data: ExperimentSpecTemplateDataInput;
    /** @description How raw columns become features. The fitted steps are part of the exported model, so serving cannot differ. */
    features?: ExperimentSpecTemplateFeaturesInput;
    /** @description Repeated k-fold cross-validation on the training rows; the whole pipeline is fitted anew in every fold. */
    crossValidation?: ExperimentSpecTemplateCrossValidationInput;
    /** @description What is measured. */
    metrics: ExperimentSpecTemplateMetricsInput;
    /** @description Bounds that must all hold, else no ModelVersion is made. Left out: none. */
    gates?: ExperimentSpecTemplateGateInput[];
    /** @description How the report and the ModelVersion say which columns the model leans on. */
    explain?: ExperimentSpecTemplateExplainInput;
    /** @description Where the training runs. */
    backend?: ExperimentSpecTemplateBackendInput;
    /** @description How many pods train one model together. They start, fail and are tried again as one. Default: one pod. */
    distributed?: ExperimentSpecTemplateDistributedInput;
    /** @description What happens after a failed attempt. Bad configuration, bad data, a failed gate and a failed parity check are never retried. */
    retryPolicy?: ExperimentSpecTemplateRetryPolicyInput;
    /** @description How much of the work a launch keeps for the next one: XGBoost's trees, the epochs of mlp, and the finished folds of every algorithm. What was kept is not done again. */
    checkpoint?: ExperimentSpecTemplateCheckpointInput;
    /** @description Time that all attempts together may take, such as 4h; waiting in a queue counts. Left out means no limit. */
    activeDeadline?: string;
    /**
     * @description Time after the end when Job and pods are deleted, such as 24h. The record stays. Default: 24h.
     * @default 24h
     */
    ttlAfterFinished?: string;
    /** @description Where the files of the run go. Left out: the operator's default. */
    output?: ExperimentSpecTemplateOutputInput;
    /** @description The copy of the run in MLflow, where the operator has one configured. */
    mlflow?: ExperimentSpecTemplateMlflowInput;
}
/** @description Where the rows come from, what must hold for them and how they are split. */
export interface ExperimentSpecTemplateDataInput {
    /** @description The object that holds the table, or the folder whose objects do. */
    source: ExperimentSpecTemplateDataSourceInput;
    /**
     * @description File format. Auto goes by the ending of the URI, else by the first bytes. Default: Auto.
     * @default Auto
     * @enum {string}
     */
    format?: "Auto" | "CSV" | "Parquet" | "JSONLines";
    /** @description Column to predict. */
    target: string;
    /** @description Columns that are neither features nor the target, such as identifiers. Left out: none. */
    drop?: string[];
    /** @description Columns that people must not be treated differently by, such as an age group. Fairness on the test rows is reported by their values; a column of more than 10 different numbers is cut at its quartiles. The model reads them too, unless drop lists them. Left out: no fairness is reported. */
    sensitive?: string[];
    /** @description Column with the moment of each row: ISO 8601 texts, timestamps or numbers. Needed for split.strategy Time. The model does not read it. */
    time?: string;
    /** @description Column with what each row belongs to, such as a hospital or a person. Needed for split.strategy Group. The model does not read it. */
    group?: string;
    /** @description What must hold for the rows before anything is trained. A rule that fails stops the run as DataRuleFailed, without retry. Left out: nothing is asked. */
    rules?: ExperimentSpecTemplateDataRuleInput[];
    /** @description How rows are held out for the test metrics. The split depends on the data and these values only, so every algorithm is tested on the same rows. */
    split?: ExperimentSpecTemplateDataSplitInput;
}
/** @description The object that holds the table, or the folder whose objects do. */
export interface ExperimentSpecTemplateDataSourceInput {
    /** @description Where the table lies: s3://bucket/key, http:// or https://, pvc://claim/path in a PersistentVolumeClaim or configmap://name/key in a ConfigMap of the same namespace. s3:// and pvc:// addresses that end in a slash mean all objects below, in the order of their names, but those with a part that begins with _ or a dot. */
    uri: string;
    /** @description Digest that the bytes must have, as 64 hexadecimal digits; of a folder the digest of its list, as status.data has it. Any other bytes stop the run as DigestMismatch. Left out: any bytes are taken. */
    sha256?: string;
    /** @description Version of the object in a versioned bucket. Left out means the newest one. */
    versionId?: string;
    /** @description Region of the bucket. Left out means AWS_REGION of the Secret. */
    region?: string;
    /** @description True accepts the charges of a bucket that wants its readers to pay. Left out means false. */
    requesterPays?: boolean;
    /** @description Secret in the same namespace with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where needed, AWS_ENDPOINT_URL and AWS_REGION. Left out means the credentials of the model store. */
    secretRef?: ExperimentSpecTemplateDataSourceSecretRefInput;
}
/** @description Secret in the same namespace with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where needed, AWS_ENDPOINT_URL and AWS_REGION. Left out means the credentials of the model store. */
export interface ExperimentSpecTemplateDataSourceSecretRefInput {
    /** @description Name of the Secret. */
    name: string;
}
export interface ExperimentSpecTemplateDataRuleInput {
    /** @description Column that the rule is about. Left out: it is about rowCount. */
    column?: string;
    /**
     * @description Type that every non-null value must have. Left out: any type.
     * @enum {string}
     */
    type?: "Number" | "Integer" | "String" | "Boolean";
    /** @description Least value allowed, in the unit of the column. Left out: no lower bound. */
    min?: number;
    /** @description Greatest value allowed, in the unit of the column. Left out: no upper bound. */
    max?: number;
    /** @description Greatest share of nulls allowed, 0 to 1. Left out: any share. */
    maxNullRatio?: number;
    /**
     * @description False forbids nulls. Default: true.
     * @default true
     */
    nullable?: boolean;
    /**
     * @description True forbids a value to occur twice. Default: false.
     * @default false
     */
    unique?: boolean;
    /** @description The only values allowed. Left out: any value. */
    allowed?: (number | string)[];
    /** @description Bounds of the number of rows in the table. Left out: the rule is about a column. */
    rowCount?: ExperimentSpecTemplateDataRuleRowCountInput;
}
/** @description Bounds of the number of rows in the table. Left out: the rule is about a column. */
export interface ExperimentSpecTemplateDataRuleRowCountInput {
    /**
     * Format: int64
     * @description Least number of rows. Left out: no lower bound.
     */
    min?: number;
    /**
     * Format: int64
     * @description Greatest number of rows. Left out: no upper bound.
     */
    max?: number;
}
/** @description How rows are held out for the test metrics. The split depends on the data and these values only, so every algorithm is tested on the same rows. */
export interface ExperimentSpecTemplateDataSplitInput {
    /**
     * @description Stratified keeps the shares of the classes; Random does not look at the target; Group keeps the rows of each data.group on one side; Time trains on the past and tests on the latest rows by data.time. With Group and Time cross-validation follows the same rule. Default: Stratified.
     * @default Stratified
     * @enum {string}
     */
    strategy?: "Stratified" | "Random" | "Group" | "Time";
    /**
     * @description Share of the rows held out, 0.05 to 0.5; with Group and Time as near as whole groups and moments allow. Default: 0.2.
     * @default 0.2
     */
    testFraction?: number;
    /**
     * Format: int32
     * @description Seed of the split. Time needs none. Default: 7.
     * @default 7
     */
    seed?: number;
}
/** @description How raw columns become features. The fitted steps are part of the exported model, so serving cannot differ. */
export interface ExperimentSpecTemplateFeaturesInput {
    /** @description Steps for numeric columns. */
    numeric?: ExperimentSpecTemplateFeaturesNumericInput;
    /** @description Steps for text columns. */
    categorical?: ExperimentSpecTemplateFeaturesCategoricalInput;
    /**
     * @description True keeps the fitted feature steps in the model store, and takes those of an earlier run of the namespace that fitted the same steps on the same rows of the same data. The model is the same, to the byte. Default: false.
     * @default false
     */
    reuse?: boolean;
    /** @description Keeps the columns that a statistical test connects with the target: chi2, ANOVA F, Kruskal-Wallis, Pearson or Spearman by the types of both, corrected by Holm over all columns, on the training rows of each fold. Left out means that all columns are used. The exported model takes all columns all the same, and reads the kept ones. */
    select?: ExperimentSpecTemplateFeaturesSelectInput;
}
/** @description Steps for numeric columns. */
export interface ExperimentSpecTemplateFeaturesNumericInput {
    /**
     * @description What replaces a missing number. Default: Median.
     * @default Median
     * @enum {string}
     */
    impute?: "Median" | "Mean";
    /**
     * @description Scaling of numbers. Auto scales for models that need it and leaves trees alone. Default: Auto.
     * @default Auto
     * @enum {string}
     */
    scale?: "Auto" | "Standard" | "MinMax" | "Robust" | "None";
}
/** @description Steps for text columns. */
export interface ExperimentSpecTemplateFeaturesCategoricalInput {
    /**
     * @description What replaces a missing text: the most frequent one, or a category of its own. Default: MostFrequent.
     * @default MostFrequent
     * @enum {string}
     */
    impute?: "MostFrequent" | "Constant";
    /**
     * @description How a category becomes numbers. Default: OneHot.
     * @default OneHot
     * @enum {string}
     */
    encode?: "OneHot" | "Ordinal";
    /**
     * Format: int32
     * @description Greatest number of categories kept per column; rarer ones are merged. Default: 30.
     * @default 30
     */
    maxCategories?: number;
}
/** @description Keeps the columns that a statistical test connects with the target: chi2, ANOVA F, Kruskal-Wallis, Pearson or Spearman by the types of both, corrected by Holm over all columns, on the training rows of each fold. Left out means that all columns are used. The exported model takes all columns all the same, and reads the kept ones. */
export interface ExperimentSpecTemplateFeaturesSelectInput {
    /**
     * @description Which tests of numbers are used. Parametric: ANOVA F and Pearson; Rank: Kruskal-Wallis and Spearman; Auto: the rank tests where the numbers are far from normal (skewness beyond 2 or excess kurtosis beyond 7). Default: Auto.
     * @default Auto
     * @enum {string}
     */
    test?: "Auto" | "Parametric" | "Rank";
    /**
     * @description Greatest p-value after Holm's correction that a kept column may have, 0.000001 to 1. Default: 0.05.
     * @default 0.05
     */
    alpha?: number;
    /**
     * Format: int32
     * @description Greatest number of columns kept, those with the least p-values. Default: 512.
     * @default 512
     */
    max?: number;
}
/** @description Repeated k-fold cross-validation on the training rows; the whole pipeline is fitted anew in every fold. */
export interface ExperimentSpecTemplateCrossValidationInput {
    /**
     * Format: int32
     * @description Number of folds. Default: 5.
     * @default 5
     */
    folds?: number;
    /**
     * Format: int32
     * @description Number of repetitions with other shuffles. Default: 1.
     * @default 1
     */
    repeats?: number;
    /**
     * Format: int32
     * @description Seed of the shuffles. Default: 7.
     * @default 7
     */
    seed?: number;
}
/** @description What is measured. */
export interface ExperimentSpecTemplateMetricsInput {
    /** @description Metric that is the score of the run, by its usual name such as roc_auc, f1 or rmse. */
    primary: string;
    /** @description Further metrics to report. Left out: none. */
    others?: string[];
    /** @description Metrics of the run's own, reported beside the others. They may be the primary one and stand in gates. Left out: none. */
    custom?: ExperimentSpecTemplateMetricsCustomEntryInput[];
}
export interface ExperimentSpecTemplateMetricsCustomEntryInput {
    /** @description Name of the metric. */
    name: string;
    /** @description Arithmetic (+ - * / and parentheses; min, max, abs, sqrt, log, exp) on the number of rows n, the metrics of the task by name and, for two classes, the counts tp, fp, tn and fn of the positive class. Such as 5*fn + fp. */
    expression: string;
    /**
     * @description Whether more or less of it is better.
     * @enum {string}
     */
    direction: "Maximize" | "Minimize";
}
export interface ExperimentSpecTemplateGateInput {
    /** @description A metric by its name, one of metrics.custom, parity_max_abs_error, or a measure of fairness: demographic_parity_difference, demographic_parity_ratio, equalized_odds_difference (the worst of all data.sensitive). */
    metric: string;
    /**
     * @description Rows that the metric was measured on. Default: Test.
     * @default Test
     * @enum {string}
     */
    split?: "Train" | "CV" | "Test";
    /** @description Least value that passes, in the unit of the metric. Left out: no lower bound. */
    min?: number;
    /** @description Greatest value that passes, in the unit of the metric. Left out: no upper bound. */
    max?: number;
}
/** @description How the report and the ModelVersion say which columns the model leans on. */
export interface ExperimentSpecTemplateExplainInput {
    /**
     * @description Permutation: how much worse the primary metric gets when a column is shuffled. SHAP: exact contributions of every column to every prediction, too; for trees and linear models only, and the manifest says so where there are none. Default: Permutation.
     * @default Permutation
     * @enum {string}
     */
    method?: "Permutation" | "SHAP";
    /**
     * Format: int32
     * @description Greatest number of test rows that are looked at. Default: 500.
     * @default 500
     */
    maxRows?: number;
}
/** @description Where the training runs. */
export interface ExperimentSpecTemplateBackendInput {
    /**
     * @description Kubernetes runs a Job in the namespace of the TrainingRun. Default: Kubernetes.
     * @default Kubernetes
     * @enum {string}
     */
    type?: "Kubernetes";
    /** @description Settings of the pod. */
    kubernetes?: ExperimentSpecTemplateBackendKubernetesInput;
}
/** @description Settings of the pod. */
export interface ExperimentSpecTemplateBackendKubernetesInput {
    /** @description Resources of the training container. Default: 500m of cpu and 512Mi of memory, at most 2Gi of it. */
    resources?: ExperimentSpecTemplateBackendKubernetesResourcesInput;
    /** @description Labels that the node must have. Left out: any node. */
    nodeSelector?: {
        [key: string]: string;
    };
    /** @description Taints that the pod accepts, as in a pod. Left out: none but those of spot. */
    tolerations?: ExperimentSpecTemplateBackendKubernetesTolerationInput[];
    /**
     * @description True lets the pod run on capacity that may be taken back at any time: it accepts the taints of spot nodes (GKE, AKS, trainyard.dev/spot) and prefers nodes with a label of spot capacity (those, EKS, Karpenter). A pod that is taken away counts as preempted. Default: false.
     * @default false
     */
    spot?: boolean;
    /** @description LocalQueue of Kueue in the namespace. The Job is made suspended, with the label kueue.x-k8s.io/queue-name, and runs while Kueue lets it. Left out means no queue. */
    queueName?: string;
    /** @description What is laid over the pod, by the rules of a strategic merge: maps by key, lists by name. Security context, restart policy, command, the mounts of the contract, and the variables TRAINYARD_* and AWS_* stay as they are. Left out: nothing. */
    podTemplate?: ExperimentSpecTemplateBackendKubernetesPodTemplateInput;
}
/** @description Resources of the training container. Default: 500m of cpu and 512Mi of memory, at most 2Gi of it. */
export interface ExperimentSpecTemplateBackendKubernetesResourcesInput {
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    requests?: {
        [key: string]: number | string;
    };
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    limits?: {
        [key: string]: number | string;
    };
}
export interface ExperimentSpecTemplateBackendKubernetesTolerationInput {
    /** @description Key of the taint. Left out, with the operator Exists: every key. */
    key?: string;
    /**
     * @description How key and value match. Left out: Equal.
     * @enum {string}
     */
    operator?: "Exists" | "Equal";
    /** @description Value of the taint, for the operator Equal. Left out: the empty value. */
    value?: string;
    /**
     * @description Effect of the taint. Left out: every effect.
     * @enum {string}
     */
    effect?: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
    /**
     * Format: int64
     * @description Seconds that a NoExecute taint is accepted. Left out: for ever.
     */
    tolerationSeconds?: number;
}
/** @description What is laid over the pod, by the rules of a strategic merge: maps by key, lists by name. Security context, restart policy, command, the mounts of the contract, and the variables TRAINYARD_* and AWS_* stay as they are. Left out: nothing. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateInput {
    /** @description Labels and annotations of the pod. Left out: those of Trainyard alone. */
    metadata?: ExperimentSpecTemplateBackendKubernetesPodTemplateMetadataInput;
    /** @description Fields of the pod. Left out: those of Trainyard alone. */
    spec?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecInput;
}
/** @description Labels and annotations of the pod. Left out: those of Trainyard alone. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateMetadataInput {
    /** @description Further labels. Those of Trainyard, of Jobs and of what manages the pod cannot be set. Left out: none. */
    labels?: {
        [key: string]: string;
    };
    /** @description Further annotations. Left out: none. */
    annotations?: {
        [key: string]: string;
    };
}
/** @description Fields of the pod. Left out: those of Trainyard alone. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecInput {
    /** @description ServiceAccount of the pod, for pull secrets and identities of a cloud. Its token for the API server is not mounted. Left out: default. */
    serviceAccountName?: string;
    /** @description PriorityClass of the pod. Left out: the default of the cluster. */
    priorityClassName?: string;
    /** @description RuntimeClass of the pod. Left out: the default of the node. */
    runtimeClassName?: string;
    /** @description Scheduler of the pod. Left out: the default of the cluster. */
    schedulerName?: string;
    /** @description Secrets with the credentials of image registries. Left out: those of the ServiceAccount. */
    imagePullSecrets?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecImagePullSecretInput[];
    /** @description Affinity of the pod, as in a pod: nodeAffinity, podAffinity, podAntiAffinity. Left out: none but that of spot. */
    affinity?: {
        [key: string]: unknown;
    };
    /** @description Further volumes, such as memory for /dev/shm. Left out: none. */
    volumes?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeInput[];
    /** @description What is added to the container. There is one, named trainer; a second one would keep the Job from ending. Left out: nothing. */
    containers?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerInput[];
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecImagePullSecretInput {
    /** @description Name of the Secret. */
    name: string;
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeInput {
    /** @description Name of the volume. */
    name: string;
    /** @description Space that ends with the pod. Left out: the volume is of another sort. */
    emptyDir?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeEmptyDirInput;
    /** @description A claim in the namespace. Left out: the volume is of another sort. */
    persistentVolumeClaim?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumePersistentVolumeClaimInput;
    /** @description A ConfigMap in the namespace. Left out: the volume is of another sort. */
    configMap?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeConfigMapInput;
    /** @description A Secret in the namespace. Left out: the volume is of another sort. */
    secret?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeSecretInput;
}
/** @description Space that ends with the pod. Left out: the volume is of another sort. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeEmptyDirInput {
    /**
     * @description Memory keeps it in memory that counts against the limit of the container. Left out: the disk of the node.
     * @enum {string}
     */
    medium?: "Memory";
    /** @description Greatest size, such as 256Mi. Left out: no limit of its own. */
    sizeLimit?: number | string;
}
/** @description A claim in the namespace. Left out: the volume is of another sort. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumePersistentVolumeClaimInput {
    /** @description Name of the claim. */
    claimName: string;
    /** @description True mounts it for reading only. Left out: false. */
    readOnly?: boolean;
}
/** @description A ConfigMap in the namespace. Left out: the volume is of another sort. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeConfigMapInput {
    /** @description Name of the ConfigMap. */
    name: string;
}
/** @description A Secret in the namespace. Left out: the volume is of another sort. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecVolumeSecretInput {
    /** @description Name of the Secret. */
    secretName: string;
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerInput {
    /**
     * @description Always trainer.
     * @enum {string}
     */
    name: "trainer";
    /** @description Further environment variables. Left out: none. */
    env?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryInput[];
    /** @description Where the further volumes are mounted. Left out: nowhere. */
    volumeMounts?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerVolumeMountInput[];
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryInput {
    /** @description Name of the variable. */
    name: string;
    /** @description Its value. Secrets belong into valueFrom. Left out: that of valueFrom, else the empty one. */
    value?: string;
    /** @description Where its value comes from. Left out: from value. */
    valueFrom?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromInput;
}
/** @description Where its value comes from. Left out: from value. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromInput {
    /** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
    secretKeyRef?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromSecretKeyRefInput;
    /** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
    configMapKeyRef?: ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromConfigMapKeyRefInput;
}
/** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromSecretKeyRefInput {
    /** @description Name of the object. */
    name: string;
    /** @description Key in it. */
    key: string;
    /** @description True leaves the variable out where there is no such key. Left out: false, and the pod waits for it. */
    optional?: boolean;
}
/** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromConfigMapKeyRefInput {
    /** @description Name of the object. */
    name: string;
    /** @description Key in it. */
    key: string;
    /** @description True leaves the variable out where there is no such key. Left out: false, and the pod waits for it. */
    optional?: boolean;
}
export interface ExperimentSpecTemplateBackendKubernetesPodTemplateSpecContainerVolumeMountInput {
    /** @description Name of the volume. */
    name: string;
    /** @description Folder in the container, from / on and without a slash at its end. */
    mountPath: string;
    /** @description Folder in the volume. Left out: the whole volume. */
    subPath?: string;
    /** @description True mounts it for reading only. Left out: false. */
    readOnly?: boolean;
}
/** @description How many pods train one model together. They start, fail and are tried again as one. Default: one pod. */
export interface ExperimentSpecTemplateDistributedInput {
    /**
     * @description None trains in one pod. Dask adds a pod that leads: its workers take the folds, XGBoost's final fit is shared by rows, those of scikit-learn by what they do in parallel. Torchrun gives the program of your image the environment of torchrun. Default: None.
     * @default None
     * @enum {string}
     */
    engine?: "None" | "Dask" | "Torchrun";
    /**
     * Format: int32
     * @description Pods that do the work, each with spec.backend's resources; with Dask the leading pod comes on top. Default: 1.
     * @default 1
     */
    workers?: number;
}
/** @description What happens after a failed attempt. Bad configuration, bad data, a failed gate and a failed parity check are never retried. */
export interface ExperimentSpecTemplateRetryPolicyInput {
    /**
     * Format: int32
     * @description Greatest number of attempts, the first included. Preemptions do not count. Default: 3.
     * @default 3
     */
    maxAttempts?: number;
    /**
     * Format: int32
     * @description Greatest number of preemptions before the run fails. Default: 10.
     * @default 10
     */
    maxPreemptions?: number;
    /**
     * @description Wait before the second attempt, doubled before each further one and capped at 30 minutes, such as 30s. Default: 30s.
     * @default 30s
     */
    backoff?: string;
}
/** @description How much of the work a launch keeps for the next one: XGBoost's trees, the epochs of mlp, and the finished folds of every algorithm. What was kept is not done again. */
export interface ExperimentSpecTemplateCheckpointInput {
    /**
     * @description False keeps nothing. Default: true.
     * @default true
     */
    enabled?: boolean;
    /**
     * @description Time between two checkpoints, such as 5m. A pod that is asked to stop keeps one more. Default: 5m.
     * @default 5m
     */
    every?: string;
}
/** @description Where the files of the run go. Left out: the operator's default. */
export interface ExperimentSpecTemplateOutputInput {
    /** @description Prefix in the model store, such as s3://models/. */
    uri: string;
}
/** @description The copy of the run in MLflow, where the operator has one configured. */
export interface ExperimentSpecTemplateMlflowInput {
    /**
     * @description False keeps the run, and the version that it makes, out of MLflow. Default: true.
     * @default true
     */
    enabled?: boolean;
    /** @description Experiment in MLflow that the run goes to, made if there is none. Left out: <namespace>/<model>. */
    experiment?: string;
}
export interface ExperimentSpecCandidateInput {
    /** @description Name of the candidate. */
    name: string;
    /** @description The model and its hyperparameters. */
    algorithm: ExperimentSpecCandidateAlgorithmInput;
    /** @description Hyperparameters to try, in one TrainingRun each; the best trial competes for the candidate. Left out: one trial of algorithm.parameters. */
    search?: ExperimentSpecCandidateSearchInput;
}
/** @description The model and its hyperparameters. */
export interface ExperimentSpecCandidateAlgorithmInput {
    /**
     * @description The model: xgboost is XGBoost's, custom is that of image, the others are scikit-learn's.
     * @enum {string}
     */
    name: "xgboost" | "randomForest" | "extraTrees" | "gradientBoosting" | "logistic" | "ridge" | "elasticNet" | "knn" | "svm" | "mlp" | "custom";
    /** @description Container image that trains instead of Trainyard's own, by the contract in docs/contract.md. Its user must be a number other than 0. A digest (@sha256:) makes sure that every launch runs the same. Needed for custom, and for no other. */
    image?: string;
    /** @description Hyperparameters by the library's own names. With a search these are the ones that stay the same; where both name one, the search's value counts. What is left out has the library's default; max_iter alone has 1000 with logistic and 500 with mlp. */
    parameters?: {
        [key: string]: unknown;
    };
}
/** @description Hyperparameters to try, in one TrainingRun each; the best trial competes for the candidate. Left out: one trial of algorithm.parameters. */
export interface ExperimentSpecCandidateSearchInput {
    /**
     * @description How the next values are chosen: TPE (Tree-structured Parzen Estimator) by the trials so far, Random by chance, Grid one point after the other, the last parameter changing fastest. Default: TPE.
     * @default TPE
     * @enum {string}
     */
    sampler?: "TPE" | "Random" | "Grid";
    /**
     * Format: int32
     * @description Number of trials of this candidate; a grid with fewer points ends earlier. Default: 10.
     * @default 10
     */
    maxTrials?: number;
    /** @description The hyperparameters to choose. Order counts: when names an earlier one, and a grid's last parameter changes fastest. */
    space: ExperimentSpecCandidateSearchSpaceEntryInput[];
}
export interface ExperimentSpecCandidateSearchSpaceEntryInput {
    /** @description Name of the hyperparameter by the library's own name. */
    name: string;
    /**
     * @description Int is a whole number, Float any number, Categorical one of values.
     * @enum {string}
     */
    type: "Int" | "Float" | "Categorical";
    /** @description Least value, in the unit of the hyperparameter. Needed for an Int and a Float. */
    min?: number;
    /** @description Greatest value, in the unit of the hyperparameter. Needed for an Int and a Float. */
    max?: number;
    /** @description Distance of neighbouring values, counted from min, in the unit of the hyperparameter. Left out: 1 for an Int, any value for a Float. */
    step?: number;
    /**
     * @description Log chooses the logarithm evenly: as many values from 0.01 to 0.1 as from 0.1 to 1. Default: Linear.
     * @default Linear
     * @enum {string}
     */
    scale?: "Linear" | "Log";
    /** @description The values of a Categorical: texts, numbers, booleans or lists of them. Needed for it, and for no other. */
    values?: unknown[];
    /** @description Chooses this parameter only where another one has one of some values: a nested space. Elsewhere algorithm.parameters counts, or the library's default. Left out: it is always chosen. */
    when?: ExperimentSpecCandidateSearchSpaceEntryWhenInput;
}
/** @description Chooses this parameter only where another one has one of some values: a nested space. Elsewhere algorithm.parameters counts, or the library's default. Left out: it is always chosen. */
export interface ExperimentSpecCandidateSearchSpaceEntryWhenInput {
    /** @description Name of an earlier parameter of the space. */
    parameter: string;
    /** @description Values of that parameter. */
    values: unknown[];
}
/** @description When a trial is given up that is not worth its end, by the scores of the folds that it has done. Only trials of one candidate are compared with each other. */
export interface ExperimentSpecEarlyStoppingInput {
    /**
     * @description Median gives up a trial whose mean over the folds done is worse than the median of what the finished trials had after as many folds. ASHA (asynchronous successive halving) lets only the best of each reductionFactor trials go on beyond minSteps folds, that times reductionFactor, and so on. Default: None.
     * @default None
     * @enum {string}
     */
    type?: "None" | "Median" | "ASHA";
    /**
     * Format: int32
     * @description Folds that every trial may do. Default: 1.
     * @default 1
     */
    minSteps?: number;
    /**
     * Format: int32
     * @description Finished trials of the candidate before Median gives up any. Default: 5.
     * @default 5
     */
    minTrials?: number;
    /**
     * Format: int32
     * @description For ASHA: trials of which one goes on. Default: 3.
     * @default 3
     */
    reductionFactor?: number;
}
/** @description What is found out besides the winner. */
export interface ExperimentSpecStudiesInput {
    /** @description Groups of columns. When the winner is known it is trained once more without each of them, on the same folds, to see what the group adds; nothing of it is registered. Empty: no such study. */
    featureGroups?: ExperimentSpecStudiesFeatureGroupInput[];
    /**
     * @description True tells for each search how much of the differences between its trials each hyperparameter explains (fANOVA). Default: false.
     * @default false
     */
    sensitivity?: boolean;
}
export interface ExperimentSpecStudiesFeatureGroupInput {
    /** @description Name of the group. */
    name: string;
    /** @description Columns of the data that belong to it. */
    columns: string[];
}
/** @description What all trials together may take; once it is spent no further trial begins, those under way are stopped, and the best so far wins. Left out: no limit. */
export interface ExperimentSpecBudgetInput {
    /** @description Longest time from the start of the experiment, such as 2h. Left out: no limit. */
    maxDuration?: string;
    /**
     * Format: int64
     * @description Seconds that the trials may take together at most, each from its start to its end. Left out: no limit.
     */
    maxBillableSeconds?: number;
}
/** @description How it is decided whether one candidate is better than another. */
export interface ExperimentSpecComparisonInput {
    /**
     * @description Test of the differences fold by fold. CorrectedResampledT is the t-test with the correction of Nadeau and Bengio for folds that share their training rows; over all pairs it is adjusted by Holm. Default: CorrectedResampledT.
     * @default CorrectedResampledT
     * @enum {string}
     */
    test?: "CorrectedResampledT";
    /**
     * @description Greatest probability, 0.0001 to 0.5, that any candidate is called better than another that it equals, over all pairs together. Default: 0.05.
     * @default 0.05
     */
    alpha?: number;
    /**
     * @description Differences up to it matter to nobody, in the unit of the metric: the region of practical equivalence. Default: 0.01.
     * @default 0.01
     */
    rope?: number;
    /** @description What decides, one after the other, between candidates of which none is proven to be worse than the best: the time of one row, the size of the model file, the greatest demographic parity difference, how easily people understand the model. Empty: the best score. */
    tieBreakers?: ("LatencyP99" | "ModelSize" | "Fairness" | "Explainability")[];
}
/** @description What happens with the best candidate. */
export interface ExperimentSpecWinnerInput {
    /**
     * @description IfGatesPass makes a ModelVersion of the best candidate if its gates held; Never makes none. Default: IfGatesPass.
     * @default IfGatesPass
     * @enum {string}
     */
    register?: "IfGatesPass" | "Never";
    /**
     * @description True makes a ModelVersion that no deployment may use before somebody approves it. Default: false.
     * @default false
     */
    approvalRequired?: boolean;
    /** @description Aliases that the winner's ModelVersion names: each then means this version, until a newer one names it. Left out: none. */
    aliases?: string[];
    /**
     * @description True names no winner, and registers none, unless one candidate is proven to be better than every other one that passed its gates. Default: false.
     * @default false
     */
    requireSignificance?: boolean;
}
/** @description How the competition stands. Written by the operator only. */
export interface ExperimentStatus {
    /**
     * Format: int64
     * @description Generation of the spec that this status is about.
     */
    observedGeneration?: number;
    /** @description Ready, Reconciling, Stalled, Succeeded, TrialsCompleted and WinnerSelected. */
    conditions?: ExperimentStatusCondition[];
    /**
     * Format: date-time
     * @description When the first trial was made.
     */
    startTime?: string;
    /**
     * Format: date-time
     * @description When the experiment ended.
     */
    completionTime?: string;
    /** @description Score of the best candidate with its standard deviation, for people. */
    score?: string;
    /** @description Digest of the folds that every ranked candidate was measured on. */
    foldsDigest?: string;
    /** @description Numbers of trials. */
    trials?: ExperimentStatusTrials;
    /** @description Trials with a score, best first; the first ten. */
    leaderboard?: ExperimentStatusLeaderboardEntry[];
    /** @description How each candidate stands. */
    candidates?: ExperimentStatusCandidate[];
    /** @description Every pair of candidates with a score, by the best trial of each; the better one first. */
    comparisons?: ExperimentStatusComparison[];
    /** @description Who won and why. */
    verdict?: ExperimentStatusVerdict;
    /** @description The run in MLflow that those of the trials are nested in; absent until one was found or made. Nothing waits for it. */
    mlflow?: ExperimentStatusMlflow;
    /** @description Trials that passed their gates and that no other one beats: none is better in score, latency, size or fairness without being worse in another. Best score first; the first ten. What any of them was not measured by does not count. */
    pareto?: ExperimentStatusParetoEntry[];
    /** @description What each group of spec.studies.featureGroups adds to the winner, largest first. */
    featureImpact?: ExperimentStatusFeatureImpactEntry[];
    /** @description How much of the differences between the trials of a search each hyperparameter explains, largest first; left out with fewer than four scores, or where all are the same. A parameter that not every trial had is left out. */
    sensitivity?: ExperimentStatusSensitivityEntry[];
    /** @description The ModelVersion about to be made, noted before it is made so that a crash cannot make two. */
    pendingVersion?: ExperimentStatusPendingVersion;
    /** @description The ModelVersion of the winner. */
    modelVersionRef?: ExperimentStatusModelVersionRef;
}
export interface ExperimentStatusCondition {
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
/** @description Numbers of trials. */
export interface ExperimentStatusTrials {
    /**
     * Format: int32
     * @description Trials wanted.
     */
    total?: number;
    /**
     * Format: int32
     * @description Trials under way.
     */
    running?: number;
    /**
     * Format: int32
     * @description Trials with a score.
     */
    succeeded?: number;
    /**
     * Format: int32
     * @description Trials without one.
     */
    failed?: number;
    /**
     * Format: int32
     * @description Trials that were given up early.
     */
    stopped?: number;
    /** @description Numbers for people, such as 2/3. */
    text?: string;
}
export interface ExperimentStatusLeaderboardEntry {
    /** @description Name of the candidate. */
    candidate: string;
    /** @description TrainingRun of the candidate. */
    trialRef: string;
    /** @description Its algorithm. */
    algorithm?: string;
    /** @description Mean of the metric over the folds, in the unit of the metric. */
    score: number;
    /** @description Standard deviation over the folds, in the unit of the metric. */
    stdDev?: number;
    /**
     * Format: int32
     * @description Number of folds.
     */
    n?: number;
    /** @description Whether its gates held. */
    gatesPassed?: boolean;
    /** @description Time of one row in the trainer, 99th percentile, in milliseconds. */
    latencyP99Ms?: number;
    /**
     * Format: int64
     * @description Size of the model file in bytes.
     */
    sizeBytes?: number;
    /** @description Greatest demographic parity difference over the sensitive columns, 0 to 1. */
    fairness?: number;
    /** @description The values that the search chose for it. */
    parameters?: {
        [key: string]: unknown;
    };
}
export interface ExperimentStatusCandidate {
    /** @description Name of the candidate. */
    name: string;
    /**
     * Format: int32
     * @description Trials wanted.
     */
    trials: number;
    /**
     * Format: int32
     * @description Trials under way.
     */
    running?: number;
    /**
     * Format: int32
     * @description Trials with a score.
     */
    succeeded?: number;
    /**
     * Format: int32
     * @description Trials without one.
     */
    failed?: number;
    /**
     * Format: int32
     * @description Trials that were given up early.
     */
    stopped?: number;
    /**
     * Format: int32
     * @description Number of points of its grid, once it is known.
     */
    gridSize?: number;
    /**
     * Format: int64
     * @description Seconds that its trials that ended took together, each from its start to its end.
     */
    seconds?: number;
    /** @description TrainingRun with its best score, which competes for it. */
    bestTrial?: string;
    /** @description Score of that trial, in the unit of the metric. */
    score?: number;
}
export interface ExperimentStatusComparison {
    /** @description Name of the candidate with the better score. */
    a: string;
    /** @description Name of the other one. */
    b: string;
    /** @description By how much a is better, in the unit of the metric. */
    meanDifference: number;
    /** @description Probability of a difference of this size between candidates that are equal, 0 to 1. */
    pValue?: number;
    /** @description The same, adjusted for the number of pairs (Holm), 0 to 1. */
    adjustedP?: number;
    /** @description Probability that a is better by more than spec.comparison.rope, 0 to 1. */
    probabilityBetter?: number;
    /** @description Probability that the two differ by no more than spec.comparison.rope, 0 to 1. */
    ropeProbability?: number;
    /** @description The same two on the rows that neither was trained on. Left out where their predictions cannot be compared. */
    holdout?: ExperimentStatusComparisonHoldout;
    /**
     * @description Better: adjustedP is below alpha. Equivalent: ropeProbability is 0.95 or more. NotTested: the folds do not vary, or one has no score.
     * @enum {string}
     */
    verdict: "Better" | "Equivalent" | "Undecided" | "NotTested";
}
/** @description The same two on the rows that neither was trained on. Left out where their predictions cannot be compared. */
export interface ExperimentStatusComparisonHoldout {
    /**
     * @description DeLong compares the areas under the ROC curve, for the objective roc_auc and two classes; McNemar the labels, by the exact p-value.
     * @enum {string}
     */
    test: "DeLong" | "McNemar";
    /** @description Of a minus b, -1 to 1: of the areas for DeLong, of the accuracies for McNemar. */
    difference: number;
    /** @description Probability of a difference of this size between candidates that are equal, 0 to 1. */
    pValue: number;
    /** @description The same, adjusted for the number of pairs (Holm), 0 to 1. */
    adjustedP: number;
    /**
     * Format: int32
     * @description Number of held-out rows.
     */
    rows: number;
}
/** @description Who won and why. */
export interface ExperimentStatusVerdict {
    /** @description Name of the candidate. */
    winner?: string;
    /** @description TrainingRun of the winner. */
    trialRef?: string;
    /** @description Why in one word. */
    reason?: string;
    /** @description Whether the winner is proven to be better than every other candidate that passed its gates. */
    significant?: boolean;
    /** @description Why in a sentence. */
    text?: string;
}
/** @description The run in MLflow that those of the trials are nested in; absent until one was found or made. Nothing waits for it. */
export interface ExperimentStatusMlflow {
    /** @description Experiment in MLflow that the run is in. */
    experimentId?: string;
    /** @description Run in MLflow. */
    runId?: string;
    /** @description Page of the run. */
    url?: string;
    /**
     * Format: date-time
     * @description When it was found or made. Seconds later it is looked for again: a request that nobody waited for any more may have made another one.
     */
    foundAt?: string;
    /** @description Digest of what was mirrored last: with the same one there is nothing to tell. */
    digest?: string;
    /** @description Why the mirror is behind; absent while it is not. */
    problem?: ExperimentStatusMlflowProblem;
}
/** @description Why the mirror is behind; absent while it is not. */
export interface ExperimentStatusMlflowProblem {
    /**
     * @description Why in one word: MlflowUnreachable and StoreUnreachable end by themselves, MlflowRefused does not.
     * @enum {string}
     */
    reason: "MlflowUnreachable" | "MlflowRefused" | "StoreUnreachable";
    /** @description Why in a sentence. */
    message: string;
}
export interface ExperimentStatusParetoEntry {
    /** @description Name of the candidate. */
    candidate: string;
    /** @description TrainingRun of the trial. */
    trialRef: string;
    /** @description Mean of the metric over the folds, in the unit of the metric. */
    score: number;
    /** @description Time of one row in the trainer, 99th percentile, in milliseconds. */
    latencyP99Ms?: number;
    /**
     * Format: int64
     * @description Size of the model file in bytes.
     */
    sizeBytes?: number;
    /** @description Greatest demographic parity difference over the sensitive columns, 0 to 1. */
    fairness?: number;
}
export interface ExperimentStatusFeatureImpactEntry {
    /** @description Name of the group. */
    group: string;
    /** @description TrainingRun without it. */
    trialRef: string;
    /** @description By how much the winner is better with the group than without it, in the unit of the metric. */
    delta?: number;
    /** @description Probability of a difference of this size if the group adds nothing, 0 to 1 (corrected resampled t-test, fold by fold). */
    pValue?: number;
    /** @description The same, adjusted for the number of groups (Holm), 0 to 1. */
    adjustedP?: number;
    /**
     * @description Helps and Harms: adjustedP is below spec.comparison.alpha. NotTested: the run has no score on the same folds, or the folds do not vary.
     * @enum {string}
     */
    verdict: "Helps" | "Harms" | "Unproven" | "NotTested";
    /** @description Why there is no score. */
    problem?: string;
}
export interface ExperimentStatusSensitivityEntry {
    /** @description Name of the candidate. */
    candidate: string;
    /** @description Name of the hyperparameter. */
    parameter: string;
    /** @description Share of the variance that it explains, 0 to 1; those of a candidate add up to 1, but for parameters beyond the first eight. */
    importance: number;
}
/** @description The ModelVersion about to be made, noted before it is made so that a crash cannot make two. */
export interface ExperimentStatusPendingVersion {
    /** @description Name of the ModelVersion. */
    name?: string;
    /** @description Digest of the manifest that it is made from. */
    manifestSha256?: string;
}
/** @description The ModelVersion of the winner. */
export interface ExperimentStatusModelVersionRef {
    /** @description Name of the ModelVersion. */
    name?: string;
}
