import { forms, type Asked, type FormName } from './forms.ts';
import type { Answers, ModelData, ModelName } from './models.ts';

/** A request, and what onnxruntime says of its rows. */
export interface Question {
  readonly asked: Asked;
  readonly expected: Answers;
}

/** All the rows there are, so many in a request. */
export function questionsOf(data: ModelData, model: ModelName, form: FormName, rows: number): Question[] {
  const { label, probabilities } = data.answers[model];
  return Array.from({ length: Math.floor(data.rows.length / rows) }, (_, index) => {
    const [from, to] = [index * rows, (index + 1) * rows];
    return { asked: forms[form].ask(data.rows.slice(from, to)), expected: { label: label.slice(from, to), probabilities: probabilities.slice(from, to) } };
  });
}

/** As both generators send it, over and over. */
export function rawRequest({ path, headers, body }: Asked, host: string): Buffer {
  const lines = [`POST ${path} HTTP/1.1`, `host: ${host}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), `content-length: ${body.length}`, '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body]);
}

/** One file for both: the length in digits, a line feed, the bytes, a line feed. */
export function frame(requests: readonly Buffer[]): Buffer {
  return Buffer.concat(requests.flatMap((request) => [Buffer.from(`${request.length}\n`), request, Buffer.from('\n')]));
}

export function unframe(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < file.length; ) {
    const end = file.indexOf(0x0a, at);
    const length = Number(file.toString('latin1', at, end));
    found.push(file.subarray(end + 1, end + 1 + length));
    at = end + 2 + length;
  }
  return found;
}
