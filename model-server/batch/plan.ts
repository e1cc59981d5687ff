import { createHash } from 'node:crypto';

import packageJson from '../package.json' with { type: 'json' };
import type { BatchConfig } from './config.ts';
import type { InputObjects } from './input/find-objects.ts';

/** All that decides which bytes come out. Two runs with the same plan write the same parts. */
export interface Plan {
  readonly schemaVersion: 1;
  readonly model: { readonly name: string; readonly version: string; readonly artifact: { readonly sha256: string }; readonly manifest: { readonly sha256: string } };
  /** Another release may round otherwise. */
  readonly server: { readonly version: string; readonly onnxruntime: string };
  readonly input: { readonly uri: string; readonly format: string; readonly objects: readonly { readonly uri: string; readonly sizeBytes: number; readonly identity: string }[] };
  readonly keep: readonly string[];
  readonly onBadRow: string;
  readonly rowsPerPart: number;
  readonly threads: number;
}

export function planOf(config: BatchConfig, input: InputObjects): Plan {
  const { name, version, artifact, manifest } = config.model;
  return {
    schemaVersion: 1,
    model: { name, version, artifact: { sha256: artifact.sha256 }, manifest: { sha256: manifest.sha256 } },
    server: { version: packageJson.version, onnxruntime: packageJson.dependencies['onnxruntime-node'] },
    input: { uri: config.inputUri, format: input.format, objects: input.objects.map(({ uri, sizeBytes, identity }) => ({ uri, sizeBytes, identity })) },
    keep: config.keep,
    onBadRow: config.onBadRow,
    rowsPerPart: config.rowsPerPart,
    threads: config.threads,
  };
}

export function planText(plan: Plan): string {
  return `${JSON.stringify(plan, undefined, 2)}\n`;
}

export function planDigest(plan: Plan): string {
  return createHash('sha256').update(planText(plan)).digest('hex');
}

/** The first field in which two plans differ, and both values; undefined when they are equal. */
export function planDifference(theirs: unknown, ours: unknown, path = ''): string | undefined {
  if (isObject(theirs) && isObject(ours)) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const found = planDifference(theirs[key], ours[key], path === '' ? key : `${path}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return Object.is(theirs, ours) ? undefined : `its ${path} is ${show(theirs)}, and that of this one ${show(ours)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'not there';
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
