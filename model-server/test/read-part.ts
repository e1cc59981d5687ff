import { parquetReadObjects } from 'hyparquet';

/** The rows of a part of a batch prediction. */
export async function readPart(bytes: Uint8Array): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer });
}
