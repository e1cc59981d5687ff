import type { Parameters, Question } from './question.ts';
import { SuggestError, type Suggester } from './suggester.ts';

/** What came of asking for the parameters of trials. */
export interface Suggestions {
  /** By candidate and number. */
  readonly parameters: ReadonlyMap<string, ReadonlyMap<number, Parameters>>;
  /** Points of the grids, by candidate. */
  readonly gridSizes: ReadonlyMap<string, number>;
  readonly problem: { readonly reason: SuggestError['reason']; readonly message: string } | undefined;
}

export const noSuggestions: Suggestions = { parameters: new Map(), gridSizes: new Map(), problem: undefined };

/** Asks one question after the other. What was answered before one fails is kept. */
export async function askAll({ suggest }: Pick<Suggester, 'suggest'>, questions: ReadonlyMap<string, Question>): Promise<Suggestions> {
  const parameters = new Map<string, ReadonlyMap<number, Parameters>>();
  const gridSizes = new Map<string, number>();
  for (const [candidate, question] of questions) {
    try {
      const { trials, size } = await suggest(question);
      parameters.set(candidate, new Map(trials.map((one) => [one.number, one.parameters])));
      if (size !== null) gridSizes.set(candidate, size);
    } catch (error) {
      if (!(error instanceof SuggestError)) throw error;
      return { parameters, gridSizes, problem: { reason: error.reason, message: `candidate ${candidate}: ${error.message}` } };
    }
  }
  return { parameters, gridSizes, problem: undefined };
}
