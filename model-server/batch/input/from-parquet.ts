import type { Datatype } from '../../protocol/datatypes.ts';

/**
 * How a value of a Parquet column reads as the JSON value that `POST /predict` would take. What has no such form stays
 * as it is, and the model's own decoder refuses it.
 */
export function fromParquet(datatype: Datatype): (value: unknown) => unknown {
  switch (datatype) {
    case 'BYTES':
      return (value) => value ?? '';
    case 'FP32':
    case 'FP64':
      return (value) => {
        if (typeof value === 'number') return Number.isNaN(value) ? null : value;
        if (typeof value === 'bigint') return Number(value);
        // A trainer reads a column of true and false as numbers, so a model of such a column takes them.
        return typeof value === 'boolean' ? Number(value) : (value ?? null);
      };
    default:
      return (value) => (typeof value === 'bigint' ? Number(value) : (value ?? null));
  }
}
