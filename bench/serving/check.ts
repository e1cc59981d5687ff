import { Pool } from 'undici';
import { largestDifference } from './compare.ts';
import { forms, type FormName } from './forms.ts';
import type { Question } from './questions.ts';

const answerMs = 30_000;

/** Asks every question, `connections` at a time; the largest difference. Throws at a status other than 200 or a wrong answer. */
export async function checkAnswers(origin: string, form: FormName, questions: readonly Question[], connections: number): Promise<number> {
  const pool = new Pool(origin, { connections, headersTimeout: answerMs, bodyTimeout: answerMs });
  try {
    const waiting = [...questions];
    let largest = 0;
    const asker = async (): Promise<void> => {
      for (let question = waiting.pop(); question !== undefined; question = waiting.pop()) largest = Math.max(largest, await ask(pool, form, question));
    };
    await Promise.all(Array.from({ length: connections }, asker));
    return largest;
  } finally {
    await pool.close();
  }
}

async function ask(pool: Pool, form: FormName, { asked, expected }: Question): Promise<number> {
  const { statusCode, headers, body } = await pool.request({ method: 'POST', path: asked.path, headers: asked.headers, body: asked.body });
  const bytes = new Uint8Array(await body.arrayBuffer());
  if (statusCode !== 200) throw new Error(`status ${statusCode}: ${Buffer.from(bytes).toString('utf8').slice(0, 200)}`);
  return largestDifference(expected, forms[form].read({ headers: headers as Record<string, string>, body: bytes }));
}
