// The sample config/samples/experiment-to-canary, cut down to what a test has time for.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { ExperimentInput } from '../../../crds/generated/experiment.ts';
import type { ModelDeploymentInput } from '../../../crds/generated/model-deployment.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { repository } from './cluster.ts';

export const trials = 6;

function objectsOf(file: string): KubeObject[] {
  const text = readFileSync(`${repository}config/samples/experiment-to-canary/${file}`, 'utf8');
  return parseAllDocuments(text).map((document) => document.toJS() as KubeObject);
}

/** What serves at first; as the file has it, but for the host, which each test has of its own. */
export function baseline(host: string): KubeObject[] {
  return objectsOf('1-baseline.yaml').map((object) => {
    if (object.kind !== 'ModelDeployment') return object;
    const { spec, ...rest } = object as unknown as ModelDeploymentInput;
    return { ...rest, spec: { ...spec, traffic: { ...spec.traffic, hosts: [host] } } } as unknown as KubeObject;
  });
}

/** The experiment, with six trials instead of thirty. */
export function experiment(): ExperimentInput {
  const [found] = objectsOf('2-experiment.yaml') as unknown as ExperimentInput[];
  if (found === undefined) throw new Error('the sample has no Experiment');
  return { ...found, spec: { ...found.spec, maxTrials: trials } };
}
