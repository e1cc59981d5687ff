import type { JudgeConfig, RatioObjective } from '../../../controllers/model-deployment/judge/objective.ts';

/** The default objective and the default alpha of crds/modeldeployments.yaml. */
export const objective: RatioObjective = { type: 'ErrorRatio', name: 'errors', max: 0.01 };
export const judgedConfig: JudgeConfig = { objectives: [objective], compareToStable: true, alpha: 0.01, minRequests: 100, confidence: 0.95, margin: 0.01, nextShare: 1 };
