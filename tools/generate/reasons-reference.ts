// docs/reference/reasons.md: every reason of a condition, from the catalogues controllers/*/reasons.ts.
import { code, pageHeader, table } from './markdown.ts';
import { controllerModules } from './rbac-rules.ts';

interface Reason {
  readonly condition: string;
  readonly meaning: string;
  readonly remedy: string;
}

export async function reasonsReference(): Promise<string> {
  const catalogues = await controllerModules<{ reasons: Readonly<Record<string, Reason>> }>('reasons.ts');
  const sections = catalogues.map(({ folder, exports }) => {
    const rows = Object.entries(exports.reasons)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, reason]) => [code(name), code(reason.condition), reason.meaning, reason.remedy]);
    return `\n## ${kindName(folder)}\n\n${table(['Reason', 'Condition', 'Meaning', 'What to do'], rows)}`;
  });
  return `${pageHeader('controllers/*/reasons.ts')}# Reasons

Each condition of a status, and each event, carries a reason in one word. This is what it means and what to do about it.
${sections.join('')}`;
}

/** `training-run` → `TrainingRun`; `shared` → `Every kind`. */
export function kindName(folder: string): string {
  if (folder === 'shared') return 'Every kind';
  return folder.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
