import { commonOptions, type Arguments, type OptionName, type OptionValues } from './arguments.ts';
import { helpOf, overview, program, type Command, type Terminal } from './command.ts';
import type { Connection } from './connect.ts';
import { exitCode, usageFailure, type ExitCode } from './failure.ts';

/** As people say it. */
const named: Readonly<Record<NonNullable<Command['takes']>, string>> = { MODELDEPLOYMENT: 'a ModelDeployment', MODELVERSION: 'a ModelVersion', EXPERIMENT: 'an Experiment', PATH: 'a file or folder' };

export interface Outside {
  readonly terminal: Terminal;
  readonly connect: (values: OptionValues) => Connection;
}

/** Finds the command that the words name, and runs it. */
export async function run(commands: readonly Command[], { words, values }: Arguments, { terminal, connect }: Outside): Promise<ExitCode> {
  const command = commands.find((one) => one.words.split(' ').every((word, at) => words[at] === word));
  if (command === undefined) {
    const group = commands.filter((one) => words.every((word, at) => one.words.split(' ')[at] === word));
    if (values.help === true || words.length === 0) {
      terminal.out(overview(group.length === 0 ? commands : group));
      return exitCode.done;
    }
    throw usageFailure(group.length === 0 ? `there is no command "${words.join(' ')}"` : `"${words.join(' ')}" is only a part of a command`, program);
  }
  if (values.help === true) {
    terminal.out(helpOf(command));
    return exitCode.done;
  }
  const full = `${program} ${command.words}`;
  const taken: readonly OptionName[] = [...command.options, ...commonOptions];
  const foreign = (Object.keys(values) as OptionName[]).find((name) => !taken.includes(name));
  if (foreign !== undefined) throw usageFailure(`"${command.words}" takes no --${foreign}`, full);
  const [name, ...rest] = words.slice(command.words.split(' ').length);
  if (command.takes !== undefined && name === undefined) throw usageFailure(`"${command.words}" needs the name of ${named[command.takes]}`, full);
  const surplus = command.takes === undefined ? name : rest[0];
  if (surplus !== undefined) throw usageFailure(`"${surplus}" is one word too many`, full);

  return command.run({ name: name ?? '', values, terminal, connect: () => connect(values) });
}
