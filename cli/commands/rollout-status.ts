import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { timeoutMs, wantsJson } from '../arguments.ts';
import type { Call, Command } from '../command.ts';
import { readDeployment, type Connection } from '../connect.ts';
import { ending } from '../ending.ts';
import { exitCode, Failure, type ExitCode } from '../failure.ts';
import { rolloutStatus as lines } from '../render/rollout-status.ts';
import { waitsFor } from '../render/waits-for.ts';
import { watchDeployment } from '../watch-deployment.ts';

export const rolloutStatus: Command = {
  words: 'rollout status',
  takes: 'MODELDEPLOYMENT',
  options: ['watch', 'timeout', 'output'],
  about: 'Show where a rollout stands, on what evidence, and what it waits for',
  more: 'AT MOST is the greatest share of bad requests that the counts do not refute; an e-value at the threshold rolls back.\n--timeout bounds --watch; without it, it watches until the rollout is over.',
  async run(call) {
    const { name, values, terminal, connect } = call;
    const json = wantsJson(values);
    const longestMs = timeoutMs(values);
    if (longestMs !== undefined && values.watch !== true) throw new Failure('--timeout bounds a watch: add --watch', exitCode.wrongUsage);
    const connection = connect();
    const object = await readDeployment(connection, name);
    if (values.watch === true) return follow(call, connection, object, longestMs);
    terminal.out(json ? asJson(object, connection.clock.now()) : lines(object, connection.clock.now()).join('\n'));
    return exitCode.done;
  },
};

const clearScreen = '\u001b[H\u001b[2J';

async function follow({ values, terminal }: Call, connection: Connection, first: ModelDeployment, longestMs: number | undefined): Promise<ExitCode> {
  let shown = '';
  let seen = false;
  const end = await watchDeployment(connection, first, longestMs, (object) => {
    const now = connection.clock.now();
    const text = wantsJson(values) ? asJson(object, now) : lines(object, now).join('\n');
    if (terminal.isTty && !wantsJson(values)) terminal.out(clearScreen + text);
    else if (text !== shown) terminal.out(shown === '' || wantsJson(values) ? text : `\n${text}`);
    shown = text;
    const ended = ending(object, seen);
    seen ||= object.status?.candidate !== undefined;
    return ended;
  });
  const told = end === 'promoted' ? `${first.metadata.name}: the rollout is over, and what spec asks for serves` : `${first.metadata.name}: the rollout was given up`;
  terminal.err(told);
  return end === 'promoted' ? exitCode.done : exitCode.rolledBack;
}

function asJson(object: ModelDeployment, now: Date): string {
  const { metadata, spec, status } = object;
  const { stable, candidate, rollout, evidence, lastRollback, conditions } = status ?? {};
  return JSON.stringify({ namespace: metadata.namespace, name: metadata.name, version: spec.version, paused: spec.paused, stable, candidate, rollout, waitsFor: waitsFor(object, now), evidence, lastRollback, conditions }, undefined, 2);
}
