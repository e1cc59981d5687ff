// `node tools/generate/main.ts` writes everything that is made from crds/ and controllers/.
// `node tools/generate/main.ts --check` writes nothing and fails, naming every file that would change.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { judgeSimulation } from '../../bench/judge/page.ts';
import { repositoryFiles } from '../verify/files.ts';
import { argocdValues } from './argocd-values.ts';
import { apiReference } from './api-reference.ts';
import { benchmarksReference } from './benchmarks-reference.ts';
import { crdTemplate } from './chart-crds.ts';
import { operatorRoles, userRoles } from './chart-rbac.ts';
import { conditionsReference } from './conditions-reference.ts';
import { conformance, type ConformanceResult } from './conformance-table.ts';
import { loadCrds, repositoryRoot } from './crd.ts';
import { spliceTemplate } from './experiment-template.ts';
import { fieldsModule } from './fields.ts';
import { fillInclusions, inclusions } from './include.ts';
import { lintCrd } from './lint-crds.ts';
import { manifestTypes } from './manifest-types.ts';
import { metadataModule, resourcesModule } from './metadata.ts';
import { metricsReference } from './metrics-reference.ts';
import { operatorRules } from './rbac-rules.ts';
import { reasonsReference } from './reasons-reference.ts';
import { rulesModule } from './rules.ts';
import { kindTypes } from './types.ts';
import { valuesReference } from './values-reference.ts';
import { loadManifestSchema, validatorModule, validatorTypes } from './validators.ts';

/** Path in the repository → text. */
async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  files.set('crds/experiments.yaml', spliceTemplate(read('crds/trainingruns.yaml'), read('crds/experiments.yaml')));
  const crds = loadCrds(files);
  for (const crd of crds) files.set(`crds/generated/${crd.slug}.ts`, await kindTypes(crd));
  files.set('crds/generated/metadata.ts', metadataModule());
  files.set('crds/generated/resources.ts', resourcesModule(crds));
  const problems = crds.flatMap(lintCrd);
  if (problems.length > 0) throw new Error(`the CRDs have ${String(problems.length)} problem(s):\n${problems.join('\n')}`);
  for (const crd of crds) files.set(`charts/trainyard/templates/crds/${crd.file}`, crdTemplate(crd));
  files.set('charts/trainyard/templates/rbac/operator.yaml', operatorRoles(await operatorRules()));
  files.set('charts/trainyard/templates/rbac/users.yaml', userRoles(crds));
  files.set('argocd/values.yaml', argocdValues());
  files.set('docs/reference/api.md', apiReference(crds));
  files.set('docs/reference/conditions.md', await conditionsReference());
  files.set('docs/reference/metrics.md', await metricsReference());
  files.set('docs/reference/reasons.md', await reasonsReference());
  files.set('docs/reference/values.md', valuesReference(read('charts/trainyard/values.yaml')));
  files.set('docs/reference/benchmarks.md', benchmarksReference(read('docs/reference/benchmarks.md'), (file) => current(`bench/results/${file}`)));
  const simulated = current('bench/results/judge.json');
  if (simulated !== undefined) for (const [name, text] of judgeSimulation(simulated)) files.set(`docs/reference/${name}`, text);
  const tested = current('bench/results/conformance.json');
  if (tested !== undefined) files.set('docs/reference/conformance.md', conformance(JSON.parse(tested) as ConformanceResult));
  const manifest = loadManifestSchema();
  files.set('crds/generated/manifest.ts', await manifestTypes(manifest));
  files.set('crds/generated/validate.js', validatorModule(crds, manifest));
  files.set('crds/generated/rules.ts', rulesModule(crds));
  files.set('crds/generated/fields.ts', fieldsModule(crds));
  files.set('crds/generated/validate.d.ts', validatorTypes(crds));
  for (const { path, text } of repositoryFiles()) {
    const page = files.get(path) ?? text;
    if (path.endsWith('.md') && inclusions(page).length > 0) files.set(path, fillInclusions(path, page, current));
  }
  return files;
}

function read(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8');
}

function current(path: string): string | undefined {
  try {
    return read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const check = process.argv.includes('--check');
const changed = [...(await generate())].filter(([path, text]) => current(path) !== text);
for (const [path, text] of changed) {
  if (!check) {
    mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true });
    writeFileSync(join(repositoryRoot, path), text);
  }
  console.log(check ? `${path} is out of date` : `wrote ${path}`);
}
if (check && changed.length > 0) {
  console.error(`${String(changed.length)} file(s) out of date: run \`make generate\` and commit the result`);
  process.exitCode = 1;
}
