import { describe, expect, it } from 'vitest';
import { largestDifference } from './compare.ts';
import { forms, type FormName } from './forms.ts';
import type { Answers } from './models.ts';
import { frame, questionsOf, rawRequest, unframe } from './questions.ts';

const rows = [[1, 2.5], [3, 4]];
const answers: Answers = { label: [1, 0], probabilities: [[0.25, 0.75], [0.5, 0.5]] };
const v2 = (label: unknown, probabilities: unknown): object => ({ outputs: [{ name: 'label', shape: [2], datatype: 'INT64', data: label }, { name: 'probabilities', shape: [2, 2], datatype: 'FP32', data: probabilities }] });
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

function asked(form: FormName): { head: unknown; rest: Buffer } {
  const { headers, body } = forms[form].ask(rows);
  const length = Number(headers['inference-header-content-length'] ?? body.length);
  return { head: JSON.parse(Buffer.from(body.subarray(0, length)).toString()), rest: Buffer.from(body.subarray(length)) };
}

describe('rows are sent', () => {
  it.each<[FormName, unknown]>([
    ['v2', { inputs: [{ name: 'X', shape: [2, 2], datatype: 'FP32', data: [1, 2.5, 3, 4] }] }],
    ['v2-binary', { inputs: [{ name: 'X', shape: [2, 2], datatype: 'FP32', parameters: { binary_data_size: 16 } }], parameters: { binary_data_output: true } }],
    ['bentoml', { X: rows }],
    ['litserve', { inputs: rows }],
  ])('as %s', (form, expected) => expect(asked(form).head).toEqual(expected));
  it('as little-endian floats behind the header', () => expect([0, 4, 8, 12].map((at) => asked('v2-binary').rest.readFloatLE(at))).toEqual([1, 2.5, 3, 4]));
});

describe('answers are read', () => {
  it.each<[string, FormName, unknown]>([
    ['V2 with flat data', 'v2', v2([1, 0], [0.25, 0.75, 0.5, 0.5])],
    ['V2 with nested data', 'v2', v2([1, 0], [[0.25, 0.75], [0.5, 0.5]])],
    ['BentoML', 'bentoml', [[1, 0.25, 0.75], [0, 0.5, 0.5]]],
    ['LitServe', 'litserve', answers],
  ])('of %s', (_name, form, body) => expect(forms[form].read({ headers: {}, body: json(body) })).toEqual(answers));
  it('of V2 with binary tensors', () => {
    const head = json({ outputs: [{ name: 'label', shape: [2], datatype: 'INT64', parameters: { binary_data_size: 16 } }, { name: 'probabilities', shape: [2, 2], datatype: 'FP32', parameters: { binary_data_size: 16 } }] });
    const tensors = Buffer.alloc(32);
    tensors.writeBigInt64LE(1n, 0);
    [0.25, 0.75, 0.5, 0.5].forEach((value, index) => tensors.writeFloatLE(value, 16 + index * 4));
    expect(forms['v2-binary'].read({ headers: { 'inference-header-content-length': String(head.length) }, body: Buffer.concat([head, tensors]) })).toEqual(answers);
  });
  it('unless they are not binary although that was asked for', () => expect(() => forms['v2-binary'].read({ headers: {}, body: json(v2([1], [0, 1])) })).toThrow('it is not binary'));
  it('unless an output is missing', () => expect(() => forms.v2.read({ headers: {}, body: json({ outputs: [{ name: 'label', data: [1] }] }) })).toThrow('not label and probabilities'));
});

describe('an answer is compared', () => {
  it('and the largest difference told', () => expect(largestDifference(answers, { ...answers, probabilities: [[0.25, 0.75], [0.500001, 0.5]] })).toBeCloseTo(1e-6, 9));
  it.each<[string, Answers, string]>([
    ['a probability that is off by 1e-4', { ...answers, probabilities: [[0.25, 0.7501], [0.5, 0.5]] }, 'row 0 got 0.7501, not 0.75'],
    ['another label', { ...answers, label: [1, 1] }, 'row 1 got label 1, not 0'],
    ['swapped rows', { label: answers.label, probabilities: [[0.5, 0.5], [0.25, 0.75]] }, 'row 0 got 0.5'],
    ['a row too few', { label: [1], probabilities: [[0.25, 0.75]] }, '1 labels and 1 probabilities for 2 rows'],
    ['a row that is no pair', { ...answers, probabilities: [[0.25], [0.5, 0.5]] }, 'row 0 got undefined'],
  ])('and refused: %s', (_name, actual, message) => expect(() => largestDifference(answers, actual)).toThrow(message));
});

describe('requests', () => {
  const data = { folder: '', onnxruntime: '', rows: [[1], [2], [3], [4]], answers: { forest: { label: [1, 2, 3, 4], probabilities: [[1], [2], [3], [4]] }, mlp: { label: [], probabilities: [] } } };
  it('hold all rows, so many in each, with the answers of those rows', () => {
    const questions = questionsOf(data, 'forest', 'litserve', 2);
    expect(questions.map(({ asked: { body } }) => Buffer.from(body).toString())).toEqual(['{"inputs":[[1],[2]]}', '{"inputs":[[3],[4]]}']);
    expect(questions.map(({ expected }) => expected.label)).toEqual([[1, 2], [3, 4]]);
  });
  it('are whole ones of HTTP/1.1', () => expect(rawRequest({ path: '/p', headers: { a: 'b' }, body: Buffer.from('xy') }, 'h:1').toString()).toBe('POST /p HTTP/1.1\r\nhost: h:1\r\na: b\r\ncontent-length: 2\r\n\r\nxy'));
  it('come out of their file as they went in, line feeds and all', () => {
    const requests = ['one\n', '12\nthree', ''].map((text) => Buffer.from(text));
    expect(unframe(frame(requests)).map(String)).toEqual(requests.map(String));
  });
});
