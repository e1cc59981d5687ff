// What `POST /predict` answers, without a server around it: for each folder named on the command line (manifest.json,
// model.onnx, rows.json) one line of JSON, {"predictions": […]} or {"error": …}. The trainer's tests compare it with what
// was fitted in Python.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseManifest } from '../model/manifest.ts';
import { compileModel } from '../model/model.ts';
import { openSession } from '../model/session.ts';
import { disagreement } from '../model/signature.ts';
import { decodeRows } from '../protocol/rows.ts';

const label = { name: 'model', version: '1', revision: '', manifest: { uri: '', sha256: '' }, artifact: { uri: '', sha256: '' } };

for (const folder of process.argv.slice(2)) {
  const answer = await predict(folder).catch((error: unknown) => JSON.stringify({ error: String(error) }));
  process.stdout.write(`${answer}\n`);
}

async function predict(folder: string): Promise<string> {
  const [manifestBytes, graph, text] = await Promise.all([readFile(join(folder, 'manifest.json')), readFile(join(folder, 'model.onnx')), readFile(join(folder, 'rows.json'), 'utf8')]);
  const manifest = parseManifest(manifestBytes);
  const session = await openSession(graph, { intraOp: 1 });
  try {
    const differs = disagreement(manifest, session);
    if (differs !== undefined) throw new Error(differs);
    const { columns, predictions } = compileModel(label, manifest, session);
    if (!columns || !predictions) throw new Error('the manifest describes no table');
    const rows = JSON.parse(text) as readonly unknown[];
    return predictions.write(await session.run(decodeRows(columns, rows), predictions.outputNames), rows.length);
  } finally {
    await session.release();
  }
}
