import type { TestProject } from 'vitest/node';
import { startTestEnv } from './test-env.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly kubeconfigPath: string;
  }
}

/** One control plane for the whole run, without a controller manager. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const env = await startTestEnv();
  project.provide('kubeconfigPath', env.kubeconfigPath);
  return () => env.stop();
}
