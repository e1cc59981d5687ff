import type { EventCatalogue } from '../shared/announce.ts';

/** Every event of an Experiment. The docs page is made from this. */
export const events = {
  TrialStarted: { type: 'Normal', action: 'Launch', audited: false, meaning: 'The TrainingRun of a trial is made.' },
  WinnerSelected: { type: 'Normal', action: 'Judge', audited: true, meaning: 'The best candidate that passed its gates was named.' },
  NoSignificantWinner: { type: 'Normal', action: 'Judge', audited: true, meaning: 'Nobody is proven to be the best, which spec.winner.requireSignificance asks for; nothing is registered.' },
  TooManyFailedTrials: { type: 'Warning', action: 'Fail', audited: true, meaning: 'More trials failed than allowed; nothing is registered.' },
  InvalidSearch: { type: 'Warning', action: 'Fail', audited: true, meaning: 'The space of a search cannot be searched; nothing is registered.' },
  NoScore: { type: 'Warning', action: 'Fail', audited: true, meaning: 'No candidate has a score; nothing is registered.' },
  NoneEligible: { type: 'Warning', action: 'Fail', audited: true, meaning: 'No candidate passed its gates; nothing is registered.' },
  Registered: { type: 'Normal', action: 'Register', audited: true, meaning: 'The ModelVersion of the winner was made.' },
} as const satisfies EventCatalogue;
