/** Every error a caller or an operator of this server can meet: name, status or exit code, text. */

type Placeholder<T extends string> = T extends `${string}{${infer Key}}${infer Rest}` ? Key | Placeholder<Rest> : never;
type Values<T extends string> = Readonly<Record<Placeholder<T>, string | number>>;

/** Answers to requests: the body is exactly `{"error": text}`. Wrong input is always 4xx. */
export const requestErrors = {
  NoSuchPath: { status: 404, text: 'there is nothing at {path}' },
  NoSuchModel: { status: 404, text: 'no model named "{model}" here; this server has {models}' },
  NoSuchVersion: { status: 404, text: 'model "{model}" has no version "{version}" here; this server has {actual}' },
  WrongMethod: { status: 405, text: '{method} is not allowed on {path}; allowed: {allowed}' },
  MalformedRequest: { status: 400, text: 'the request is malformed: {cause}' },
  BodyTooLarge: { status: 413, text: 'the body is larger than {limit} bytes' },
  BodyTooHeavy: { status: 413, text: 'the body holds more values than this server has memory to read; send fewer rows at a time' },
  EncodingUnsupported: { status: 415, text: 'content-encoding "{encoding}" is not supported; send the body as it is' },
  HeaderLengthInvalid: { status: 400, text: 'header inference-header-content-length is {actual}, expected a whole number up to the length of the body, {length}' },
  BodyEmpty: { status: 400, text: 'the body is empty; expected a JSON object' },
  BodyNotUtf8: { status: 400, text: 'the body is not valid UTF-8' },
  BodyNotJson: { status: 400, text: 'the body is not valid JSON: {cause}' },
  BodyNotObject: { status: 400, text: 'the body must be a JSON object, not {actual}' },
  FieldInvalid: { status: 400, text: '"{field}" must be {expected}, not {actual}' },
  InputUnknown: { status: 400, text: 'unknown input "{input}"; the model\'s inputs are {inputs}' },
  InputMissing: { status: 400, text: 'input "{input}" is missing' },
  InputTwice: { status: 400, text: 'input "{input}" is given twice' },
  InputDatatype: { status: 400, text: 'input "{input}" has datatype {actual}, expected {expected}' },
  InputShape: { status: 400, text: 'input "{input}" has shape {actual}, expected {expected}' },
  InputRows: { status: 400, text: 'input "{input}" has {actual} rows, but input "{other}" has {expected}' },
  InputEmpty: { status: 400, text: 'input "{input}" has no rows; send at least one' },
  InputCount: { status: 400, text: 'input "{input}" has {actual} elements in "data", but its shape {shape} needs {expected}' },
  InputNesting: { status: 400, text: 'input "{input}": "data"{position} must be an array of {expected} as shape {shape} says, not {actual}' },
  InputElement: { status: 400, text: 'input "{input}": "data"{position} {reason}' },
  InputNeedsBinary: { status: 400, text: 'input "{input}" is FP16, which the V2 protocol does not carry in JSON; send it as binary data' },
  BinaryAndData: { status: 400, text: 'input "{input}" has both "data" and binary data' },
  BinaryShort: { status: 400, text: 'input "{input}" announces {expected} bytes of binary data, but the body has {actual} left' },
  BinaryLeft: { status: 400, text: 'the body ends with {count} bytes that belong to no input' },
  BinarySize: { status: 400, text: 'input "{input}" has {actual} bytes of binary data, but its shape {shape} needs {expected}' },
  BinaryText: { status: 400, text: 'input "{input}": the text at index {index} of the binary data {reason}' },
  BinaryBoolean: { status: 400, text: 'input "{input}": byte {index} of the binary data is {actual}, expected 0 or 1' },
  RawInputs: { status: 400, text: 'a body without JSON needs a model of one input; this one has {count}' },
  RawShape: { status: 400, text: 'a body without JSON cannot tell the shape of input "{input}", {shape}' },
  OutputUnknown: { status: 400, text: 'unknown output "{output}"; the model\'s outputs are {outputs}' },
  OutputTwice: { status: 400, text: 'output "{output}" is asked for twice' },
  OutputNeedsBinary: { status: 400, text: 'output "{output}" is FP16, which the V2 protocol does not carry in JSON; ask for it as binary data' },
  FeedbackRevisions: { status: 400, text: 'this server counts rewards of {limit} revisions already, and "{revision}" is not one of them' },
  RowsInvalid: { status: 400, text: '"rows" must be an array of at least one object, not {actual}' },
  RowInvalid: { status: 400, text: 'row {row} must be an object of column names and values, not {actual}' },
  ColumnMissing: { status: 400, text: 'row {row}: column "{column}" is missing{hint}' },
  ColumnUnknown: { status: 400, text: 'row {row}: unknown column "{column}"{hint}' },
  ColumnValue: { status: 400, text: 'row {row}: column "{column}" {reason}' },
  NotTabular: { status: 400, text: 'model "{model}" takes tensors, not one value a column: use /v2/models/{model}/infer' },
  ServerNotLive: { status: 503, text: 'the server cannot go on: {cause}' },
  ServerNotReady: { status: 503, text: 'the server is not ready: {cause}' },
  ModelNotReady: { status: 503, text: 'model "{model}" is not ready: {cause}' },
  QueueFull: { status: 503, text: 'model "{model}" has {waiting} rows waiting, and room for {limit}; try again later' },
  DeadlinePassed: { status: 503, text: 'model "{model}" was not free before the time of the request was over' },
  // Nobody reads it: nginx's status for a client that has left.
  ClientLeft: { status: 499, text: 'the client left before the model began' },
  ControlForbidden: { status: 403, text: 'models of this server are not loaded and unloaded by request (MODEL_CONTROL is None)' },
  OutputInvalid: { status: 500, text: 'model {model} version {version} gave {value} in output "{output}" at {position}; JSON has no such number' },
  RunFailed: { status: 500, text: 'model {model} version {version} failed: {cause}' },
  Internal: { status: 500, text: 'internal error; the log has it under request id {id}' },
} as const satisfies Record<string, { status: number; text: string }>;

/** Loads that failed: `reason` and text go into the log, the readiness answer and the termination message. */
export const loadErrors = {
  // 65 and 75 are EX_DATAERR and EX_TEMPFAIL of sysexits.h: the operator tells a bad artifact from a bad network by them.
  ArtifactNotFound: { exitCode: 65, text: '{uri} does not exist' },
  ArtifactUnreachable: { exitCode: 75, text: '{uri} could not be read in {attempts} attempts: {cause}' },
  ArtifactDigestMismatch: { exitCode: 65, text: '{uri} has sha256 {actual}, expected {expected}' },
  ManifestDigestMismatch: { exitCode: 65, text: '{uri} has sha256 {actual}, expected {expected}' },
  ModelLoadFailed: { exitCode: 65, text: '{uri} cannot be served: {cause}' },
  SignatureMismatch: { exitCode: 65, text: '{uri} does not agree with its manifest: {cause}' },
  // 78 is EX_CONFIG.
  ConfigInvalid: { exitCode: 78, text: 'environment variable {variable} {cause}' },
} as const satisfies Record<string, { exitCode: number; text: string }>;

export type RequestErrorName = keyof typeof requestErrors;
export type LoadErrorReason = keyof typeof loadErrors;

export class RequestError extends Error {
  readonly status: number;

  constructor(name: RequestErrorName, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = name;
    this.status = requestErrors[name].status;
  }
}

export class LoadError extends Error {
  readonly reason: LoadErrorReason;
  readonly exitCode: number;

  constructor(reason: LoadErrorReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LoadError';
    this.reason = reason;
    this.exitCode = loadErrors[reason].exitCode;
  }
}

export function requestError<N extends RequestErrorName>(
  name: N,
  values: Values<(typeof requestErrors)[N]['text']>,
  cause?: unknown,
): RequestError {
  return new RequestError(name, fill(requestErrors[name].text, values), cause);
}

export function loadError<R extends LoadErrorReason>(
  reason: R,
  values: Values<(typeof loadErrors)[R]['text']>,
  cause?: unknown,
): LoadError {
  return new LoadError(reason, fill(loadErrors[reason].text, values), cause);
}

/** The graph threw: its words, and whose graph it is. */
export function runFailed(model: { readonly name: string; readonly version: string }, cause: unknown): RequestError {
  return requestError('RunFailed', { model: model.name, version: model.version, cause: textOf(cause) }, cause);
}

/** The first line of whatever was thrown: onnxruntime throws plain strings' worth of text, sockets throw codes. */
export function textOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  // AggregateError of a refused dual-stack connection has an empty message; its code says it.
  const text = thrown.message || ('code' in thrown ? String(thrown.code) : thrown.name);
  return thrown.cause instanceof Error && thrown.cause.message !== text ? `${text}: ${textOf(thrown.cause)}` : text;
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
}
