// The only door to onnxruntime: modules are evaluated in this order.
import './no-telemetry.ts';

export { InferenceSession, Tensor } from 'onnxruntime-node';
