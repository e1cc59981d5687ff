// Generated from crds/modelversions.yaml by tools/generate. Do not edit: change the source and run `make generate`.
import type { ObjectMeta } from './metadata.ts';

/** An immutable record of one model. Its status holds only what was read from bytes that matched the digests in its spec. As read back from the server: every default is filled in. */
export interface ModelVersion {
    apiVersion: 'trainyard.dev/v1alpha1';
    kind: 'ModelVersion';
    metadata: ObjectMeta;
    spec: ModelVersionSpec;
    /** Absent until the operator has seen the object. */
    status?: ModelVersionStatus;
}

/** An immutable record of one model. Its status holds only what was read from bytes that matched the digests in its spec. As a user writes it: whatever has a default may be left out. */
export interface ModelVersionInput {
    apiVersion: 'trainyard.dev/v1alpha1';
    kind: 'ModelVersion';
    metadata: ObjectMeta;
    spec: ModelVersionSpecInput;
}

/** @description A pointer with digests, small enough for Git. Everything but stage, aliases and approval is immutable. */
export interface ModelVersionSpec {
    /** @description Name of the model family. */
    model: string;
    /**
     * Format: int32
     * @description Number within the model, from 1.
     */
    version: number;
    /** @description The model file. */
    artifact: ModelVersionSpecArtifact;
    /** @description The record of the training that lies beside the model. */
    manifest: ModelVersionSpecManifest;
    /** @description The TrainingRun that made it; left out where the version came from elsewhere. */
    trainingRunRef?: ModelVersionSpecTrainingRunRef;
    /**
     * @description Where the version stands in its life. An Archived version is not deployed anew. Default: Development.
     * @default Development
     * @enum {string}
     */
    stage: "Development" | "Staging" | "Production" | "Archived";
    /** @description Names that mean this version, such as champion, until a version of the same model with a higher number names them too. Left out: none. */
    aliases?: string[];
    /** @description Whether somebody must agree before a deployment may use the version. Default: not required. */
    approval: ModelVersionSpecApproval;
}
/** @description The model file. */
export interface ModelVersionSpecArtifact {
    /** @description Where the file lies: s3://bucket/key, http:// or https://. */
    uri: string;
    /** @description Digest of the bytes as 64 hexadecimal digits. */
    sha256: string;
    /**
     * Format: int64
     * @description Size in bytes.
     */
    sizeBytes: number;
    /**
     * @description File format. Default: ONNX.
     * @default ONNX
     * @enum {string}
     */
    format: "ONNX";
}
/** @description The record of the training that lies beside the model. */
export interface ModelVersionSpecManifest {
    /** @description Where the file lies: s3://bucket/key, http:// or https://. */
    uri: string;
    /** @description Digest of the bytes as 64 hexadecimal digits. */
    sha256: string;
}
/** @description The TrainingRun that made it; left out where the version came from elsewhere. */
export interface ModelVersionSpecTrainingRunRef {
    /** @description Name of the TrainingRun. */
    name: string;
    /** @description UID of the TrainingRun, which tells it from another one of its name. Left out: the run is not looked up. */
    uid?: string;
}
/** @description Whether somebody must agree before a deployment may use the version. Default: not required. */
export interface ModelVersionSpecApproval {
    /**
     * @description True keeps the version from being deployed until state is Approved. Default: false.
     * @default false
     */
    required: boolean;
    /**
     * @description The decision. Default: Pending.
     * @default Pending
     * @enum {string}
     */
    state: "Pending" | "Approved" | "Rejected";
    /** @description Who decided. Needed where state is Approved. */
    by?: string;
    /** @description Why it was decided so. Needed where state is Rejected. */
    reason?: string;
}
/** @description A pointer with digests, small enough for Git. Everything but stage, aliases and approval is immutable. */
export interface ModelVersionSpecInput {
    /** @description Name of the model family. */
    model: string;
    /**
     * Format: int32
     * @description Number within the model, from 1.
     */
    version: number;
    /** @description The model file. */
    artifact: ModelVersionSpecArtifactInput;
    /** @description The record of the training that lies beside the model. */
    manifest: ModelVersionSpecManifestInput;
    /** @description The TrainingRun that made it; left out where the version came from elsewhere. */
    trainingRunRef?: ModelVersionSpecTrainingRunRefInput;
    /**
     * @description Where the version stands in its life. An Archived version is not deployed anew. Default: Development.
     * @default Development
     * @enum {string}
     */
    stage?: "Development" | "Staging" | "Production" | "Archived";
    /** @description Names that mean this version, such as champion, until a version of the same model with a higher number names them too. Left out: none. */
    aliases?: string[];
    /** @description Whether somebody must agree before a deployment may use the version. Default: not required. */
    approval?: ModelVersionSpecApprovalInput;
}
/** @description The model file. */
export interface ModelVersionSpecArtifactInput {
    /** @description Where the file lies: s3://bucket/key, http:// or https://. */
    uri: string;
    /** @description Digest of the bytes as 64 hexadecimal digits. */
    sha256: string;
    /**
     * Format: int64
     * @description Size in bytes.
     */
    sizeBytes: number;
    /**
     * @description File format. Default: ONNX.
     * @default ONNX
     * @enum {string}
     */
    format?: "ONNX";
}
/** @description The record of the training that lies beside the model. */
export interface ModelVersionSpecManifestInput {
    /** @description Where the file lies: s3://bucket/key, http:// or https://. */
    uri: string;
    /** @description Digest of the bytes as 64 hexadecimal digits. */
    sha256: string;
}
/** @description The TrainingRun that made it; left out where the version came from elsewhere. */
export interface ModelVersionSpecTrainingRunRefInput {
    /** @description Name of the TrainingRun. */
    name: string;
    /** @description UID of the TrainingRun, which tells it from another one of its name. Left out: the run is not looked up. */
    uid?: string;
}
/** @description Whether somebody must agree before a deployment may use the version. Default: not required. */
export interface ModelVersionSpecApprovalInput {
    /**
     * @description True keeps the version from being deployed until state is Approved. Default: false.
     * @default false
     */
    required?: boolean;
    /**
     * @description The decision. Default: Pending.
     * @default Pending
     * @enum {string}
     */
    state?: "Pending" | "Approved" | "Rejected";
    /** @description Who decided. Needed where state is Approved. */
    by?: string;
    /** @description Why it was decided so. Needed where state is Rejected. */
    reason?: string;
}
/** @description What was read from the verified bytes, and who uses the version. Written by the operator only. */
export interface ModelVersionStatus {
    /**
     * Format: int64
     * @description Generation of the spec that this status is about.
     */
    observedGeneration?: number;
    /** @description Ready, Reconciling, Stalled, ArtifactVerified, Approved, and DeletionBlocked while a deleted version is still served. */
    conditions?: ModelVersionStatusCondition[];
    /** @description Primary metric on the test rows, for people. */
    score?: string;
    /** @description First twelve digits of the digest of the model file. */
    shortDigest?: string;
    /** @description Deployments that serve the version, for people. */
    serving?: string;
    /** @description Aliases of spec that mean this version now: no verified version of the model with a higher number names them. */
    aliases?: string[];
    /** @description Copies of the record in other registries. */
    mirrors?: ModelVersionStatusMirrors;
    /**
     * Format: date-time
     * @description When the bytes were last read and found to match.
     */
    verifiedAt?: string;
    /** @description Tensors of the model. */
    signature?: ModelVersionStatusSignature;
    /** @description Where the model came from. */
    lineage?: ModelVersionStatusLineage;
    /** @description Measured metrics. */
    metrics?: ModelVersionStatusMetric[];
    /** @description How the model treats the groups of each sensitive column, on the test rows. */
    fairness?: ModelVersionStatusFairnes[];
    /** @description What the model looks at. */
    explanation?: ModelVersionStatusExplanation;
    /** @description How far the exported model is from the trained one. */
    parity?: ModelVersionStatusParity;
    /** @description Counts per feature on the training rows, for drift. */
    baseline?: ModelVersionStatusBaseline;
    /** @description Deployments that use the version. */
    deployments?: ModelVersionStatusDeployment[];
    /** @description Changes of stage and approval, oldest first; the last 20. */
    history?: ModelVersionStatusHistoryEntry[];
}
export interface ModelVersionStatusCondition {
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
/** @description Copies of the record in other registries. */
export interface ModelVersionStatusMirrors {
    /** @description The version in MLflow's registry; absent until one was found or made. Nothing waits for it. */
    mlflow?: ModelVersionStatusMirrorsMlflow;
}
/** @description The version in MLflow's registry; absent until one was found or made. Nothing waits for it. */
export interface ModelVersionStatusMirrorsMlflow {
    /** @description Registered model in MLflow. */
    model?: string;
    /** @description Number that MLflow gave it there. */
    version?: string;
    /** @description Page of the version. */
    url?: string;
    /** @description Aliases that were set there. */
    aliases?: string[];
    /**
     * Format: date-time
     * @description When it was found or made. Seconds later it is looked for again: a request that nobody waited for any more may have made another one.
     */
    foundAt?: string;
    /** @description Digest of what was mirrored last: with the same one there is nothing to tell. */
    digest?: string;
    /** @description Why the mirror is behind; absent while it is not. */
    problem?: ModelVersionStatusMirrorsMlflowProblem;
}
/** @description Why the mirror is behind; absent while it is not. */
export interface ModelVersionStatusMirrorsMlflowProblem {
    /**
     * @description Why in one word: MlflowUnreachable ends by itself, MlflowRefused does not.
     * @enum {string}
     */
    reason: "MlflowUnreachable" | "MlflowRefused";
    /** @description Why in a sentence. */
    message: string;
}
/** @description Tensors of the model. */
export interface ModelVersionStatusSignature {
    /** @description Tensors by name. */
    inputs?: ModelVersionStatusSignatureInput[];
    /** @description Tensors by name. */
    outputs?: ModelVersionStatusSignatureOutput[];
}
export interface ModelVersionStatusSignatureInput {
    /** @description Name of the tensor. */
    name: string;
    /** @description Type by the Open Inference Protocol. */
    datatype: string;
    /** @description Number of values along each dimension, -1 where it varies. */
    shape: number[];
}
export interface ModelVersionStatusSignatureOutput {
    /** @description Name of the tensor. */
    name: string;
    /** @description Type by the Open Inference Protocol. */
    datatype: string;
    /** @description Number of values along each dimension, -1 where it varies. */
    shape: number[];
}
/** @description Where the model came from. */
export interface ModelVersionStatusLineage {
    /** @description The snapshot that was trained on. */
    data?: ModelVersionStatusLineageData;
    /** @description The fitted feature steps. */
    features?: ModelVersionStatusLineageFeatures;
    /** @description The source code of the trainer. */
    code?: ModelVersionStatusLineageCode;
    /** @description The container image of the trainer. */
    image?: ModelVersionStatusLineageImage;
    /** @description The model. */
    algorithm?: string;
    /** @description Hyperparameters in effect. */
    parameters?: {
        [key: string]: unknown;
    };
    /**
     * Format: int64
     * @description Seed of the training.
     */
    seed?: number;
    /** @description Versions of the libraries. */
    environment?: {
        [key: string]: string;
    };
    /** @description ModelVersion that this one follows. */
    parent?: string;
    /** @description TrainingRun that made it. */
    trainingRun?: string;
    /** @description Experiment that the run belonged to. */
    experiment?: string;
}
/** @description The snapshot that was trained on. */
export interface ModelVersionStatusLineageData {
    /** @description Where the bytes were read. */
    uri?: string;
    /** @description Version of the object in the store. */
    versionId?: string;
    /** @description Digest of the bytes. */
    sha256?: string;
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
    /** @description Column that is predicted. */
    target?: string;
}
/** @description The fitted feature steps. */
export interface ModelVersionStatusLineageFeatures {
    /** @description Digest of the feature steps, the input schema and the library versions. */
    pipelineVersion?: string;
}
/** @description The source code of the trainer. */
export interface ModelVersionStatusLineageCode {
    /** @description Address of the repository. */
    repository?: string;
    /** @description Commit. */
    commit?: string;
    /** @description Whether there were uncommitted changes. */
    dirty?: boolean;
}
/** @description The container image of the trainer. */
export interface ModelVersionStatusLineageImage {
    /** @description Name that was asked for. */
    reference?: string;
    /** @description Digest that ran. */
    digest?: string;
}
export interface ModelVersionStatusMetric {
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
export interface ModelVersionStatusFairnes {
    /** @description Name of the sensitive column. */
    column: string;
    /** @description Greatest difference between the groups' shares of positive predictions, 0 to 1; for two classes. */
    demographicParityDifference?: number;
    /** @description Least share of positive predictions divided by the greatest, 0 to 1; for two classes, absent where no group has any. */
    demographicParityRatio?: number;
    /** @description Greater of the differences of true positive rates and of false positive rates between the groups, 0 to 1; for two classes. */
    equalizedOddsDifference?: number;
    /** @description The groups in the order of their values. */
    groups: ModelVersionStatusFairnesGroup[];
}
export interface ModelVersionStatusFairnesGroup {
    /** @description Value of the column, or a range of its numbers. */
    name: string;
    /**
     * Format: int64
     * @description Number of test rows.
     */
    n: number;
    /** @description Share of the rows with the right label; for classes. */
    accuracy?: ModelVersionStatusFairnesGroupAccuracy;
    /** @description Share of the rows that are predicted positive; for two classes. */
    selectionRate?: ModelVersionStatusFairnesGroupSelectionRate;
    /** @description Share of the positive rows that are predicted positive; for two classes, absent without positive rows. */
    truePositiveRate?: ModelVersionStatusFairnesGroupTruePositiveRate;
    /** @description Share of the negative rows that are predicted positive; for two classes, absent without negative rows. */
    falsePositiveRate?: ModelVersionStatusFairnesGroupFalsePositiveRate;
    /** @description Mean absolute error, in the unit of the target; for numbers. */
    mae?: number;
    /** @description Root of the mean squared error, in the unit of the target; for numbers. */
    rmse?: number;
    /** @description Mean of predicted minus actual, in the unit of the target; for numbers. */
    meanError?: number;
}
/** @description Share of the rows with the right label; for classes. */
export interface ModelVersionStatusFairnesGroupAccuracy {
    /** @description The share, 0 to 1. */
    value: number;
    /** @description Lower end of Wilson's interval of 95 %, 0 to 1. */
    low: number;
    /** @description Upper end of Wilson's interval of 95 %, 0 to 1. */
    high: number;
    /**
     * Format: int64
     * @description Number of rows that it is a share of.
     */
    n: number;
}
/** @description Share of the rows that are predicted positive; for two classes. */
export interface ModelVersionStatusFairnesGroupSelectionRate {
    /** @description The share, 0 to 1. */
    value: number;
    /** @description Lower end of Wilson's interval of 95 %, 0 to 1. */
    low: number;
    /** @description Upper end of Wilson's interval of 95 %, 0 to 1. */
    high: number;
    /**
     * Format: int64
     * @description Number of rows that it is a share of.
     */
    n: number;
}
/** @description Share of the positive rows that are predicted positive; for two classes, absent without positive rows. */
export interface ModelVersionStatusFairnesGroupTruePositiveRate {
    /** @description The share, 0 to 1. */
    value: number;
    /** @description Lower end of Wilson's interval of 95 %, 0 to 1. */
    low: number;
    /** @description Upper end of Wilson's interval of 95 %, 0 to 1. */
    high: number;
    /**
     * Format: int64
     * @description Number of rows that it is a share of.
     */
    n: number;
}
/** @description Share of the negative rows that are predicted positive; for two classes, absent without negative rows. */
export interface ModelVersionStatusFairnesGroupFalsePositiveRate {
    /** @description The share, 0 to 1. */
    value: number;
    /** @description Lower end of Wilson's interval of 95 %, 0 to 1. */
    low: number;
    /** @description Upper end of Wilson's interval of 95 %, 0 to 1. */
    high: number;
    /**
     * Format: int64
     * @description Number of rows that it is a share of.
     */
    n: number;
}
/** @description What the model looks at. */
export interface ModelVersionStatusExplanation {
    /**
     * @description How the columns were ranked.
     * @enum {string}
     */
    method?: "Permutation" | "SHAP";
    /** @description Why there are no SHAP values where they were asked for. */
    message?: string;
    /**
     * Format: int64
     * @description Number of test rows that were looked at.
     */
    rows?: number;
    /** @description Most important columns first. */
    topFeatures?: ModelVersionStatusExplanationTopFeature[];
}
export interface ModelVersionStatusExplanationTopFeature {
    /** @description Name of the column. */
    name: string;
    /** @description How much worse the primary metric gets when the column is shuffled, in the unit of the metric. */
    importance: number;
    /** @description Mean absolute contribution to the model's margin, as log-odds, as a probability or in the unit of the target. */
    meanAbsShap?: number;
}
/** @description How far the exported model is from the trained one. */
export interface ModelVersionStatusParity {
    /**
     * Format: int64
     * @description Rows compared.
     */
    rows?: number;
    /** @description Greatest difference of a score: of a probability, 0 to 1, or of a value in the unit of the target. */
    maxAbsError?: number;
    /**
     * Format: int64
     * @description Rows with another label.
     */
    labelMismatches?: number;
    /** @description Runtime that was compared with. */
    runtime?: string;
}
/** @description Counts per feature on the training rows, for drift. */
export interface ModelVersionStatusBaseline {
    /**
     * Format: int32
     * @description Number of features.
     */
    features?: number;
    /**
     * Format: int64
     * @description Number of rows.
     */
    rows?: number;
}
export interface ModelVersionStatusDeployment {
    /** @description Name of the ModelDeployment. */
    name: string;
    /**
     * @description What the version is there.
     * @enum {string}
     */
    role: "Stable" | "Candidate";
    /**
     * Format: int32
     * @description Share of the traffic in percent.
     */
    weight: number;
}
export interface ModelVersionStatusHistoryEntry {
    /**
     * Format: date-time
     * @description When it was seen.
     */
    time: string;
    /** @description What it was. */
    from: string;
    /** @description What it became. */
    to: string;
    /** @description Who decided. */
    by?: string;
    /** @description Why. */
    reason?: string;
    /** @description What spoke for the version where it came from, as the manifest says that was applied; on its first entry. */
    evidence?: string;
}
