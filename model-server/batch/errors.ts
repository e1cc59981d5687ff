/** Every error that ends a batch prediction: reason, exit code, text. Those of loading the model are in ../errors.ts. */

type Placeholder<T extends string> = T extends `${string}{${infer Key}}${infer Rest}` ? Key | Placeholder<Rest> : never;
type Values<T extends string> = Readonly<Record<Placeholder<T>, string | number>>;

/** As in ../errors.ts: 65 the data is wrong, 75 try again, 78 the configuration is wrong. A Job repeats only 75. */
export const batchErrors = {
  NotFound: { exitCode: 65, text: '{uri} does not exist' },
  InputEmpty: { exitCode: 65, text: 'the folder {uri} holds no .csv and no .parquet object' },
  InputMixed: { exitCode: 65, text: 'the folder {uri} holds CSV ({csv}) and Parquet ({parquet}): give each kind a folder of its own' },
  InputUnreadable: { exitCode: 65, text: '{uri} cannot be read as {format}: {cause}' },
  Changed: { exitCode: 65, text: '{uri} was changed while it was read: start a new prediction with another output' },
  ColumnMissing: { exitCode: 65, text: '{uri}: column "{column}" is missing{hint}' },
  ColumnTwice: { exitCode: 65, text: '{uri}: column "{column}" is there {count} times' },
  ColumnTaken: { exitCode: 65, text: 'column "{column}" cannot be kept: the predictions have a column of that name' },
  ColumnDiffers: { exitCode: 65, text: '{uri}: column "{column}", which is to be kept, is {actual}, and {expected} in {first}' },
  RowRefused: { exitCode: 65, text: '{uri}: {place}: {reason}' },
  NotTabular: { exitCode: 65, text: 'model "{model}" takes tensors, not one value a column: it has no predictions for rows' },
  OutputTaken: { exitCode: 65, text: '{uri} belongs to another prediction: {difference}. Name an empty folder as output' },
  StoreForbidden: { exitCode: 78, text: '{uri}: access denied: see that the credentials may {action} there' },
  StoreUnreachable: { exitCode: 75, text: '{uri} could not be {done} in {attempts} attempts: {cause}' },
  Interrupted: { exitCode: 75, text: 'asked to end: the parts that are written stay, and another start goes on after them' },
  ConfigInvalid: { exitCode: 78, text: 'environment variable {variable} {cause}' },
} as const satisfies Record<string, { exitCode: number; text: string }>;

export type BatchErrorReason = keyof typeof batchErrors;

export class BatchError extends Error {
  override readonly name = 'BatchError';
  readonly reason: BatchErrorReason;
  readonly exitCode: number;

  constructor(reason: BatchErrorReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.exitCode = batchErrors[reason].exitCode;
  }
}

export function batchError<R extends BatchErrorReason>(reason: R, values: Values<(typeof batchErrors)[R]['text']>, cause?: unknown): BatchError {
  const filled = (_: string, key: string): string => String((values as Readonly<Record<string, string | number>>)[key]);
  return new BatchError(reason, batchErrors[reason].text.replaceAll(/\{(\w+)\}/g, filled), cause);
}
