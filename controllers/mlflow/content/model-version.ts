import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { isTrue } from '../../../operator/runtime/conditions.ts';
import { tags, uidTag, type MirroredVersion } from './mirrored.ts';

/**
 * A ModelVersion as a version in MLflow's registry; undefined before its bytes were verified: nobody should load from
 * there what nobody would serve here.
 */
export function versionOf(version: ModelVersion, runId: string | undefined): MirroredVersion | undefined {
  const { metadata, spec, status = {} } = version;
  if (!isTrue(status.conditions, 'ArtifactVerified')) return undefined;
  return {
    uid: metadata.uid ?? '',
    model: registeredModel(version),
    source: spec.artifact.uri.slice(0, spec.artifact.uri.lastIndexOf('/')),
    ...(runId === undefined ? {} : { runId }),
    tags: {
      [uidTag]: metadata.uid ?? '',
      ...tags({
        'trainyard.namespace': metadata.namespace,
        'trainyard.name': metadata.name,
        'trainyard.version': String(spec.version),
        'trainyard.stage': spec.stage,
        'trainyard.approved': isTrue(status.conditions, 'Approved') ? 'true' : 'false',
        'trainyard.score': status.score,
        'trainyard.artifact.uri': spec.artifact.uri,
        'trainyard.artifact.sha256': spec.artifact.sha256,
        'trainyard.manifest.sha256': spec.manifest.sha256,
      }),
    },
    aliases: status.aliases ?? [],
  };
}

/** Models of two namespaces may have one name; registered models of MLflow may not. */
export function registeredModel({ metadata, spec }: ModelVersion): string {
  return `${metadata.namespace ?? ''}.${spec.model}`;
}
