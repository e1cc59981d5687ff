import { expect, test } from 'vitest';

import { Tensor } from '../model/onnxruntime.ts';
import { openSession } from '../model/session.ts';
import { ratio } from '../test/models.ts';
import { inChunks } from './in-chunks.ts';

test('rows are run in pieces, and the answer is that of one run', async () => {
  const session = await openSession(ratio().onnx, { intraOp: 1 });
  const sizes: number[] = [];
  const pieces = inChunks({ ...session, run: (feeds, outputs) => (sizes.push((feeds['a'] as Tensor).dims[0] as number), session.run(feeds, outputs)) }, 4, (feeds) => (feeds['a'] as Tensor).dims[0] as number);
  const a = Float32Array.from({ length: 10 }, (_, i) => i);
  const feeds = { a: new Tensor('float32', a, [10, 1]), b: new Tensor('float32', new Float32Array(10).fill(2), [10, 1]) };
  const whole = await session.run(feeds, ['prediction']);
  const pieced = await pieces.run(feeds, ['prediction']);
  expect(sizes).toEqual([4, 4, 2]);
  expect((pieced['prediction'] as Tensor).dims).toEqual([10, 1]);
  expect((pieced['prediction'] as Tensor).data).toEqual((whole['prediction'] as Tensor).data);
});
