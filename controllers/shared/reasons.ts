/** Reasons that every kind can show, what they mean and what to do. The docs page is made from this. */
export const reasons = {
  InvalidSpec: { condition: 'Stalled', meaning: 'The spec breaks a rule of its CRD: it was stored before the rule, or while another CRD was installed. Nothing is done with the object; what was under way already is brought to its end.', remedy: 'The message says what is wrong, as the API server would. Correct the spec, or make a new object where the field is immutable. Install the CRDs of the chart.' },
} as const;
