import { Environment } from '@marcbachmann/cel-js';

/** What a rule says to the value that it stands at; `error` where it cannot be worked out. */
export type Verdict = 'holds' | 'broken' | 'error';

/**
 * The part of the Kubernetes CEL library that our rules use (https://kubernetes.io/docs/reference/using-api/cel/): the
 * core language, and what is registered here. A rule that needs more fails spec-violations.test.ts before it is merged.
 * One difference is known: durations beyond 292 years, which Go cannot hold, are worked out here.
 */
export function celRules(): (rule: string) => (self: unknown) => Verdict {
  const environment = new Environment({ unlistedVariablesAreDyn: false, enableOptionalTypes: true }).registerVariable('self', 'dyn').registerFunction('list.isSorted(): bool', isSorted);
  return (rule) => {
    const evaluate = environment.parse(rule);
    return (self) => {
      try {
        return evaluate({ self }) === true ? 'holds' : 'broken';
      } catch {
        return 'error';
      }
    };
  };
}

function isSorted(list: readonly (number | string)[]): boolean {
  return list.every((item, index) => index === 0 || (list[index - 1] ?? item) <= item);
}
