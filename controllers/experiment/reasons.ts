/** Every reason that an Experiment can show, what it means and what to do. The docs page is made from this. */
export const reasons = {
  Competing: { condition: 'Ready', meaning: 'Candidates are being tried.', remedy: 'Wait; kubectl get trainingruns -l trainyard.dev/experiment=<name> shows the trials.' },
  TrialsWaiting: { condition: 'Ready', meaning: 'No trial under way trains, for 30 s and longer: its pod cannot start, or a store cannot be read.', remedy: 'The message says what the first of them waits for; the reasons of a TrainingRun say what to do. The trials go on by themselves.' },
  SuggestionUnavailable: { condition: 'Ready', meaning: 'The suggestion service, which chooses the parameters of the next trials, cannot be reached or fails; trials under way go on.', remedy: 'It is asked again by itself. Look at the pods of the Deployment trainyard-suggest.' },
  StoreUnreachable: { condition: 'Ready', meaning: 'The trials have ended, but the store with their held-out predictions does not answer.', remedy: 'Check the store; the operator tries again by itself.' },
  StoreForbidden: { condition: 'Ready', meaning: 'The trials have ended, but the store refuses the operator\'s credentials.', remedy: 'Correct the Secret in the operator\'s namespace; the experiment goes on by itself.' },
  Suspended: { condition: 'Ready', meaning: 'spec.suspend is true: no trial runs.', remedy: 'Set spec.suspend to false.' },
  Studying: { condition: 'Ready', meaning: 'The winner is known, and is trained once more without each group of spec.studies.featureGroups.', remedy: 'Wait; kubectl get trainingruns -l trainyard.dev/experiment=<name>,trainyard.dev/study shows the runs.' },
  Registering: { condition: 'Ready', meaning: 'The winner is known and its ModelVersion is being made.', remedy: 'Wait.' },
  Succeeded: { condition: 'Ready', meaning: 'The trials have ended and the best candidate was named.', remedy: 'Nothing to do.' },
  NoSignificantWinner: { condition: 'Ready', meaning: 'No candidate is proven to be better than every other one that passed its gates, and spec.winner.requireSignificance is true. Nothing is registered.', remedy: 'Read status.comparisons. More folds and repeats make differences easier to prove; tie-breakers choose among equals where requireSignificance is false.' },
  TooManyFailedTrials: { condition: 'Succeeded', meaning: 'As many trials failed as spec.maxFailedTrials allows at most.', remedy: 'The message names each failure; make a new Experiment.' },
  InvalidSearch: { condition: 'Succeeded', meaning: 'The space of a search cannot be searched; the message says why.', remedy: 'Correct search.space in a new Experiment.' },
  NoScore: { condition: 'Succeeded', meaning: 'No candidate has a cross-validated score.', remedy: 'Look at the trials.' },
  NoneEligible: { condition: 'Succeeded', meaning: 'No candidate passed its gates.', remedy: 'Compare status.leaderboard with the gates; move a gate only on purpose.' },
  GoalReached: { condition: 'TrialsCompleted', meaning: 'A trial reached objective.goal, so no further one is made.', remedy: 'Nothing to do.' },
  BudgetSpent: { condition: 'TrialsCompleted', meaning: 'spec.budget is spent; the best trial so far wins.', remedy: 'A new Experiment with a larger budget, if the score is not good enough.' },
} as const;
