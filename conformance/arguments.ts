// The command line.
import { parseArgs } from 'node:util';

export const usage = `usage: trainyard-conformance URL [options]

Tests a server of the Open Inference Protocol V2 (REST), such as http://localhost:8080.

  --model NAME     the model to test; once more for each further model of models/ that the server has under a name of
                   its own. Default: what the server lists
  --version V      ask for this version in every path
  --binary         test binary tensors even where the server does not advertise binary_tensor_data
  --timeout S      seconds for each case (default 10)
  --json FILE      write the whole result there
  --help           this text

Exit code: 0 every "must" holds; 1 one does not; 2 the server cannot be reached, or nothing can be tested.
`;

export interface Arguments {
  readonly url: string;
  readonly models: readonly string[];
  readonly version?: string;
  readonly forceBinary: boolean;
  readonly timeoutMs: number;
  readonly json?: string;
}

/** Undefined: only help is wanted. Throws an Error that names the argument. */
export function parse(args: readonly string[]): Arguments | undefined {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      model: { type: 'string', multiple: true }, version: { type: 'string' }, binary: { type: 'boolean' },
      timeout: { type: 'string' }, json: { type: 'string' }, help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return undefined;
  const [url, ...more] = positionals;
  if (url === undefined || more.length > 0) throw new Error('one URL is needed');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Error(`${url} is no http or https URL`);
  const seconds = Number(values.timeout ?? 10);
  if (!(seconds > 0 && seconds <= 3600)) throw new Error(`--timeout ${values.timeout ?? ''} is no number of seconds up to 3600`);
  return {
    url,
    models: values.model ?? [],
    forceBinary: values.binary === true,
    timeoutMs: seconds * 1000,
    ...(values.version === undefined ? {} : { version: values.version }),
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
