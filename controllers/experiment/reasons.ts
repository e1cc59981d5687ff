/** Every reason that an Experiment can show, what it means and what to do. The docs page is made from this. */
export const reasons = {
  Competing: { condition: 'Ready', meaning: 'Candidates are being tried.', remedy: 'Wait; kubectl get trainingruns -l trainyard.dev/experiment=<name> shows the trials.' },
  Suspended: { condition: 'Ready', meaning: 'spec.suspend is true: no trial runs.', remedy: 'Set spec.suspend to false.' },
  Registering: { condition: 'Ready', meaning: 'The winner is known and its ModelVersion is being made.', remedy: 'Wait.' },
  Succeeded: { condition: 'Ready', meaning: 'Every candidate was tried and the best one was named.', remedy: 'Nothing to do.' },
  NoSignificantWinner: { condition: 'Ready', meaning: 'No candidate is proven to be better than every other one that passed its gates, and spec.winner.requireSignificance is true. Nothing is registered.', remedy: 'Read status.comparisons. More folds and repeats make differences easier to prove; tie-breakers choose among equals where requireSignificance is false.' },
  TooManyFailedTrials: { condition: 'Succeeded', meaning: 'As many trials failed as spec.maxFailedTrials allows at most.', remedy: 'The message names each failure; make a new Experiment.' },
  NoScore: { condition: 'Succeeded', meaning: 'No candidate has a cross-validated score.', remedy: 'Look at the trials.' },
  NoneEligible: { condition: 'Succeeded', meaning: 'No candidate passed its gates.', remedy: 'Compare status.leaderboard with the gates; move a gate only on purpose.' },
} as const;
