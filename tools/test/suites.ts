import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

export interface Suite {
  readonly name: string;
  readonly about: string;
  readonly needsCluster: boolean;
  readonly command: readonly string[];
  readonly folder: string;
  /** Where the runner writes its results, as JUnit XML. */
  readonly report: string;
}

const vitest = (name: string, ...more: readonly string[]): string[] => ['npx', '--no-install', 'vitest', 'run', '--reporter=default', '--reporter=junit', `--outputFile.junit=${reportOf(name)}`, ...more];

function reportOf(name: string): string {
  return `${repository}out/test/${name}.xml`;
}

function suite(name: string, about: string, command: readonly string[], more: Partial<Suite> = {}): Suite {
  return { name, about, command, folder: repository, needsCluster: false, report: reportOf(name), ...more };
}

/** ACCEPTANCE=1: deaths at every await point, and the acceptance lists on the real cluster too, another half an hour. */
export const everything = process.env['ACCEPTANCE'] === '1';

/** In the order in which they run: the fast ones first, the cluster last. */
export const suites: readonly Suite[] = [
  suite('unit', 'operator, controllers and tools', vitest('unit')),
  suite('model-server', 'the model server', vitest('model-server'), { folder: `${repository}model-server` }),
  suite('trainer', 'the trainer', ['trainer/test.sh', `--junitxml=${reportOf('trainer')}`]),
  suite('integration', 'against a real kube-apiserver and etcd', vitest('integration', '--config', 'test/integration/vitest.config.ts', ...(everything ? [] : ['--exclude', 'test/integration/crash/**']))),
  suite('e2e', 'on a real cluster', vitest('e2e', '--config', 'test/e2e/vitest.config.ts', ...(everything ? [] : ['--project', 'main'])), { needsCluster: true }),
];
