import { describe, expect, test } from 'vitest';

import { disagreement } from './signature.ts';
import type { GraphTensor } from './session.ts';

const X = { name: 'x', datatype: 'FP32', shape: [-1, 1] } as const;
const Y = { name: 'y', datatype: 'FP32', shape: [-1, 2] } as const;
const MANIFEST = { inputs: [X], outputs: [Y] };
const tensor = (name: string, shape: readonly (number | string)[], type = 'float32'): GraphTensor => ({ name, isTensor: true, type, shape });
const x = tensor('x', ['N', 1]);
const y = tensor('y', ['', 2]);

describe('disagreement', () => {
  test.each<[string, readonly GraphTensor[], readonly GraphTensor[], string | undefined]>([
    ['nothing when both say the same', [x], [y], undefined],
    ['nothing when the graph leaves a dimension open', [x], [tensor('y', ['N', 'M'])], undefined],
    ['nothing when the graph leaves an output shape out', [x], [tensor('y', [])], undefined],
    ['an input only the graph has', [x, tensor('z', [1])], [y], 'the graph has input "z", the manifest does not'],
    ['an input only the manifest has', [], [y], 'the manifest has input "x", the graph does not'],
    ['another datatype', [tensor('x', ['N', 1], 'int64')], [y], 'input "x" is INT64 in the graph, FP32 in the manifest'],
    ['a type the protocol does not know', [tensor('x', ['N', 1], 'int4')], [y], 'input "x" is int4 in the graph'],
    ['another width', [x], [tensor('y', ['N', 3])], 'output "y" has shape [-1,3] in the graph, [-1,2] in the manifest'],
    ['another rank', [tensor('x', ['N'])], [y], 'input "x" has shape [-1] in the graph'],
    ['fewer rows than the manifest promises', [tensor('x', [1, 1])], [y], 'input "x" has shape [1,1] in the graph, [-1,1] in the manifest'],
    ['an output that is no tensor', [x], [{ name: 'y', isTensor: false }], 'output "y" is no tensor in the graph (export it with zipmap off)'],
  ])('says %s', (_name, inputs, outputs, expected) => {
    const said = disagreement(MANIFEST, { inputs, outputs });
    if (expected === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(expected);
  });
});
