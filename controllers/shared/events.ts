import type { EventCatalogue } from './announce.ts';

/** Events that every kind can have. */
export const events = {
  InvalidSpec: { type: 'Warning', action: 'Validate', audited: false, meaning: 'The spec breaks a rule of its CRD; it was stored before the rule, or past it.' },
} as const satisfies EventCatalogue;
