import type { Datatype } from '../../protocol/datatypes.ts';

const NUMBER = /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const FLAGS: ReadonlyMap<string, boolean> = new Map([['true', true], ['True', true], ['TRUE', true], ['false', false], ['False', false], ['FALSE', false]]);

/**
 * How a cell of a CSV file reads as the JSON value that `POST /predict` would take: an empty cell is a missing number or
 * the empty text. What is no such value stays a text, which the model's own decoder refuses.
 */
export function fromText(datatype: Datatype): (cell: string) => unknown {
  switch (datatype) {
    case 'BYTES':
      return (cell) => cell;
    case 'BOOL':
      return (cell) => (cell === '' ? null : (FLAGS.get(cell) ?? cell));
    case 'FP32':
    case 'FP64':
      return (cell) => {
        if (NUMBER.test(cell)) return Number(cell);
        if (cell === '') return null;
        // A trainer reads a column of true and false as numbers, so a model of such a column takes them.
        const flag = FLAGS.get(cell);
        return flag === undefined ? cell : Number(flag);
      };
    default:
      return (cell) => (NUMBER.test(cell) ? Number(cell) : cell === '' ? null : cell);
  }
}
