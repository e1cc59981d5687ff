import type { Command } from './command.ts';
import { abort } from './commands/abort.ts';
import { approve } from './commands/approve.ts';
import { check } from './commands/check.ts';
import { exportVersion } from './commands/export.ts';
import { lineage } from './commands/lineage.ts';
import { pause } from './commands/pause.ts';
import { predict } from './commands/predict.ts';
import { promote } from './commands/promote.ts';
import { report } from './commands/report.ts';
import { resume } from './commands/resume.ts';
import { retry } from './commands/retry.ts';
import { rollback } from './commands/rollback.ts';
import { rolloutExplain } from './commands/rollout-explain.ts';
import { rolloutHistory } from './commands/rollout-history.ts';
import { rolloutStatus } from './commands/rollout-status.ts';
import { verify } from './commands/verify.ts';
import { version } from './commands/version.ts';
import { versions } from './commands/versions.ts';

/** In the order of the help. */
export const commands: readonly Command[] = [rolloutStatus, rolloutExplain, rolloutHistory, promote, abort, retry, rollback, approve, pause, resume, versions, exportVersion, verify, lineage, predict, report, check, version];
