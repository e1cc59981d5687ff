// The only door to onnxruntime: modules are evaluated in this order.
import './no-telemetry.ts';
import './half-floats.ts';

export { InferenceSession, Tensor } from 'onnxruntime-node';
