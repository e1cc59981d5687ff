import { createChecker, type Document } from '../test/document.ts';
import { serve, type TestServer } from '../test/serve.ts';
import { withBaseline, categorical, numeric } from '../test/baseline.ts';
import { fuzzedModels } from './models.ts';
import type { Target } from './requests.ts';

/** The server that is fuzzed, and what it says of itself. */
export interface Subject {
  readonly server: TestServer;
  readonly document: Document;
  readonly check: ReturnType<typeof createChecker>;
  readonly targets: readonly Target[];
}

export async function startSubject(): Promise<Subject> {
  const models = fuzzedModels();
  const features = [numeric('a', [-1, 0, 1]), numeric('b', [0]), categorical('text', { early: 20, late: 10 }), numeric('whole', [1, 2])];
  const server = await serve(Object.fromEntries(Object.entries(models).map(([name, { made }]) => [name, name === 'table' ? withBaseline(made, features) : made])));
  const document: Document = (await server.app.inject('/openapi.json')).json();
  const targets = server.models.all.flatMap(({ spec, state }): Target[] =>
    state.phase === 'ready' ? [{ name: spec.name, version: spec.version, revision: spec.revision, manifest: state.loaded.manifest, mayOverflow: models[spec.name]?.mayOverflow === true }] : [],
  );
  return { server, document, check: createChecker(document), targets };
}
