// The judge as a rollout runs it: samples of raw readings go through `look`, and `breach` decides.
import { freshest, type Reading } from '../../../controllers/model-deployment/judge/counters.ts';
import { breach, freshJudge, look, type Judged, type Sample } from '../../../controllers/model-deployment/judge/judge.ts';
import type { Engine } from '../engine.ts';
import type { View } from '../scrapes.ts';
import type { Process } from '../traffic.ts';
import { judgedConfig } from './judged-config.ts';

/** Unix seconds when the candidate got traffic. */
const since = 1_767_225_600;
const startedAt = new Date(since * 1000).toISOString();
const revisions = { candidate: 'candidate', stable: 'stable', since };

export const wholeJudge: Engine = {
  name: 'whole-judge',
  begin() {
    let judged: Judged = { state: freshJudge, evidence: [] };
    return (view) => {
      judged = look(judgedConfig, judged, sampleOf(view), { ...revisions, step: { startedAt, share: view.share, secondTries: 'None' } });
      return breach(judgedConfig, judged.state, judged.evidence) !== undefined;
    };
  },
};

function sampleOf(view: View): Sample {
  const { pods, podsPath, prometheus, history } = view;
  const direct = podsPath ? pods.flatMap((pod) => (pod.direct === undefined ? [] : [reading(pod.direct, pod.direct)])) : [];
  const scraped = prometheus ? pods.flatMap((pod) => pod.scraped.slice(-1).map((point) => reading(point.process, point))) : [];
  return {
    at: new Date((since + view.at) * 1000),
    sources: [...(prometheus ? ['prometheus'] : []), ...(podsPath ? ['pods'] : [])],
    problems: [],
    readings: freshest([...scraped, ...direct]),
    ...(history === undefined ? {} : { history }),
  };
}

function reading(process: Process, { total, bad }: { readonly total: number; readonly bad: number }): Reading {
  return { pod: process.pod, epoch: String(since + process.startedAt), revision: process.isCandidate ? 'candidate' : 'stable', total, bad };
}
