import { describe, expect, it } from 'vitest';
import { nameOf, parse, timeoutMs, wantsJson } from './arguments.ts';
import { commands } from './commands.ts';
import { deploymentKinds } from './connect.ts';
import { Failure } from './failure.ts';
import { run } from './run.ts';

async function told(...args: readonly string[]): Promise<{ out: string; code: number }> {
  let out = '';
  const terminal = { out: (text: string) => void (out += text), err: () => undefined, isTty: false };
  const connect = (): never => {
    throw new Error('it connected');
  };
  try {
    return { code: await run(commands, parse(args), { terminal, connect }), out };
  } catch (error) {
    return error instanceof Failure ? { code: error.exitCode, out: error.message } : { code: -1, out: (error as Error).message };
  }
}

describe('the command line', () => {
  it.each<[string, readonly string[], number, string]>([
    ['no command at all gives the list', [], 0, 'rollout explain'],
    ['a part of a command with --help gives its commands', ['rollout', '--help'], 0, 'rollout history'],
    ['a part of a command is wrong usage', ['rollout'], 2, '"rollout" is only a part of a command'],
    ['an unknown command', ['deploy'], 2, 'there is no command "deploy"; "kubectl trainyard --help" shows how'],
    ['an unknown option', ['versions', '--colour'], 2, 'Unknown option "--colour"; "kubectl trainyard --help" shows how'],
    ['an option of another command', ['abort', 'tumour', '--full'], 2, '"abort" takes no --full; "kubectl trainyard abort --help" shows how'],
    ['a name that is missing', ['abort'], 2, '"abort" needs the name of a ModelDeployment'],
    ['a name too many', ['abort', 'a', 'b'], 2, '"b" is one word too many'],
    ['a name where none is taken', ['versions', 'a'], 2, '"a" is one word too many'],
    ['another output format', ['versions', '-o', 'yaml'], 2, '--output yaml is not offered'],
    ['a lineage without a format', ['lineage', 'a'], 2, 'write -o openlineage or -o cyclonedx'],
    ['a lineage in a format that is not offered', ['lineage', 'a', '-o', 'json'], 2, '--output json is not offered'],
    ['the help of a lineage names its formats', ['lineage', '-h'], 0, '--output openlineage|cyclonedx'],
    ['a timeout without a watch', ['rollout', 'status', 'a', '--timeout', '1s'], 2, 'add --watch'],
    ['a command in full order connects', ['-n', 'ml', 'rollout', 'status', 'a'], -1, 'it connected'],
  ])('%s', async (_, args, code, text) => {
    const { out, code: actual } = await told(...args);
    expect(out).toContain(text);
    expect(actual).toBe(code);
  });

  it('has a help for every command, with its options and without a cluster', async () => {
    for (const { words, options } of commands) {
      const { code, out } = await told(...words.split(' '), '-h');
      expect(code, words).toBe(0);
      for (const option of options) expect(out, words).toContain(`--${option}`);
    }
  });

  it('reads times with a unit, and nothing else', () => {
    expect(timeoutMs({ timeout: '2m' })).toBe(120_000);
    expect(timeoutMs({})).toBeUndefined();
    expect(() => timeoutMs({ timeout: '10' })).toThrow('--timeout 10 is no time');
    expect(wantsJson({ output: 'json' })).toBe(true);
  });

  it('takes names as kubectl does', () => {
    expect(nameOf('tumour', deploymentKinds)).toBe('tumour');
    expect(nameOf('md/tumour', deploymentKinds)).toBe('tumour');
    expect(() => nameOf('mv/tumour-1', deploymentKinds)).toThrow('"mv/tumour-1" names no modeldeployment');
    expect(() => nameOf('/tumour', deploymentKinds)).toThrow('names no modeldeployment');
  });
});
