import { commonOptions, options, type OptionName, type OptionValues } from './arguments.ts';
import type { Connection } from './connect.ts';
import type { ExitCode } from './failure.ts';

/** Where a command writes to. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Warnings and errors. */
  readonly err: (text: string) => void;
  /** A person looks at it: a watch may paint over what it showed before. */
  readonly isTty: boolean;
}

export interface Call {
  /** The name that follows the command; '' where none is taken. */
  readonly name: string;
  readonly values: OptionValues;
  readonly terminal: Terminal;
  /** Connects at the first call, so that help and wrong usage need no cluster. */
  readonly connect: () => Connection;
}

export interface Command {
  /** Such as `rollout status`. */
  readonly words: string;
  /** What stands for the name in the help; left out where none is taken. */
  readonly takes?: 'MODELDEPLOYMENT' | 'MODELVERSION' | 'EXPERIMENT' | 'PATH';
  readonly options: readonly OptionName[];
  /** What may follow --output, where it is not json. */
  readonly outputs?: readonly string[];
  /** One line for the list of commands. */
  readonly about: string;
  /** What else a person should know. */
  readonly more?: string;
  readonly run: (call: Call) => Promise<ExitCode>;
}

export const program = 'kubectl trainyard';

export function helpOf(command: Command): string {
  const names = [...command.options, ...commonOptions];
  const usage = [program, command.words, command.takes, '[options]'].filter((part) => part !== undefined).join(' ');
  return [`${command.about}.`, ...(command.more === undefined ? [] : ['', command.more]), '', `Usage: ${usage}`, '', 'Options:', ...optionLines(names, command.outputs)].join('\n');
}

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ words }) => words.length)) + 2;
  return [
    'Follow and steer the rollouts of Trainyard. It reads what stands in the objects and writes annotations; it decides nothing.',
    '',
    `Usage: ${program} COMMAND [options]`,
    '',
    'Commands:',
    ...commands.map(({ words, about }) => `  ${words.padEnd(width)}${about}`),
    '',
    'Options of every command:',
    ...optionLines(commonOptions),
  ].join('\n');
}

function optionLines(names: readonly OptionName[], outputs?: readonly string[]): string[] {
  const rows = names.map((name) => {
    const { short, about, ...option }: { short?: string; value?: string; about: string } = options[name];
    const value = name === 'output' && outputs !== undefined ? outputs.join('|') : option.value;
    return [`  ${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`, about] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, about]) => left.padEnd(width) + about);
}
