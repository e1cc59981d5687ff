import { silenceOnnxruntime } from '../config.ts';

// A module of its own, because an import is the only thing that can run before another import.
silenceOnnxruntime();
