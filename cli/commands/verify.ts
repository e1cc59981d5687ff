import { timeoutMs, wantsJson } from '../arguments.ts';
import type { Command } from '../command.ts';
import { readVersion } from '../connect.ts';
import { exitCode } from '../failure.ts';
import { verificationLines } from '../render/verification.ts';
import { verdictOf, compare } from '../verify/compare.ts';
import { readAll } from '../verify/read.ts';

/** For one object; data may be large. */
const deadlineMs = 30 * 60_000;

export const verify: Command = {
  words: 'verify',
  takes: 'MODELVERSION',
  options: ['output', 'timeout'],
  about: 'Read data, manifest and model file again, and compare them with what is on record',
  more: 'With your own credentials (AWS_* of the shell), from where the lineage says they are. Exit code 1 when something differs, which is named, or could not be read. --timeout is for each object; default 30m.',
  async run({ name, values, terminal, connect }) {
    const json = wantsJson(values);
    const limitMs = timeoutMs(values) ?? deadlineMs;
    const version = await readVersion(connect(), name);
    // Loaded here, because no other command needs the S3 client, and each would wait for it.
    const { personalStore } = await import('../personal-store.ts');
    const checks = compare(version, await readAll(personalStore(limitMs), version));
    const verdict = verdictOf(checks);
    terminal.out(json ? JSON.stringify({ verdict, checks }, undefined, 2) : verificationLines(checks).join('\n'));
    return verdict === 'equal' ? exitCode.done : exitCode.failed;
  },
};
