// The "May import" column of the architecture, as lint rules: which folder may import which.
import { readdirSync } from 'node:fs';

/** What the operator concluded, people may conclude again, by the same functions. */
const workedOutAnew = [
  'controllers/experiment/comparison', 'controllers/experiment/policies/rank.ts', 'controllers/experiment/search/slots.ts', 'controllers/experiment/trials.ts',
  'controllers/model-deployment/judge/explain.ts', 'controllers/model-version/record-from-manifest.ts',
  'controllers/shared/artifact-store.ts', 'controllers/shared/names.ts', 'controllers/shared/spec-violations.ts', 'controllers/shared/statistics', 'controllers/shared/verified-manifest.ts',
];
/** Pods that people start have no more rights than those of the operator. */
const podsOfOurs = 'controllers/shared/restricted-pod.ts';

/** Third-party packages are no folder of ours; every folder may use those that package.json lists. */
const packages = './node_modules';

/**
 * @param {string} folder the folder whose imports are bounded
 * @param {readonly string[]} mayImport other folders, besides itself and packages
 * @param {string} reason
 * @param {readonly string[]} tests what its tests may import besides
 */
function border(folder, mayImport, reason, tests = []) {
  const own = `./${folder}`;
  const zone = (except) => ({ target: own, from: './', except: [own, packages, ...except], message: reason });
  const sources = { files: [`${folder}/**/*.{ts,js}`], ignores: ['**/*.test.ts', 'crds/generated/**'] };
  return [
    { ...sources, rules: { 'import-x/no-restricted-paths': ['error', { zones: [zone(mayImport.map((name) => `./${name}`))] }] } },
    // Tests, and what serves them, may also use the builders, the fakes and the harness.
    { files: [`${folder}/**/*.test.ts`, `${folder}/testing/**/*.ts`], rules: { 'import-x/no-restricted-paths': ['error', { zones: [zone([...mayImport, ...tests, 'test'].map((name) => `./${name}`))] }] } },
  ];
}

function foldersIn(root) {
  return readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

export function importBorders(root) {
  const kinds = foldersIn(`${root}/controllers`).filter((name) => name !== 'shared');
  return [
    // The wider folder first: of two borders the later one counts.
    ...border('operator', ['controllers', 'crds/generated'], 'operator/ wires controllers/ and crds/generated together, and imports nothing else of ours'),
    ...border('operator/runtime', [], 'operator/runtime knows no kind of ours: it imports npm packages only'),
    ...border('operator/dot-i', ['operator/runtime'], 'operator/dot-i imports operator/runtime only: it knows no kind of ours, and no controller of ours uses it'),
    ...kinds.flatMap((kind) =>
      border(`controllers/${kind}`, ['operator/runtime', 'crds/generated', 'controllers/shared'], 'a controller imports operator/runtime, crds/generated and controllers/shared, never another kind'),
    ),
    ...border('controllers/shared', ['operator/runtime', 'crds/generated'], 'controllers/shared imports operator/runtime and crds/generated, and no kind'),
    ...border('crds', [], 'crds/ imports nothing'),
    ...border('model-server', ['crds/generated'], 'model-server/ is its own package: it imports npm packages and the types in crds/generated'),
    ...border('conformance', [], 'conformance/ is its own package, for any server: it imports npm packages only'),
    ...border('cli', ['crds/generated', 'operator/runtime', ...workedOutAnew, podsOfOurs, 'package.json'], 'cli/ imports crds/generated, operator/runtime, those functions of the operator whose results it works out anew, and what all pods have in common', ['controllers/shared/testing']),
  ];
}
