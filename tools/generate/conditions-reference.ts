// docs/reference/conditions.md: every condition and event of each kind, from controllers/*/conditions.ts and events.ts.
import type { EventCatalogue } from '../../controllers/shared/announce.ts';
import type { ConditionCatalogue, ConditionState } from '../../controllers/shared/condition-catalogue.ts';
import { code, pageHeader, table } from './markdown.ts';
import { controllerModules } from './rbac-rules.ts';
import { kindName } from './reasons-reference.ts';

export async function conditionsReference(): Promise<string> {
  const kinds = await controllerModules<{ conditions: ConditionCatalogue }>('conditions.ts');
  const told = new Map((await controllerModules<{ events: EventCatalogue }>('events.ts')).map(({ folder, exports }) => [folder, exports.events]));
  const sections = kinds.map(({ folder, exports }) => {
    const conditions = Object.entries(exports.conditions).flatMap(([type, { polarity, states }]) =>
      Object.entries<ConditionState>(states).map(([status, { meaning, reasons }]) => [code(type), polarity, status, meaning, [...new Set(reasons)].sort().map(code).join(' ')]),
    );
    const events = Object.entries(told.get(folder) ?? {}).map(([reason, { type, action, audited, meaning }]) => [code(reason), type, code(action), audited ? 'yes' : '', meaning]);
    return `\n## ${kindName(folder)}\n\n${table(['Condition', 'Polarity', 'Status', 'When', 'Reasons'], conditions)}\n${table(['Event', 'Type', 'Action', 'Audited', 'When'], events)}`;
  });
  return `${pageHeader('controllers/*/conditions.ts and controllers/*/events.ts')}# Conditions and events

Every kind has \`Ready\`; \`Reconciling\` and \`Stalled\` are there only while they are True, and never together. So
\`kubectl wait\`, Flux and everything else that knows kstatus can tell: \`Stalled\` is Failed, \`Reconciling\` is InProgress,
neither is Current. \`observedGeneration\` says which spec a status, and each condition in it, is about. A condition that is
not there is unknown. What a reason means and what to do about it: [reasons](reasons.md).

Polarity: \`positive\` is True when all is well; \`abnormal-true\` is there only while True; \`neutral\` only tells.

A failure of a run, an experiment or a verification is an event too, with the reason of the condition.

An audited event changes traffic, approval or registration. It is one event and one line in the operator's log, made from
one record: the line has \`"audit": true\`, the event has the record in its annotation \`trainyard.dev/audit\`. The record
has \`decision\` (the reason), \`subject\`, \`from\`, \`to\` and \`numbers\`, those that the decision rests on.

\`\`\`sh
kubectl -n trainyard-system logs deployment/trainyard | jq -c 'select(.audit) | {time, decision, subject, from, to, numbers}'
\`\`\`
${sections.join('')}`;
}
