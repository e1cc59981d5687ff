import { Tensor } from 'onnxruntime-node';

/**
 * onnxruntime-common keeps FP16 in a Float16Array where there is such a class when the first tensor is made, else as bits
 * in a Uint16Array. Its native half (1.30 on Node 24) cannot see into a Float16Array: "not enough space: expected 4, got 0".
 * So the first tensor is made here, while the class is out of sight.
 */
const name = 'Float16Array';
const hidden = Object.getOwnPropertyDescriptor(globalThis, name);
if (hidden !== undefined) Reflect.deleteProperty(globalThis, name);
new Tensor('bool', new Uint8Array(1), [1]);
if (hidden !== undefined) Object.defineProperty(globalThis, name, hidden);
