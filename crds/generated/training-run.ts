// Generated from crds/trainingruns.yaml by tools/generate. Do not edit: change the source and run `make generate`.
import type { ObjectMeta } from './metadata.ts';

/** One configuration trained once, to a verified artifact. Everything but suspend, stop and ttlAfterFinished is immutable - make a new TrainingRun to train again. As read back from the server: every default is filled in. */
export interface TrainingRun {
    apiVersion: 'trainyard.dev/v1alpha1';
    kind: 'TrainingRun';
    metadata: ObjectMeta;
    spec: TrainingRunSpec;
    /** Absent until the operator has seen the object. */
    status?: TrainingRunStatus;
}

/** One configuration trained once, to a verified artifact. Everything but suspend, stop and ttlAfterFinished is immutable - make a new TrainingRun to train again. As a user writes it: whatever has a default may be left out. */
export interface TrainingRunInput {
    apiVersion: 'trainyard.dev/v1alpha1';
    kind: 'TrainingRun';
    metadata: ObjectMeta;
    spec: TrainingRunSpecInput;
}

/** @description What to train, on which data, and what the result must reach to be registered. */
export interface TrainingRunSpec {
    /** @description Name of the model family. A registered version is named <model>-<n>. */
    model: string;
    /**
     * @description Kind of prediction.
     * @enum {string}
     */
    task: "BinaryClassification" | "MulticlassClassification" | "Regression";
    /** @description Where the rows come from, what must hold for them and how they are split. */
    data: TrainingRunSpecData;
    /** @description How raw columns become features. The fitted steps are part of the exported model, so serving cannot differ. */
    features: TrainingRunSpecFeatures;
    /** @description The model and its hyperparameters. */
    algorithm: TrainingRunSpecAlgorithm;
    /** @description Repeated k-fold cross-validation on the training rows; the whole pipeline is fitted anew in every fold. */
    crossValidation: TrainingRunSpecCrossValidation;
    /** @description What is measured. */
    metrics: TrainingRunSpecMetrics;
    /** @description Bounds that must all hold, else no ModelVersion is made. Left out: none. */
    gates?: TrainingRunSpecGate[];
    /** @description How the report and the ModelVersion say which columns the model leans on. */
    explain: TrainingRunSpecExplain;
    /** @description Where the training runs. */
    backend: TrainingRunSpecBackend;
    /** @description How many pods train one model together. They start, fail and are tried again as one. Default: one pod. */
    distributed: TrainingRunSpecDistributed;
    /** @description What happens after a failed attempt. Bad configuration, bad data, a failed gate and a failed parity check are never retried. */
    retryPolicy: TrainingRunSpecRetryPolicy;
    /** @description How much of the work a launch keeps for the next one: XGBoost's trees, the epochs of mlp, and the finished folds of every algorithm. What was kept is not done again. */
    checkpoint: TrainingRunSpecCheckpoint;
    /** @description Time that all attempts together may take, such as 4h; waiting in a queue counts. Left out means no limit. */
    activeDeadline?: string;
    /**
     * @description True ends the run for good: its pods are stopped, and what it measured so far stays in status. It cannot be taken back. Default: false.
     * @default false
     */
    stop: boolean;
    /**
     * @description True stops the pods and keeps the record; false goes on with a new attempt that does not count. Default: false.
     * @default false
     */
    suspend: boolean;
    /**
     * @description Time after the end when Job and pods are deleted, such as 24h. The record stays. Default: 24h.
     * @default 24h
     */
    ttlAfterFinished: string;
    /** @description Where the files of the run go. Left out: the operator's default. */
    output?: TrainingRunSpecOutput;
    /** @description The copy of the run in MLflow, where the operator has one configured. */
    mlflow: TrainingRunSpecMlflow;
    /** @description How a run that passed its gates becomes a ModelVersion. */
    register: TrainingRunSpecRegister;
}
/** @description Where the rows come from, what must hold for them and how they are split. */
export interface TrainingRunSpecData {
    /** @description The object that holds the table, or the folder whose objects do. */
    source: TrainingRunSpecDataSource;
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
    rules?: TrainingRunSpecDataRule[];
    /** @description How rows are held out for the test metrics. The split depends on the data and these values only, so every algorithm is tested on the same rows. */
    split: TrainingRunSpecDataSplit;
}
/** @description The object that holds the table, or the folder whose objects do. */
export interface TrainingRunSpecDataSource {
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
    secretRef?: TrainingRunSpecDataSourceSecretRef;
}
/** @description Secret in the same namespace with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where needed, AWS_ENDPOINT_URL and AWS_REGION. Left out means the credentials of the model store. */
export interface TrainingRunSpecDataSourceSecretRef {
    /** @description Name of the Secret. */
    name: string;
}
export interface TrainingRunSpecDataRule {
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
    rowCount?: TrainingRunSpecDataRuleRowCount;
}
/** @description Bounds of the number of rows in the table. Left out: the rule is about a column. */
export interface TrainingRunSpecDataRuleRowCount {
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
export interface TrainingRunSpecDataSplit {
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
export interface TrainingRunSpecFeatures {
    /** @description Steps for numeric columns. */
    numeric: TrainingRunSpecFeaturesNumeric;
    /** @description Steps for text columns. */
    categorical: TrainingRunSpecFeaturesCategorical;
    /**
     * @description True keeps the fitted feature steps in the model store, and takes those of an earlier run of the namespace that fitted the same steps on the same rows of the same data. The model is the same, to the byte. Default: false.
     * @default false
     */
    reuse: boolean;
    /** @description Keeps the columns that a statistical test connects with the target: chi2, ANOVA F, Kruskal-Wallis, Pearson or Spearman by the types of both, corrected by Holm over all columns, on the training rows of each fold. Left out means that all columns are used. The exported model takes all columns all the same, and reads the kept ones. */
    select?: TrainingRunSpecFeaturesSelect;
}
/** @description Steps for numeric columns. */
export interface TrainingRunSpecFeaturesNumeric {
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
export interface TrainingRunSpecFeaturesCategorical {
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
export interface TrainingRunSpecFeaturesSelect {
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
/** @description The model and its hyperparameters. */
export interface TrainingRunSpecAlgorithm {
    /**
     * @description The model: xgboost is XGBoost's, custom is that of image, the others are scikit-learn's.
     * @enum {string}
     */
    name: "xgboost" | "randomForest" | "extraTrees" | "gradientBoosting" | "logistic" | "ridge" | "elasticNet" | "knn" | "svm" | "mlp" | "custom";
    /** @description Container image that trains instead of Trainyard's own, by the contract in docs/contract.md. Its user must be a number other than 0. A digest (@sha256:) makes sure that every launch runs the same. Needed for custom, and for no other. */
    image?: string;
    /** @description Hyperparameters by the library's own names. A name that the library does not know stops the run as UnknownParameter. For custom they are what its program makes of them. What is left out has the library's default; max_iter alone has 1000 with logistic and 500 with mlp. */
    parameters?: {
        [key: string]: unknown;
    };
}
/** @description Repeated k-fold cross-validation on the training rows; the whole pipeline is fitted anew in every fold. */
export interface TrainingRunSpecCrossValidation {
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
export interface TrainingRunSpecMetrics {
    /** @description Metric that is the score of the run, by its usual name such as roc_auc, f1 or rmse. */
    primary: string;
    /** @description Further metrics to report. Left out: none. */
    others?: string[];
    /** @description Metrics of the run's own, reported beside the others. They may be the primary one and stand in gates. Left out: none. */
    custom?: TrainingRunSpecMetricsCustomEntry[];
}
export interface TrainingRunSpecMetricsCustomEntry {
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
export interface TrainingRunSpecGate {
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
export interface TrainingRunSpecExplain {
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
export interface TrainingRunSpecBackend {
    /**
     * @description Kubernetes runs a Job in the namespace of the TrainingRun. Default: Kubernetes.
     * @default Kubernetes
     * @enum {string}
     */
    type: "Kubernetes";
    /** @description Settings of the pod. */
    kubernetes: TrainingRunSpecBackendKubernetes;
}
/** @description Settings of the pod. */
export interface TrainingRunSpecBackendKubernetes {
    /** @description Resources of the training container. Default: 500m of cpu and 512Mi of memory, at most 2Gi of it. */
    resources: TrainingRunSpecBackendKubernetesResources;
    /** @description Labels that the node must have. Left out: any node. */
    nodeSelector?: {
        [key: string]: string;
    };
    /** @description Taints that the pod accepts, as in a pod. Left out: none but those of spot. */
    tolerations?: TrainingRunSpecBackendKubernetesToleration[];
    /**
     * @description True lets the pod run on capacity that may be taken back at any time: it accepts the taints of spot nodes (GKE, AKS, trainyard.dev/spot) and prefers nodes with a label of spot capacity (those, EKS, Karpenter). A pod that is taken away counts as preempted. Default: false.
     * @default false
     */
    spot: boolean;
    /** @description LocalQueue of Kueue in the namespace. The Job is made suspended, with the label kueue.x-k8s.io/queue-name, and runs while Kueue lets it. Left out means no queue. */
    queueName?: string;
    /** @description What is laid over the pod, by the rules of a strategic merge: maps by key, lists by name. Security context, restart policy, command, the mounts of the contract, and the variables TRAINYARD_* and AWS_* stay as they are. Left out: nothing. */
    podTemplate?: TrainingRunSpecBackendKubernetesPodTemplate;
}
/** @description Resources of the training container. Default: 500m of cpu and 512Mi of memory, at most 2Gi of it. */
export interface TrainingRunSpecBackendKubernetesResources {
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    requests?: {
        [key: string]: number | string;
    };
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    limits?: {
        [key: string]: number | string;
    };
}
export interface TrainingRunSpecBackendKubernetesToleration {
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
export interface TrainingRunSpecBackendKubernetesPodTemplate {
    /** @description Labels and annotations of the pod. Left out: those of Trainyard alone. */
    metadata?: TrainingRunSpecBackendKubernetesPodTemplateMetadata;
    /** @description Fields of the pod. Left out: those of Trainyard alone. */
    spec?: TrainingRunSpecBackendKubernetesPodTemplateSpec;
}
/** @description Labels and annotations of the pod. Left out: those of Trainyard alone. */
export interface TrainingRunSpecBackendKubernetesPodTemplateMetadata {
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
export interface TrainingRunSpecBackendKubernetesPodTemplateSpec {
    /** @description ServiceAccount of the pod, for pull secrets and identities of a cloud. Its token for the API server is not mounted. Left out: default. */
    serviceAccountName?: string;
    /** @description PriorityClass of the pod. Left out: the default of the cluster. */
    priorityClassName?: string;
    /** @description RuntimeClass of the pod. Left out: the default of the node. */
    runtimeClassName?: string;
    /** @description Scheduler of the pod. Left out: the default of the cluster. */
    schedulerName?: string;
    /** @description Secrets with the credentials of image registries. Left out: those of the ServiceAccount. */
    imagePullSecrets?: TrainingRunSpecBackendKubernetesPodTemplateSpecImagePullSecret[];
    /** @description Affinity of the pod, as in a pod: nodeAffinity, podAffinity, podAntiAffinity. Left out: none but that of spot. */
    affinity?: {
        [key: string]: unknown;
    };
    /** @description Further volumes, such as memory for /dev/shm. Left out: none. */
    volumes?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolume[];
    /** @description What is added to the container. There is one, named trainer; a second one would keep the Job from ending. Left out: nothing. */
    containers?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainer[];
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecImagePullSecret {
    /** @description Name of the Secret. */
    name: string;
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolume {
    /** @description Name of the volume. */
    name: string;
    /** @description Space that ends with the pod. Left out: the volume is of another sort. */
    emptyDir?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeEmptyDir;
    /** @description A claim in the namespace. Left out: the volume is of another sort. */
    persistentVolumeClaim?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumePersistentVolumeClaim;
    /** @description A ConfigMap in the namespace. Left out: the volume is of another sort. */
    configMap?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeConfigMap;
    /** @description A Secret in the namespace. Left out: the volume is of another sort. */
    secret?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeSecret;
}
/** @description Space that ends with the pod. Left out: the volume is of another sort. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeEmptyDir {
    /**
     * @description Memory keeps it in memory that counts against the limit of the container. Left out: the disk of the node.
     * @enum {string}
     */
    medium?: "Memory";
    /** @description Greatest size, such as 256Mi. Left out: no limit of its own. */
    sizeLimit?: number | string;
}
/** @description A claim in the namespace. Left out: the volume is of another sort. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumePersistentVolumeClaim {
    /** @description Name of the claim. */
    claimName: string;
    /** @description True mounts it for reading only. Left out: false. */
    readOnly?: boolean;
}
/** @description A ConfigMap in the namespace. Left out: the volume is of another sort. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeConfigMap {
    /** @description Name of the ConfigMap. */
    name: string;
}
/** @description A Secret in the namespace. Left out: the volume is of another sort. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeSecret {
    /** @description Name of the Secret. */
    secretName: string;
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainer {
    /**
     * @description Always trainer.
     * @enum {string}
     */
    name: "trainer";
    /** @description Further environment variables. Left out: none. */
    env?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntry[];
    /** @description Where the further volumes are mounted. Left out: nowhere. */
    volumeMounts?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerVolumeMount[];
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntry {
    /** @description Name of the variable. */
    name: string;
    /** @description Its value. Secrets belong into valueFrom. Left out: that of valueFrom, else the empty one. */
    value?: string;
    /** @description Where its value comes from. Left out: from value. */
    valueFrom?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFrom;
}
/** @description Where its value comes from. Left out: from value. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFrom {
    /** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
    secretKeyRef?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromSecretKeyRef;
    /** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
    configMapKeyRef?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromConfigMapKeyRef;
}
/** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromSecretKeyRef {
    /** @description Name of the object. */
    name: string;
    /** @description Key in it. */
    key: string;
    /** @description True leaves the variable out where there is no such key. Left out: false, and the pod waits for it. */
    optional?: boolean;
}
/** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromConfigMapKeyRef {
    /** @description Name of the object. */
    name: string;
    /** @description Key in it. */
    key: string;
    /** @description True leaves the variable out where there is no such key. Left out: false, and the pod waits for it. */
    optional?: boolean;
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerVolumeMount {
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
export interface TrainingRunSpecDistributed {
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
export interface TrainingRunSpecRetryPolicy {
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
export interface TrainingRunSpecCheckpoint {
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
export interface TrainingRunSpecOutput {
    /** @description Prefix in the model store, such as s3://models/. */
    uri: string;
}
/** @description The copy of the run in MLflow, where the operator has one configured. */
export interface TrainingRunSpecMlflow {
    /**
     * @description False keeps the run, and the version that it makes, out of MLflow. Default: true.
     * @default true
     */
    enabled: boolean;
    /** @description Experiment in MLflow that the run goes to, made if there is none. Left out: <namespace>/<model>. */
    experiment?: string;
}
/** @description How a run that passed its gates becomes a ModelVersion. */
export interface TrainingRunSpecRegister {
    /**
     * @description False keeps the artifact and makes no ModelVersion. Default: true.
     * @default true
     */
    enabled: boolean;
    /**
     * @description True makes a ModelVersion that no deployment may use before somebody approves it. Default: false.
     * @default false
     */
    approvalRequired: boolean;
    /** @description Aliases that the ModelVersion names: each then means this version, until a newer one names it. Left out: none. */
    aliases?: string[];
    /** @description Labels that the ModelVersion gets. Left out: none but those of Trainyard. */
    labels?: {
        [key: string]: string;
    };
}
/** @description What to train, on which data, and what the result must reach to be registered. */
export interface TrainingRunSpecInput {
    /** @description Name of the model family. A registered version is named <model>-<n>. */
    model: string;
    /**
     * @description Kind of prediction.
     * @enum {string}
     */
    task: "BinaryClassification" | "MulticlassClassification" | "Regression";
    /** @description Where the rows come from, what must hold for them and how they are split. */
    data: TrainingRunSpecDataInput;
    /** @description How raw columns become features. The fitted steps are part of the exported model, so serving cannot differ. */
    features?: TrainingRunSpecFeaturesInput;
    /** @description The model and its hyperparameters. */
    algorithm: TrainingRunSpecAlgorithmInput;
    /** @description Repeated k-fold cross-validation on the training rows; the whole pipeline is fitted anew in every fold. */
    crossValidation?: TrainingRunSpecCrossValidationInput;
    /** @description What is measured. */
    metrics: TrainingRunSpecMetricsInput;
    /** @description Bounds that must all hold, else no ModelVersion is made. Left out: none. */
    gates?: TrainingRunSpecGateInput[];
    /** @description How the report and the ModelVersion say which columns the model leans on. */
    explain?: TrainingRunSpecExplainInput;
    /** @description Where the training runs. */
    backend?: TrainingRunSpecBackendInput;
    /** @description How many pods train one model together. They start, fail and are tried again as one. Default: one pod. */
    distributed?: TrainingRunSpecDistributedInput;
    /** @description What happens after a failed attempt. Bad configuration, bad data, a failed gate and a failed parity check are never retried. */
    retryPolicy?: TrainingRunSpecRetryPolicyInput;
    /** @description How much of the work a launch keeps for the next one: XGBoost's trees, the epochs of mlp, and the finished folds of every algorithm. What was kept is not done again. */
    checkpoint?: TrainingRunSpecCheckpointInput;
    /** @description Time that all attempts together may take, such as 4h; waiting in a queue counts. Left out means no limit. */
    activeDeadline?: string;
    /**
     * @description True ends the run for good: its pods are stopped, and what it measured so far stays in status. It cannot be taken back. Default: false.
     * @default false
     */
    stop?: boolean;
    /**
     * @description True stops the pods and keeps the record; false goes on with a new attempt that does not count. Default: false.
     * @default false
     */
    suspend?: boolean;
    /**
     * @description Time after the end when Job and pods are deleted, such as 24h. The record stays. Default: 24h.
     * @default 24h
     */
    ttlAfterFinished?: string;
    /** @description Where the files of the run go. Left out: the operator's default. */
    output?: TrainingRunSpecOutputInput;
    /** @description The copy of the run in MLflow, where the operator has one configured. */
    mlflow?: TrainingRunSpecMlflowInput;
    /** @description How a run that passed its gates becomes a ModelVersion. */
    register?: TrainingRunSpecRegisterInput;
}
/** @description Where the rows come from, what must hold for them and how they are split. */
export interface TrainingRunSpecDataInput {
    /** @description The object that holds the table, or the folder whose objects do. */
    source: TrainingRunSpecDataSourceInput;
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
    rules?: TrainingRunSpecDataRuleInput[];
    /** @description How rows are held out for the test metrics. The split depends on the data and these values only, so every algorithm is tested on the same rows. */
    split?: TrainingRunSpecDataSplitInput;
}
/** @description The object that holds the table, or the folder whose objects do. */
export interface TrainingRunSpecDataSourceInput {
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
    secretRef?: TrainingRunSpecDataSourceSecretRefInput;
}
/** @description Secret in the same namespace with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where needed, AWS_ENDPOINT_URL and AWS_REGION. Left out means the credentials of the model store. */
export interface TrainingRunSpecDataSourceSecretRefInput {
    /** @description Name of the Secret. */
    name: string;
}
export interface TrainingRunSpecDataRuleInput {
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
    rowCount?: TrainingRunSpecDataRuleRowCountInput;
}
/** @description Bounds of the number of rows in the table. Left out: the rule is about a column. */
export interface TrainingRunSpecDataRuleRowCountInput {
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
export interface TrainingRunSpecDataSplitInput {
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
export interface TrainingRunSpecFeaturesInput {
    /** @description Steps for numeric columns. */
    numeric?: TrainingRunSpecFeaturesNumericInput;
    /** @description Steps for text columns. */
    categorical?: TrainingRunSpecFeaturesCategoricalInput;
    /**
     * @description True keeps the fitted feature steps in the model store, and takes those of an earlier run of the namespace that fitted the same steps on the same rows of the same data. The model is the same, to the byte. Default: false.
     * @default false
     */
    reuse?: boolean;
    /** @description Keeps the columns that a statistical test connects with the target: chi2, ANOVA F, Kruskal-Wallis, Pearson or Spearman by the types of both, corrected by Holm over all columns, on the training rows of each fold. Left out means that all columns are used. The exported model takes all columns all the same, and reads the kept ones. */
    select?: TrainingRunSpecFeaturesSelectInput;
}
/** @description Steps for numeric columns. */
export interface TrainingRunSpecFeaturesNumericInput {
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
export interface TrainingRunSpecFeaturesCategoricalInput {
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
export interface TrainingRunSpecFeaturesSelectInput {
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
/** @description The model and its hyperparameters. */
export interface TrainingRunSpecAlgorithmInput {
    /**
     * @description The model: xgboost is XGBoost's, custom is that of image, the others are scikit-learn's.
     * @enum {string}
     */
    name: "xgboost" | "randomForest" | "extraTrees" | "gradientBoosting" | "logistic" | "ridge" | "elasticNet" | "knn" | "svm" | "mlp" | "custom";
    /** @description Container image that trains instead of Trainyard's own, by the contract in docs/contract.md. Its user must be a number other than 0. A digest (@sha256:) makes sure that every launch runs the same. Needed for custom, and for no other. */
    image?: string;
    /** @description Hyperparameters by the library's own names. A name that the library does not know stops the run as UnknownParameter. For custom they are what its program makes of them. What is left out has the library's default; max_iter alone has 1000 with logistic and 500 with mlp. */
    parameters?: {
        [key: string]: unknown;
    };
}
/** @description Repeated k-fold cross-validation on the training rows; the whole pipeline is fitted anew in every fold. */
export interface TrainingRunSpecCrossValidationInput {
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
export interface TrainingRunSpecMetricsInput {
    /** @description Metric that is the score of the run, by its usual name such as roc_auc, f1 or rmse. */
    primary: string;
    /** @description Further metrics to report. Left out: none. */
    others?: string[];
    /** @description Metrics of the run's own, reported beside the others. They may be the primary one and stand in gates. Left out: none. */
    custom?: TrainingRunSpecMetricsCustomEntryInput[];
}
export interface TrainingRunSpecMetricsCustomEntryInput {
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
export interface TrainingRunSpecGateInput {
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
export interface TrainingRunSpecExplainInput {
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
export interface TrainingRunSpecBackendInput {
    /**
     * @description Kubernetes runs a Job in the namespace of the TrainingRun. Default: Kubernetes.
     * @default Kubernetes
     * @enum {string}
     */
    type?: "Kubernetes";
    /** @description Settings of the pod. */
    kubernetes?: TrainingRunSpecBackendKubernetesInput;
}
/** @description Settings of the pod. */
export interface TrainingRunSpecBackendKubernetesInput {
    /** @description Resources of the training container. Default: 500m of cpu and 512Mi of memory, at most 2Gi of it. */
    resources?: TrainingRunSpecBackendKubernetesResourcesInput;
    /** @description Labels that the node must have. Left out: any node. */
    nodeSelector?: {
        [key: string]: string;
    };
    /** @description Taints that the pod accepts, as in a pod. Left out: none but those of spot. */
    tolerations?: TrainingRunSpecBackendKubernetesTolerationInput[];
    /**
     * @description True lets the pod run on capacity that may be taken back at any time: it accepts the taints of spot nodes (GKE, AKS, trainyard.dev/spot) and prefers nodes with a label of spot capacity (those, EKS, Karpenter). A pod that is taken away counts as preempted. Default: false.
     * @default false
     */
    spot?: boolean;
    /** @description LocalQueue of Kueue in the namespace. The Job is made suspended, with the label kueue.x-k8s.io/queue-name, and runs while Kueue lets it. Left out means no queue. */
    queueName?: string;
    /** @description What is laid over the pod, by the rules of a strategic merge: maps by key, lists by name. Security context, restart policy, command, the mounts of the contract, and the variables TRAINYARD_* and AWS_* stay as they are. Left out: nothing. */
    podTemplate?: TrainingRunSpecBackendKubernetesPodTemplateInput;
}
/** @description Resources of the training container. Default: 500m of cpu and 512Mi of memory, at most 2Gi of it. */
export interface TrainingRunSpecBackendKubernetesResourcesInput {
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    requests?: {
        [key: string]: number | string;
    };
    /** @description Quantities by resource name, such as 500m of cpu or 1Gi of memory. Left out: none, as in a pod. */
    limits?: {
        [key: string]: number | string;
    };
}
export interface TrainingRunSpecBackendKubernetesTolerationInput {
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
export interface TrainingRunSpecBackendKubernetesPodTemplateInput {
    /** @description Labels and annotations of the pod. Left out: those of Trainyard alone. */
    metadata?: TrainingRunSpecBackendKubernetesPodTemplateMetadataInput;
    /** @description Fields of the pod. Left out: those of Trainyard alone. */
    spec?: TrainingRunSpecBackendKubernetesPodTemplateSpecInput;
}
/** @description Labels and annotations of the pod. Left out: those of Trainyard alone. */
export interface TrainingRunSpecBackendKubernetesPodTemplateMetadataInput {
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
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecInput {
    /** @description ServiceAccount of the pod, for pull secrets and identities of a cloud. Its token for the API server is not mounted. Left out: default. */
    serviceAccountName?: string;
    /** @description PriorityClass of the pod. Left out: the default of the cluster. */
    priorityClassName?: string;
    /** @description RuntimeClass of the pod. Left out: the default of the node. */
    runtimeClassName?: string;
    /** @description Scheduler of the pod. Left out: the default of the cluster. */
    schedulerName?: string;
    /** @description Secrets with the credentials of image registries. Left out: those of the ServiceAccount. */
    imagePullSecrets?: TrainingRunSpecBackendKubernetesPodTemplateSpecImagePullSecretInput[];
    /** @description Affinity of the pod, as in a pod: nodeAffinity, podAffinity, podAntiAffinity. Left out: none but that of spot. */
    affinity?: {
        [key: string]: unknown;
    };
    /** @description Further volumes, such as memory for /dev/shm. Left out: none. */
    volumes?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeInput[];
    /** @description What is added to the container. There is one, named trainer; a second one would keep the Job from ending. Left out: nothing. */
    containers?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerInput[];
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecImagePullSecretInput {
    /** @description Name of the Secret. */
    name: string;
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeInput {
    /** @description Name of the volume. */
    name: string;
    /** @description Space that ends with the pod. Left out: the volume is of another sort. */
    emptyDir?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeEmptyDirInput;
    /** @description A claim in the namespace. Left out: the volume is of another sort. */
    persistentVolumeClaim?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumePersistentVolumeClaimInput;
    /** @description A ConfigMap in the namespace. Left out: the volume is of another sort. */
    configMap?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeConfigMapInput;
    /** @description A Secret in the namespace. Left out: the volume is of another sort. */
    secret?: TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeSecretInput;
}
/** @description Space that ends with the pod. Left out: the volume is of another sort. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeEmptyDirInput {
    /**
     * @description Memory keeps it in memory that counts against the limit of the container. Left out: the disk of the node.
     * @enum {string}
     */
    medium?: "Memory";
    /** @description Greatest size, such as 256Mi. Left out: no limit of its own. */
    sizeLimit?: number | string;
}
/** @description A claim in the namespace. Left out: the volume is of another sort. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumePersistentVolumeClaimInput {
    /** @description Name of the claim. */
    claimName: string;
    /** @description True mounts it for reading only. Left out: false. */
    readOnly?: boolean;
}
/** @description A ConfigMap in the namespace. Left out: the volume is of another sort. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeConfigMapInput {
    /** @description Name of the ConfigMap. */
    name: string;
}
/** @description A Secret in the namespace. Left out: the volume is of another sort. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecVolumeSecretInput {
    /** @description Name of the Secret. */
    secretName: string;
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerInput {
    /**
     * @description Always trainer.
     * @enum {string}
     */
    name: "trainer";
    /** @description Further environment variables. Left out: none. */
    env?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryInput[];
    /** @description Where the further volumes are mounted. Left out: nowhere. */
    volumeMounts?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerVolumeMountInput[];
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryInput {
    /** @description Name of the variable. */
    name: string;
    /** @description Its value. Secrets belong into valueFrom. Left out: that of valueFrom, else the empty one. */
    value?: string;
    /** @description Where its value comes from. Left out: from value. */
    valueFrom?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromInput;
}
/** @description Where its value comes from. Left out: from value. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromInput {
    /** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
    secretKeyRef?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromSecretKeyRefInput;
    /** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
    configMapKeyRef?: TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromConfigMapKeyRefInput;
}
/** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromSecretKeyRefInput {
    /** @description Name of the object. */
    name: string;
    /** @description Key in it. */
    key: string;
    /** @description True leaves the variable out where there is no such key. Left out: false, and the pod waits for it. */
    optional?: boolean;
}
/** @description One key of a Secret (secretKeyRef) or ConfigMap (configMapKeyRef) in the namespace. Left out: the other of the two is given. */
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerEnvEntryValueFromConfigMapKeyRefInput {
    /** @description Name of the object. */
    name: string;
    /** @description Key in it. */
    key: string;
    /** @description True leaves the variable out where there is no such key. Left out: false, and the pod waits for it. */
    optional?: boolean;
}
export interface TrainingRunSpecBackendKubernetesPodTemplateSpecContainerVolumeMountInput {
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
export interface TrainingRunSpecDistributedInput {
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
export interface TrainingRunSpecRetryPolicyInput {
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
export interface TrainingRunSpecCheckpointInput {
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
export interface TrainingRunSpecOutputInput {
    /** @description Prefix in the model store, such as s3://models/. */
    uri: string;
}
/** @description The copy of the run in MLflow, where the operator has one configured. */
export interface TrainingRunSpecMlflowInput {
    /**
     * @description False keeps the run, and the version that it makes, out of MLflow. Default: true.
     * @default true
     */
    enabled?: boolean;
    /** @description Experiment in MLflow that the run goes to, made if there is none. Left out: <namespace>/<model>. */
    experiment?: string;
}
/** @description How a run that passed its gates becomes a ModelVersion. */
export interface TrainingRunSpecRegisterInput {
    /**
     * @description False keeps the artifact and makes no ModelVersion. Default: true.
     * @default true
     */
    enabled?: boolean;
    /**
     * @description True makes a ModelVersion that no deployment may use before somebody approves it. Default: false.
     * @default false
     */
    approvalRequired?: boolean;
    /** @description Aliases that the ModelVersion names: each then means this version, until a newer one names it. Left out: none. */
    aliases?: string[];
    /** @description Labels that the ModelVersion gets. Left out: none but those of Trainyard. */
    labels?: {
        [key: string]: string;
    };
}
/** @description What is known of the run. Written by the operator only. */
export interface TrainingRunStatus {
    /**
     * Format: int64
     * @description Generation of the spec that this status is about.
     */
    observedGeneration?: number;
    /** @description Ready, Reconciling, Stalled, Succeeded, DataValidated, GatesPassed and Suspended. */
    conditions?: TrainingRunStatusCondition[];
    /**
     * Format: int32
     * @description Number of the current or last attempt that counts, from 1.
     */
    attempt?: number;
    /**
     * Format: int32
     * @description How often a pod was taken away by the cluster.
     */
    preemptions?: number;
    /**
     * Format: int32
     * @description Number of Jobs made so far; the Job of a launch is named by it.
     */
    launches?: number;
    /**
     * Format: date-time
     * @description When the next attempt starts.
     */
    nextAttemptAt?: string;
    /**
     * Format: date-time
     * @description When the first pod was asked for.
     */
    startTime?: string;
    /**
     * Format: date-time
     * @description When the run ended.
     */
    completionTime?: string;
    /** @description The run in MLflow that mirrors this one; absent until one was found or made. Nothing waits for it. */
    mlflow?: TrainingRunStatusMlflow;
    /** @description Primary metric on the test rows, for people. */
    score?: string;
    /** @description Command that shows the log. */
    logsHint?: string;
    /** @description The Job of the current or last attempt. */
    job?: TrainingRunStatusJob;
    /** @description How far the current or last launch is, by what its trainer reported; left out while nothing was heard. A run with a result is at 100 percent. */
    progress?: TrainingRunStatusProgress;
    /** @description The newest checkpoint that a trainer told of. */
    checkpoint?: TrainingRunStatusCheckpoint;
    /** @description What the trainer did and when: as it reported while it worked, and as its manifest says once that was read. */
    stages?: TrainingRunStatusStage[];
    /** @description The snapshot that was trained on. */
    data?: TrainingRunStatusData;
    /** @description The fitted feature steps. */
    features?: TrainingRunStatusFeatures;
    /** @description Measured metrics. */
    metrics?: TrainingRunStatusMetric[];
    /** @description Primary metric of every fold, in the unit of the metric and in the order of the folds; while the run goes on, of those that are done. */
    foldScores?: number[];
    /** @description The file with the model's predictions for the test rows, by which candidates of an Experiment are compared row by row; left out for regression, and where the manifest of an own image names none. */
    holdout?: TrainingRunStatusHoldout;
    /** @description Time of one row in the trainer, 99th percentile, in milliseconds. */
    latencyP99Ms?: number;
    /** @description Greatest demographic parity difference over the sensitive columns on the test rows, 0 to 1; for two classes. */
    fairness?: number;
    /** @description The gates and how they came out. */
    gates?: TrainingRunStatusGate[];
    /** @description The model file. */
    artifact?: TrainingRunStatusArtifact;
    /** @description The record that the trainer wrote beside the model. */
    manifest?: TrainingRunStatusManifest;
    /** @description The report for people. */
    report?: TrainingRunStatusReport;
    /** @description The ModelVersion about to be made, noted before it is made so that a crash cannot make two. */
    pendingVersion?: TrainingRunStatusPendingVersion;
    /** @description The ModelVersion that was made. */
    modelVersionRef?: TrainingRunStatusModelVersionRef;
}
export interface TrainingRunStatusCondition {
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
/** @description The run in MLflow that mirrors this one; absent until one was found or made. Nothing waits for it. */
export interface TrainingRunStatusMlflow {
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
    problem?: TrainingRunStatusMlflowProblem;
}
/** @description Why the mirror is behind; absent while it is not. */
export interface TrainingRunStatusMlflowProblem {
    /**
     * @description Why in one word: MlflowUnreachable and StoreUnreachable end by themselves, MlflowRefused does not.
     * @enum {string}
     */
    reason: "MlflowUnreachable" | "MlflowRefused" | "StoreUnreachable";
    /** @description Why in a sentence. */
    message: string;
}
/** @description The Job of the current or last attempt. */
export interface TrainingRunStatusJob {
    /** @description Kind of the job. */
    kind?: string;
    /** @description Name of the job. */
    name?: string;
}
/** @description How far the current or last launch is, by what its trainer reported; left out while nothing was heard. A run with a result is at 100 percent. */
export interface TrainingRunStatusProgress {
    /**
     * Format: int32
     * @description Share of the work that is done, in percent. It never goes back within a launch, unless a queue takes its place away.
     */
    percent: number;
    /** @description Stage under way, or the last one. */
    stage: string;
    /** @description Where the stage stands. */
    message?: string;
    /**
     * Format: int64
     * @description Steps done in the stage, such as trees or epochs.
     */
    step?: number;
    /** @description Stage and percent, for people. */
    text: string;
    /**
     * Format: date-time
     * @description When this was written.
     */
    updatedAt: string;
}
/** @description The newest checkpoint that a trainer told of. */
export interface TrainingRunStatusCheckpoint {
    /** @description Where it lies. */
    uri: string;
    /**
     * Format: int64
     * @description Steps that the next launch need not do again, such as trees or epochs of all fits, or folds.
     */
    step: number;
    /**
     * Format: date-time
     * @description When it was kept.
     */
    time: string;
}
export interface TrainingRunStatusStage {
    /** @description Name of the stage. */
    name: string;
    /**
     * Format: date-time
     * @description When it began.
     */
    startTime?: string;
    /**
     * Format: date-time
     * @description When it ended.
     */
    endTime?: string;
    /** @description What came out of it. */
    message?: string;
}
/** @description The snapshot that was trained on. */
export interface TrainingRunStatusData {
    /** @description Where the bytes were read. */
    uri?: string;
    /** @description Version of the object in the store. */
    versionId?: string;
    /** @description Digest of the bytes; of a folder the digest of its list, a line with digest and name an object. */
    sha256?: string;
    /** @description File format that was read. */
    format?: string;
    /**
     * Format: int64
     * @description Number of rows.
     */
    rows?: number;
    /**
     * Format: int32
     * @description Number of columns.
     */
    columns?: number;
    /** @description Digest of the names and types of the columns. */
    schemaHash?: string;
    /** @description Digest of the split into training and test rows. */
    splitDigest?: string;
    /** @description Digest of the folds; runs with the same digest were compared on the same rows. */
    foldsDigest?: string;
    /** @description What the columns hold; those with the largest share of nulls first, and no more than 32. All of them are in the manifest. */
    quality?: TrainingRunStatusDataQualityEntry[];
}
export interface TrainingRunStatusDataQualityEntry {
    /** @description Name of the column. */
    column: string;
    /** @description Type of the column. */
    type?: string;
    /**
     * Format: int64
     * @description Number of nulls.
     */
    nulls: number;
    /**
     * Format: int64
     * @description Number of distinct values.
     */
    distinct: number;
    /** @description Least value, in the unit of the column; left out for texts and sensitive columns. */
    min?: number;
    /** @description Greatest value, in the unit of the column; left out for texts and sensitive columns. */
    max?: number;
    /** @description Mean, in the unit of the column; left out for texts. */
    mean?: number;
    /** @description Standard deviation, in the unit of the column; left out for texts. */
    stdDev?: number;
}
/** @description The fitted feature steps. */
export interface TrainingRunStatusFeatures {
    /** @description Digest of the feature steps, the input schema and the library versions. */
    pipelineVersion?: string;
    /**
     * Format: int32
     * @description Number of raw columns that the model reads.
     */
    inputs?: number;
    /**
     * Format: int32
     * @description Number of features that the model is fitted on.
     */
    outputs?: number;
    /** @description Where the fitted steps of an earlier run lay that this one took; left out where it fitted its own. */
    reusedFrom?: string;
    /** @description Columns that the statistical selection kept, in the order of the inputs, and no more than 128; left out without one. All of them, with their tests, are in the manifest. */
    selected?: string[];
}
export interface TrainingRunStatusMetric {
    /** @description Name of the metric. */
    name: string;
    /**
     * @description Rows that it was measured on.
     * @enum {string}
     */
    split: "Train" | "CV" | "Test";
    /** @description The value, in the unit of the metric; for CV the mean over the folds. */
    value: number;
    /** @description Standard deviation over the folds, in the unit of the metric. */
    stdDev?: number;
    /**
     * Format: int64
     * @description Number of rows, or of folds for CV.
     */
    n?: number;
}
/** @description The file with the model's predictions for the test rows, by which candidates of an Experiment are compared row by row; left out for regression, and where the manifest of an own image names none. */
export interface TrainingRunStatusHoldout {
    /** @description Where it lies, beside the manifest. */
    uri?: string;
    /** @description Digest of its bytes as the manifest says it; whoever reads the file compares. */
    sha256?: string;
    /**
     * Format: int64
     * @description Number of test rows in it; of many test rows some are kept, spread evenly.
     */
    rows?: number;
}
export interface TrainingRunStatusGate {
    /** @description Name of the metric. */
    metric: string;
    /** @description Rows that it was measured on. */
    split?: string;
    /** @description Least value that passes, in the unit of the metric. */
    min?: number;
    /** @description Greatest value that passes, in the unit of the metric. */
    max?: number;
    /** @description Measured value, in the unit of the metric. */
    value?: number;
    /** @description Whether the gate held. */
    passed: boolean;
}
/** @description The model file. */
export interface TrainingRunStatusArtifact {
    /** @description Where it lies. */
    uri?: string;
    /** @description Digest of its bytes as read back from the store. */
    sha256?: string;
    /**
     * Format: int64
     * @description Size in bytes.
     */
    sizeBytes?: number;
}
/** @description The record that the trainer wrote beside the model. */
export interface TrainingRunStatusManifest {
    /** @description Where it lies. */
    uri?: string;
    /** @description Digest of its bytes as read back from the store. */
    sha256?: string;
}
/** @description The report for people. */
export interface TrainingRunStatusReport {
    /** @description Where it lies. */
    uri?: string;
}
/** @description The ModelVersion about to be made, noted before it is made so that a crash cannot make two. */
export interface TrainingRunStatusPendingVersion {
    /** @description Name of the ModelVersion. */
    name?: string;
    /** @description Digest of the manifest that it is made from. */
    manifestSha256?: string;
}
/** @description The ModelVersion that was made. */
export interface TrainingRunStatusModelVersionRef {
    /** @description Name of the ModelVersion. */
    name?: string;
}
