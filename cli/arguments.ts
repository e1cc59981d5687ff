import { parseArgs } from 'node:util';
import { Failure, usageFailure } from './failure.ts';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly about: string;
}

/** Every option of every command. One name means the same everywhere. */
export const options = {
  namespace: { type: 'string', short: 'n', value: 'NAME', about: 'Namespace; default: that of the context' },
  context: { type: 'string', value: 'NAME', about: 'Context of the kubeconfig' },
  kubeconfig: { type: 'string', value: 'FILE', about: 'Path of the kubeconfig' },
  help: { type: 'boolean', short: 'h', about: 'This text' },
  output: { type: 'string', short: 'o', value: 'json', about: 'For programs; of predict and report: where to' },
  watch: { type: 'boolean', short: 'w', about: 'Show every change until the rollout is over: exit code 0 after a promotion, 3 after a rollback or an abort' },
  timeout: { type: 'string', value: '10s', about: 'How long to wait, such as 30s or 10m' },
  'no-wait': { type: 'boolean', about: 'Do not wait for the operator' },
  full: { type: 'boolean', about: 'Skip all steps that are left' },
  model: { type: 'string', value: 'NAME', about: 'Only versions of this model' },
  input: { type: 'string', value: 's3://…', about: 'An object that ends in .csv or .parquet, or a folder of such, which ends in a slash' },
  keep: { type: 'string', value: 'A,B', about: 'Columns of the input that are copied to the output, such as ids' },
  'on-bad-row': { type: 'string', value: 'fail|skip', about: 'What to do with rows that the model cannot take; default fail' },
  'rows-per-part': { type: 'string', value: 'N', about: 'Rows of the input that one file of the output covers; default 100000' },
  wait: { type: 'boolean', about: 'Follow it to its end: exit code 0 when it is done, 1 when it failed' },
  image: { type: 'string', value: 'IMAGE', about: 'Image of the model server; default: that of the operator' },
  secret: { type: 'string', value: 'NAME', about: 'Secret with AWS_* for model, input and output; default: that of the store' },
  cpu: { type: 'string', value: 'N', about: 'Cores of the pod, and threads of the model; default 1' },
  memory: { type: 'string', value: 'N', about: 'Memory of the pod; default 1Gi' },
  retries: { type: 'string', value: 'N', about: 'How many pods may follow the first one; default 6' },
  ttl: { type: 'string', value: '1h', about: 'Delete the Job so long after its end; default: it stays' },
  'all-namespaces': { type: 'boolean', short: 'A', about: 'All namespaces' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;
export type OptionValues = { readonly [N in OptionName]?: (typeof options)[N]['type'] extends 'boolean' ? boolean : string };

/** Taken by every command. */
export const commonOptions: readonly OptionName[] = ['namespace', 'context', 'kubeconfig', 'help'];

export interface Arguments {
  readonly words: readonly string[];
  readonly values: OptionValues;
}

export function parse(args: readonly string[]): Arguments {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { words: positionals, values };
  } catch (error) {
    // The first sentence names the option; the others explain how to pass a word that looks like one.
    const [said = 'wrong arguments'] = (error as Error).message.split('. ');
    throw usageFailure(said.replaceAll("'", '"').replace(/\.$/, ''), 'kubectl trainyard');
  }
}

const unitMs = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of `--timeout`, or of another option of that form; undefined when it was left out. */
export function timeoutMs({ timeout }: OptionValues, option = '--timeout'): number | undefined {
  if (timeout === undefined) return undefined;
  const found = /^([0-9]+)(s|m|h)$/.exec(timeout);
  if (found === null) throw new Failure(`${option} ${timeout} is no time: write a whole number and a unit, such as 30s or 10m`, 2);
  return Number(found[1]) * unitMs[found[2] as keyof typeof unitMs];
}

export function wantsJson({ output }: OptionValues): boolean {
  if (output !== undefined && output !== 'json') throw new Failure(`--output ${output} is not offered: leave it out, or write -o json`, 2);
  return output === 'json';
}

/** `tumour` of `tumour`, `md/tumour` or `modeldeployment/tumour`, as kubectl takes them. */
export function nameOf(word: string, kinds: readonly string[]): string {
  const slash = word.indexOf('/');
  const kind = word.slice(0, Math.max(0, slash));
  const name = word.slice(slash + 1);
  if (name === '' || (slash >= 0 && !kinds.includes(kind.toLowerCase()))) throw new Failure(`"${word}" names no ${kinds[0] ?? 'object'}: write its name alone`, 2);
  return name;
}
