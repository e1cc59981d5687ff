/** Times in Kubernetes objects have whole seconds: what they speak of may be younger by this much than it seems. */
export const lostFractionMs = 1000;
