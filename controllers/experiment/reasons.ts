/** Every reason that an Experiment can show, what it means and what to do. The docs page is made from this. */
export const reasons = {
  Competing: { condition: 'Ready', meaning: 'Candidates are being tried.', remedy: 'Wait; kubectl get trainingruns -l trainyard.dev/experiment=<name> shows the trials.' },
  Suspended: { condition: 'Ready', meaning: 'spec.suspend is true: no trial runs.', remedy: 'Set spec.suspend to false.' },
  Registering: { condition: 'Ready', meaning: 'The winner is known and its ModelVersion is being made.', remedy: 'Wait.' },
  Succeeded: { condition: 'Ready', meaning: 'Every candidate was tried and the best one was named.', remedy: 'Nothing to do.' },
  TooManyFailedTrials: { condition: 'Succeeded', meaning: 'As many trials failed as spec.maxFailedTrials allows at most.', remedy: 'The message names each failure; make a new Experiment.' },
  NoScore: { condition: 'Succeeded', meaning: 'No candidate has a cross-validated score.', remedy: 'Look at the trials.' },
  NoneEligible: { condition: 'Succeeded', meaning: 'No candidate passed its gates.', remedy: 'Compare status.leaderboard with the gates; move a gate only on purpose.' },
} as const;
