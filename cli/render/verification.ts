import { verdictOf, type Check } from '../verify/compare.ts';
import { table } from './table.ts';

const words = { equal: 'equal', different: 'DIFFERENT', unread: 'NOT READ' } as const;

export function verificationLines(checks: readonly Check[]): string[] {
  return [...table(['WHAT', 'RESULT', 'WHERE', 'DETAILS'], checks.map(({ what, where, result, text }) => [what, words[result], where === '' ? '-' : where, text])), '', ...conclusion(checks)];
}

function conclusion(checks: readonly Check[]): string[] {
  const sentence = ({ what, where, text }: Check): string => `${what}: ${where}: ${text}`;
  const unread = checks.filter(({ result }) => result === 'unread').map((check) => `Could not be read: ${sentence(check)}`);
  switch (verdictOf(checks)) {
    case 'equal':
      return ['Everything is as recorded.'];
    case 'different':
      return [`First difference: ${checks.filter(({ result }) => result === 'different').map(sentence)[0] ?? ''}`, ...unread];
    case 'unread':
      return ['No difference was found, but not everything could be read.', ...unread];
  }
}
