// The report for people: a line a case, and a sentence for what failed.
import { conforms, count, type CaseResult, type Report } from './report.ts';

const marks = { passed: 'pass', failed: 'FAIL', skipped: 'skip' } as const;

export function printed(report: Report): string {
  const width = Math.max(...report.cases.map(({ id }) => id.length));
  const lines = report.cases.flatMap((one) => lineOf(one, width));
  const { subject, parts } = report.models;
  const others = Object.entries(parts).filter(([, name]) => name !== subject).map(([part, name]) => `${name} (as ${part})`);
  return [`${report.url}, model ${subject}${others.length === 0 ? '' : `; also ${others.join(', ')}`}`, '', ...lines, '', ...summary(report)].join('\n');
}

function lineOf({ id, level, title, outcome, why }: CaseResult, width: number): readonly string[] {
  const line = `${marks[outcome]}  ${level.padEnd(6)}  ${id.padEnd(width)}  ${title}`;
  if (outcome === 'failed') return [line, `      came: ${why ?? ''}`];
  return [outcome === 'skipped' ? `${line} (${why ?? ''})` : line];
}

function summary(report: Report): readonly string[] {
  const counted = (['must', 'should'] as const).map((level) => {
    const { passed, failed, skipped } = count(report, level);
    return `${level.padEnd(6)}  ${passed} passed, ${failed} failed, ${skipped} skipped`;
  });
  return [...counted, conforms(report) ? 'The server does all that the protocol demands of it here.' : 'The server does not do all that the protocol demands.'];
}
