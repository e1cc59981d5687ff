/** Pages of MLflow for people. */
export interface Links {
  run(experimentId: string, runId: string): string;
  version(model: string, version: string): string;
}

/** @param url where people reach MLflow, such as https://mlflow.example.org. */
export function createLinks(url: string): Links {
  const base = url.replace(/\/+$/, '');
  return {
    run: (experimentId, runId) => `${base}/#/experiments/${experimentId}/runs/${runId}`,
    version: (model, version) => `${base}/#/models/${encodeURIComponent(model)}/versions/${version}`,
  };
}
