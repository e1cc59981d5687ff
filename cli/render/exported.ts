import { stringify } from 'yaml';
import { annotation } from '../../controllers/shared/names.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { withoutMarks } from '../git.ts';
import { trackRecord } from './track-record.ts';

/**
 * A ModelVersion to commit: the pointer with its digests. Stage, aliases and the decision about approval are left out, so
 * that the cluster that gets it starts at their defaults and decides for itself; applied where it came from, it changes none of them.
 * Namespace and the UID of the TrainingRun mean nothing elsewhere. What spoke for it here goes along as an annotation, for its history there.
 */
export function exported(object: ModelVersion): string {
  const { apiVersion, kind, metadata, spec } = object;
  const labels = withoutMarks(metadata.labels ?? {});
  const { model, version, artifact, manifest, trainingRunRef, approval } = spec;
  return stringify(
    {
      apiVersion,
      kind,
      metadata: { name: metadata.name, ...(Object.keys(labels).length === 0 ? {} : { labels }), annotations: { [annotation.evidence]: trackRecord(object) } },
      spec: { model, version, artifact, manifest, ...(trainingRunRef === undefined ? {} : { trainingRunRef: { name: trainingRunRef.name } }), approval: { required: approval.required } },
    },
    // To Argo CD and kubectl an unquoted `off` or `010` is no text.
    { lineWidth: 0, version: '1.1' },
  );
}
