import type { Comparison, Told } from '../explanation.ts';

export function explanationLines({ decision, said, recomputed, agreement, differences }: Comparison): string[] {
  return [
    `Decision: ${decision}`,
    '',
    ...told('Status says', said),
    '',
    ...told('Worked out anew from the counts', recomputed),
    '',
    ...conclusion(agreement, differences),
  ];
}

function told(title: string, { verdict, because, figures }: Told): string[] {
  return [`${title}: ${verdict}`, ...because.map((line) => `  because ${line}`), ...figures.map((line) => `  ${line}`)];
}

function conclusion(agreement: Comparison['agreement'], differences: readonly string[]): string[] {
  switch (agreement) {
    case 'agree':
      return ['They agree.'];
    case 'disagree':
      return ['They DISAGREE:', ...differences.map((line) => `  ${line}`), 'Look for: a spec that was changed since; requests that came in after a rollback, which are counted too; somebody else who writes the status; an operator of another version than this client.'];
    case 'nothing':
      return ['Nothing to compare: this decision did not come from numbers that status still holds.'];
  }
}
