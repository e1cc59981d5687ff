import type { ConditionCatalogue } from '../shared/condition-catalogue.ts';

const givenUp = ['TooManyFailedTrials', 'InvalidSearch'] as const;
const failures = [...givenUp, 'NoScore', 'NoneEligible'] as const;
const underWay = ['Competing', 'TrialsWaiting', 'SuggestionUnavailable', 'StoreUnreachable', 'StoreForbidden', 'Studying', 'Registering'] as const;

/** Every condition of an Experiment. The docs page is made from this. */
export const conditions = {
  Ready: {
    polarity: 'positive',
    states: {
      True: { meaning: 'There is a winner and, where wanted, its ModelVersion; or the finding that nobody is proven to be the best.', reasons: ['Succeeded', 'NoSignificantWinner'] },
      False: { meaning: 'Nobody won, or the experiment is suspended.', reasons: ['Suspended', ...failures] },
      Unknown: { meaning: 'Trials run, or the winner is being studied or registered.', reasons: underWay },
    },
  },
  Reconciling: { polarity: 'abnormal-true', states: { True: { meaning: 'Trials run, or the winner is being studied or registered.', reasons: underWay } } },
  Stalled: { polarity: 'abnormal-true', states: { True: { meaning: 'Nobody won. Only a new Experiment helps.', reasons: failures } } },
  Succeeded: {
    polarity: 'positive',
    states: {
      True: { meaning: 'The experiment ended with a winner, or with the finding that nobody is proven to be the best.', reasons: ['Succeeded', 'NoSignificantWinner'] },
      False: { meaning: 'The experiment ended without one.', reasons: failures },
      Unknown: { meaning: 'The experiment has not ended.', reasons: [...underWay, 'Suspended'] },
    },
  },
  TrialsCompleted: {
    polarity: 'positive',
    states: {
      True: { meaning: 'No further trial is made: every one has ended, the goal is reached or the budget is spent.', reasons: ['AllEnded', 'GoalReached', 'BudgetSpent'] },
      False: { meaning: 'Trials are left, or were given up.', reasons: ['Competing', ...givenUp] },
    },
  },
  WinnerSelected: {
    polarity: 'positive',
    states: {
      True: { meaning: 'status.verdict names the winner.', reasons: ['Significant', 'TieBroken', 'BestScore', 'OnlyEligible'] },
      False: { meaning: 'There is none.', reasons: [...failures, 'NoSignificantWinner'] },
      Unknown: { meaning: 'The trials have not ended.', reasons: ['Competing'] },
    },
  },
} as const satisfies ConditionCatalogue;
