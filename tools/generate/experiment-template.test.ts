import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadCrds, partSchema } from './crd.ts';
import { spliceTemplate } from './experiment-template.ts';

const [trainingRuns, experiments] = loadCrds();
const run = trainingRuns?.text ?? '';
const experiment = experiments?.text ?? '';
const template = experiments === undefined ? undefined : partSchema(experiments.crd, 'spec').properties?.template;

describe('spliceTemplate', () => {
  it('changes nothing where the template is up to date', () => {
    expect(spliceTemplate(run, experiment)).toBe(experiment);
  });

  it('writes between the marks only', () => {
    const emptied = experiment.replace(/(# begin: generated.*\n)[\s\S]*(\n +# end: generated)/, '$1$2');
    expect(emptied.length).toBeLessThan(experiment.length);
    expect(spliceTemplate(run, emptied)).toBe(experiment);
  });

  it('leaves out what the Experiment decides', () => {
    const { model, algorithm, register, suspend, stop, ...rest } = (trainingRuns === undefined ? undefined : partSchema(trainingRuns.crd, 'spec').properties) ?? {};
    expect([model, algorithm, register, suspend, stop]).not.toContain(undefined);
    expect(Object.keys(template?.properties ?? {})).toEqual(Object.keys(rest));
  });

  it('has one rule of immutability, and keeps the rules about what fits together', () => {
    const rules = JSON.stringify(template).match(/"rule":"[^"]*oldSelf[^"]*"/g);
    expect(rules).toEqual(['"rule":"self == oldSelf"']);
    expect(template?.['x-kubernetes-validations']).toContainEqual(expect.objectContaining({ rule: expect.stringContaining('Stratified') }));
    expect(JSON.stringify(template)).toContain('a gate needs min, max or both');
  });

  it('copies what an alias names, since anchors end with the file', () => {
    expect(run).toContain('*quantities');
    expect(experiment).not.toMatch(/[&*]quantities/);
    expect(() => parse(experiment) as unknown).not.toThrow();
  });

  it('refuses a file without the marks', () => {
    expect(() => spliceTemplate(run, 'spec: {}')).toThrow('the marks');
  });
});
