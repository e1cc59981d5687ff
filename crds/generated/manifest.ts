// Generated from crds/manifest.schema.json by tools/generate. Do not edit: change the source and run `make generate`.
/** @description The record of one training that lies beside the model as manifest.json. Members that are not listed are allowed and ignored; an optional member may be absent or null. */
export interface Manifest {
    /**
     * @description Version of this format; further members may be added without a new one.
     * @constant
     */
    schemaVersion: 1;
    /** @description Name of the model family. */
    model: string;
    /**
     * @description Kind of prediction.
     * @enum {string}
     */
    task: "BinaryClassification" | "MulticlassClassification" | "Regression";
    /** @description The TrainingRun that wrote the record. */
    run: ManifestRun;
    /** @description The model file. */
    artifact: ManifestArtifact;
    /** @description Every file that the run wrote beside the manifest. */
    files: ManifestFile[];
    /** @description Tensors of the model. */
    signature: ManifestSignature;
    /** @description The snapshot that was trained on. */
    data: ManifestData;
    /** @description The fitted feature steps. */
    features: ManifestFeatures;
    /** @description The model and its hyperparameters. */
    algorithm: ManifestAlgorithm;
    /** @description Seed of the training. */
    seed: number;
    /** @description Versions of the libraries. */
    environment: {
        [key: string]: string;
    };
    /** @description The source code of the trainer. */
    code?: ManifestCode | null;
    /** @description The container image of the trainer. */
    image?: ManifestImage | null;
    /** @description ModelVersion that this one follows. */
    parent?: string | null;
    /** @description Measured metrics. */
    metrics: ManifestMetric[];
    /** @description Cross-validation, fold by fold. */
    folds?: ManifestFolds | null;
    /** @description The file with the model's predictions for the test rows, by which two models are compared row by row; for classes. */
    holdout?: ManifestHoldout | null;
    /** @description How far scores are from being probabilities, on the test rows; for classes. */
    calibration?: ManifestCalibration | null;
    /** @description How the model treats the groups of each sensitive column, on the test rows. */
    fairness?: ManifestFairnes[] | null;
    /** @description The gates and how they came out. */
    gates: ManifestGate[];
    /** @description How far the exported model is from the trained one. */
    parity: ManifestParity;
    /** @description Time of one prediction in the trainer. */
    latency?: ManifestLatency | null;
    /** @description Counts per feature on the training rows, for drift. */
    baseline: ManifestBaseline;
    /** @description What the model looks at. */
    explanation?: ManifestExplanation | null;
    /** @description The checkpoint of an earlier launch that this one went on from, or why it was not used. */
    checkpoint?: ManifestCheckpoint | null;
    /** @description What the trainer did and when. */
    stages: ManifestStage[];
}
/** @description The TrainingRun that wrote the record. */
export interface ManifestRun {
    /** @description Namespace of the TrainingRun. */
    namespace: string;
    /** @description Name of the TrainingRun. */
    name: string;
    /** @description UID of the TrainingRun. */
    uid: string;
    /** @description Number of the attempt, from 1; 0 outside a cluster. */
    attempt: number;
}
/** @description The model file. */
export interface ManifestArtifact {
    /** @description Name of the file beside the manifest. */
    file: string;
    /** @description Digest of its bytes. */
    sha256: string;
    /** @description Size in bytes. */
    sizeBytes: number;
    /**
     * @description File format.
     * @enum {string}
     */
    format: "ONNX";
    /** @description Version of each operator set by its domain; the empty name is the standard one. */
    opset: {
        [key: string]: number;
    };
}
export interface ManifestFile {
    /** @description Name of the file. */
    name: string;
    /** @description Digest of its bytes. */
    sha256: string;
    /** @description Size in bytes. */
    sizeBytes: number;
}
/** @description Tensors of the model. */
export interface ManifestSignature {
    /** @description Tensors that the model reads. */
    inputs: ManifestSignatureInput[];
    /** @description Tensors that the model gives. */
    outputs: ManifestSignatureOutput[];
    /** @description Classes in the order of the probabilities. */
    labels?: (number | string | boolean)[] | null;
}
export interface ManifestSignatureInput {
    /** @description Name of the tensor. */
    name: string;
    /**
     * @description Type by the Open Inference Protocol.
     * @enum {string}
     */
    datatype: "BOOL" | "UINT8" | "UINT16" | "UINT32" | "UINT64" | "INT8" | "INT16" | "INT32" | "INT64" | "FP16" | "FP32" | "FP64" | "BYTES";
    /** @description Length of each dimension, -1 where it varies. */
    shape: number[];
}
export interface ManifestSignatureOutput {
    /** @description Name of the tensor. */
    name: string;
    /**
     * @description Type by the Open Inference Protocol.
     * @enum {string}
     */
    datatype: "BOOL" | "UINT8" | "UINT16" | "UINT32" | "UINT64" | "INT8" | "INT16" | "INT32" | "INT64" | "FP16" | "FP32" | "FP64" | "BYTES";
    /** @description Length of each dimension, -1 where it varies. */
    shape: number[];
}
/** @description The snapshot that was trained on. */
export interface ManifestData {
    /** @description Where the bytes were read. */
    uri: string;
    /** @description Version of the object in the store. */
    versionId?: string | null;
    /** @description Digest of the bytes; of a folder the sha256 over a line `<sha256>  <name>` an object. */
    sha256: string;
    /** @description The objects of a folder in the order in which they were read; the first 1000. Absent for one object. */
    objects?: ManifestDataObject[] | null;
    /** @description File format that was read. */
    format: string;
    /** @description Number of rows. */
    rows: number;
    /** @description Number of columns. */
    columns: number;
    /** @description Digest of the names and types of the columns. */
    schemaHash: string;
    /** @description Column that is predicted. */
    target: string;
    /** @description How rows were held out. */
    split: ManifestDataSplit;
    /** @description What each column holds. */
    quality: ManifestDataQualityEntry[];
}
export interface ManifestDataObject {
    /** @description Name of the object, relative to the folder. */
    name: string;
    /** @description Version of the object in the store. */
    versionId?: string | null;
    /** @description Digest of the bytes. */
    sha256: string;
    /** @description Size in bytes. */
    sizeBytes: number;
}
/** @description How rows were held out. */
export interface ManifestDataSplit {
    /** @description Kind of split. */
    strategy: string;
    /** @description Share of the rows held out, 0 to 1. */
    testFraction: number;
    /** @description Seed of the split. */
    seed: number;
    /** @description Number of rows trained on. */
    trainRows: number;
    /** @description Number of rows held out. */
    testRows: number;
    /** @description Digest of the split into training and test rows. */
    digest: string;
    /** @description Column that a split by group or time went by. */
    by?: string | null;
    /** @description Number of groups among the rows trained on. */
    trainGroups?: number | null;
    /** @description Number of groups among the rows held out; none of them is trained on. */
    testGroups?: number | null;
    /** @description Latest moment among the rows trained on, as RFC 3339 or as the number it is. */
    trainUntil?: string | null;
    /** @description Earliest moment among the rows held out, later than trainUntil. */
    testFrom?: string | null;
}
export interface ManifestDataQualityEntry {
    /** @description Name of the column. */
    column: string;
    /** @description Type of the column. */
    type: string;
    /** @description Number of nulls. */
    nulls: number;
    /** @description Share of nulls, 0 to 1. */
    nullRatio: number;
    /** @description Number of distinct values. */
    distinct: number;
    /** @description Least value, in the unit of the column. */
    min?: number | null;
    /** @description Greatest value, in the unit of the column. */
    max?: number | null;
    /** @description Mean, in the unit of the column. */
    mean?: number | null;
    /** @description Standard deviation, in the unit of the column. */
    stdDev?: number | null;
}
/** @description The fitted feature steps. */
export interface ManifestFeatures {
    /** @description Digest of the feature steps, the input schema and the library versions. */
    pipelineVersion: string;
    /** @description Raw columns that the model reads. */
    inputs: string[];
    /** @description Number of features that the model is fitted on. */
    outputs: number;
    /** @description Where the fitted steps of an earlier run lay that this one took. */
    reusedFrom?: string | null;
    /** @description The statistical selection of columns, on the rows trained on. The model takes all inputs and reads the selected ones. */
    selection?: ManifestFeaturesSelection | null;
}
/** @description The statistical selection of columns, on the rows trained on. The model takes all inputs and reads the selected ones. */
export interface ManifestFeaturesSelection {
    /**
     * @description Which tests of numbers were used.
     * @enum {string}
     */
    test: "Auto" | "Parametric" | "Rank";
    /** @description Greatest adjusted p-value of a selected column. */
    alpha: number;
    /** @description Greatest number of columns selected. */
    max: number;
    /** @description One entry an input, in the order of the inputs. */
    columns: ManifestFeaturesSelectionColumn[];
}
export interface ManifestFeaturesSelectionColumn {
    /** @description Name of the column. */
    name: string;
    /**
     * @description Test of the column against the target.
     * @enum {string}
     */
    test: "chi2" | "ANOVA F" | "Kruskal-Wallis" | "Pearson" | "Spearman";
    /** @description Value of the test's statistic; absent where the column cannot be tested, null where it is infinite. */
    statistic?: number | null;
    /** @description Chance of such a statistic if column and target had nothing to do with each other. */
    pValue: number;
    /** @description The p-value after Holm's correction over all columns. */
    adjustedPValue: number;
    /** @description Share of what varies that the column explains: squared Cramer's V, eta squared, epsilon squared or squared correlation. */
    effect: number;
    /** @description Rows that have a value. */
    n: number;
    /** @description Whether the model reads the column. */
    selected: boolean;
    /** @description Folds of the cross-validation in which the column was selected. */
    foldsSelected?: number | null;
}
/** @description The model and its hyperparameters. */
export interface ManifestAlgorithm {
    /** @description The model. */
    name: string;
    /** @description Hyperparameters in effect, by the library's own names. */
    parameters: {
        [key: string]: unknown;
    };
}
/** @description The source code of the trainer. */
export interface ManifestCode {
    /** @description Address of the repository. */
    repository?: string | null;
    /** @description Commit. */
    commit?: string | null;
    /** @description Whether there were uncommitted changes. */
    dirty?: boolean | null;
}
/** @description The container image of the trainer. */
export interface ManifestImage {
    /** @description Name that was asked for. */
    reference?: string | null;
    /** @description Digest that ran. */
    digest?: string | null;
}
export interface ManifestMetric {
    /** @description Name of the metric. */
    name: string;
    /**
     * @description Rows that it was measured on.
     * @enum {string}
     */
    split: "Train" | "CV" | "Test";
    /** @description The value; for CV the mean over the folds. */
    value: number;
    /** @description Standard deviation over the folds. */
    stdDev?: number | null;
    /** @description Number of rows, or of folds for CV. */
    n?: number | null;
}
/** @description Cross-validation, fold by fold. */
export interface ManifestFolds {
    /** @description Number of folds. */
    folds: number;
    /** @description Number of repetitions with other shuffles. */
    repeats: number;
    /** @description Seed of the shuffles. */
    seed: number;
    /** @description Digest of the folds; runs with the same digest were compared on the same rows. */
    digest: string;
    /** @description Metric of the scores. */
    metric: string;
    /** @description Score of every fold in the order of the folds; null where it could not be measured. */
    scores: (number | null)[];
    /** @description Rows trained on per fold, as a mean. */
    trainRows: number;
    /** @description Rows tested on per fold, as a mean. */
    testRows: number;
}
/** @description The file with the model's predictions for the test rows, by which two models are compared row by row; for classes. */
export interface ManifestHoldout {
    /** @description Name of the file beside the manifest. */
    file: string;
    /** @description Digest of its bytes. */
    sha256: string;
    /** @description Number of test rows in it; of many test rows some are kept, spread evenly. */
    rows: number;
}
/** @description How far scores are from being probabilities, on the test rows; for classes. */
export interface ManifestCalibration {
    /** @description Mean squared distance of the scores from the truth. */
    brier?: number;
    /** @description Expected calibration error over 10 bins of equal width. */
    ece?: number;
    /** @description Number of rows. */
    n?: number;
    /** @description The bins that have rows: of the positive class's score, or of the greatest score where there are more than two classes. */
    curve?: ManifestCalibrationCurveEntry[];
}
export interface ManifestCalibrationCurveEntry {
    /** @description Least score of the bin. */
    low: number;
    /** @description Score that the bin ends before; the last one includes 1. */
    high: number;
    /** @description Number of rows. */
    n: number;
    /** @description Mean score. */
    meanScore: number;
    /** @description Share of the rows for which it is so. */
    share: number;
}
export interface ManifestFairnes {
    /** @description Name of the sensitive column. */
    column: string;
    /** @description Greatest difference between the groups' shares of positive predictions; for two classes. */
    demographicParityDifference?: number | null;
    /** @description Least share of positive predictions divided by the greatest; for two classes. */
    demographicParityRatio?: number | null;
    /** @description Greater of the differences of true positive rates and of false positive rates between the groups; for two classes. */
    equalizedOddsDifference?: number | null;
    /** @description The groups in the order of their values. */
    groups: ManifestFairnesGroup[];
}
export interface ManifestFairnesGroup {
    /** @description Value of the column, or a range of its numbers. */
    name: string;
    /** @description Number of test rows. */
    n: number;
    /** @description Share of the rows with the right label; for classes. */
    accuracy?: ManifestFairnesGroupAccuracy | null;
    /** @description Share of the rows that are predicted positive; for two classes. */
    selectionRate?: ManifestFairnesGroupSelectionRate | null;
    /** @description Share of the positive rows that are predicted positive; for two classes. */
    truePositiveRate?: ManifestFairnesGroupTruePositiveRate | null;
    /** @description Share of the negative rows that are predicted positive; for two classes. */
    falsePositiveRate?: ManifestFairnesGroupFalsePositiveRate | null;
    /** @description Mean absolute error, in the unit of the target; for numbers. */
    mae?: number | null;
    /** @description Root of the mean squared error, in the unit of the target; for numbers. */
    rmse?: number | null;
    /** @description Mean of predicted minus actual, in the unit of the target; for numbers. */
    meanError?: number | null;
}
/** @description Share of the rows with the right label; for classes. */
export interface ManifestFairnesGroupAccuracy {
    /** @description The share, 0 to 1. */
    value: number;
    /** @description Lower end of Wilson's interval of 95 %. */
    low: number;
    /** @description Upper end of Wilson's interval of 95 %. */
    high: number;
    /** @description Number of rows that it is a share of. */
    n: number;
}
/** @description Share of the rows that are predicted positive; for two classes. */
export interface ManifestFairnesGroupSelectionRate {
    /** @description The share, 0 to 1. */
    value: number;
    /** @description Lower end of Wilson's interval of 95 %. */
    low: number;
    /** @description Upper end of Wilson's interval of 95 %. */
    high: number;
    /** @description Number of rows that it is a share of. */
    n: number;
}
/** @description Share of the positive rows that are predicted positive; for two classes. */
export interface ManifestFairnesGroupTruePositiveRate {
    /** @description The share, 0 to 1. */
    value: number;
    /** @description Lower end of Wilson's interval of 95 %. */
    low: number;
    /** @description Upper end of Wilson's interval of 95 %. */
    high: number;
    /** @description Number of rows that it is a share of. */
    n: number;
}
/** @description Share of the negative rows that are predicted positive; for two classes. */
export interface ManifestFairnesGroupFalsePositiveRate {
    /** @description The share, 0 to 1. */
    value: number;
    /** @description Lower end of Wilson's interval of 95 %. */
    low: number;
    /** @description Upper end of Wilson's interval of 95 %. */
    high: number;
    /** @description Number of rows that it is a share of. */
    n: number;
}
export interface ManifestGate {
    /** @description Name of the metric. */
    metric: string;
    /** @description Rows that it was measured on. */
    split: ("Train" | "CV" | "Test") | null;
    /** @description Least value that passes. */
    min?: number | null;
    /** @description Greatest value that passes. */
    max?: number | null;
    /** @description Measured value; absent where it could not be measured. */
    value?: number | null;
    /** @description Whether the gate held. */
    passed: boolean;
}
/** @description How far the exported model is from the trained one. */
export interface ManifestParity {
    /** @description Rows compared. */
    rows: number;
    /** @description Greatest difference of a score. */
    maxAbsError: number;
    /** @description Rows with another label. */
    labelMismatches: number;
    /** @description Runtime that was compared with. */
    runtime: string;
}
/** @description Time of one prediction in the trainer. */
export interface ManifestLatency {
    /** @description Median in microseconds. */
    singleRowP50Us: number;
    /** @description 99th percentile in microseconds. */
    singleRowP99Us: number;
}
/** @description Counts per feature on the training rows, for drift. */
export interface ManifestBaseline {
    /** @description Number of rows counted. */
    rows: number;
    /** @description One entry a feature. */
    features: ManifestBaselineFeature[];
}
export interface ManifestBaselineFeature {
    /** @description Name of the column. */
    name: string;
    /**
     * @description Kind of the column.
     * @enum {string}
     */
    kind: "numeric" | "categorical";
    /** @description Borders between the bins of a numeric column, growing. */
    edges?: number[] | null;
    /** @description Values of a categorical column, in the order of the counts. */
    categories?: (number | string | boolean)[] | null;
    /** @description Rows per bin or category. */
    counts: number[];
    /** @description Rows without a value. */
    missing: number;
    /** @description Rows with a category that is not listed. */
    unseen: number;
}
/** @description What the model looks at. */
export interface ManifestExplanation {
    /** @description How the columns were ranked. */
    method?: ("Permutation" | "SHAP") | null;
    /** @description Why there are no SHAP values where they were asked for. */
    message?: string | null;
    /** @description Number of test rows that were looked at. */
    rows?: number | null;
    /** @description What the contributions add up to: Probability, Prediction, or LogOdds (what the model computes before its link function). */
    margin?: string | null;
    /** @description How far base value plus contributions are from the margin that the model computes, as a share of the greatest absolute margin (at least 1). */
    additivity?: ManifestExplanationAdditivity | null;
    /** @description Most important columns first. */
    topFeatures: ManifestExplanationTopFeature[];
}
/** @description How far base value plus contributions are from the margin that the model computes, as a share of the greatest absolute margin (at least 1). */
export interface ManifestExplanationAdditivity {
    /** @description Greatest distance of a row. */
    maxError: number;
    /** @description Greatest distance allowed. */
    tolerance: number;
}
export interface ManifestExplanationTopFeature {
    /** @description Name of the column. */
    name: string;
    /** @description How much worse the primary metric gets when the column is shuffled. */
    importance: number;
    /** @description Mean absolute contribution to the margin. */
    meanAbsShap?: number | null;
}
/** @description The checkpoint of an earlier launch that this one went on from, or why it was not used. */
export interface ManifestCheckpoint {
    /** @description Steps that were not done again, such as trees, epochs or folds. */
    step?: number | null;
    /** @description When it was kept, as RFC 3339. */
    time?: string | null;
    /** @description Digest of its content. */
    sha256?: string | null;
    /** @description Whether the model has the bytes that it would have without the stop. */
    sameBytes?: boolean | null;
    /** @description Why it may have other bytes. */
    message?: string | null;
    /** @description Why a checkpoint that was there was not used. */
    ignored?: string | null;
}
export interface ManifestStage {
    /** @description Name of the stage. */
    name: string;
    /** @description When it began, as RFC 3339. */
    startTime: string;
    /** @description When it ended, as RFC 3339. */
    endTime?: string | null;
    /** @description What came out of it. */
    message?: string | null;
}
