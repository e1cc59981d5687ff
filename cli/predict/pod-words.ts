import type { KubeObject, ResourceType } from '../../operator/runtime/types.ts';
import { containerName } from './job.ts';

export const pods: ResourceType = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true };

interface ContainerStatus {
  readonly name: string;
  readonly state?: { readonly waiting?: { readonly reason?: string; readonly message?: string }; readonly running?: object; readonly terminated?: { readonly exitCode: number; readonly message?: string } };
}

export interface Pod extends KubeObject {
  status?: { readonly phase?: string; readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[]; readonly containerStatuses?: readonly ContainerStatus[] };
}

/** The end of model-server/batch/last-words.ts. */
export interface LastWords {
  readonly error?: { readonly reason: string; readonly message: string };
  readonly done?: { readonly rows: number; readonly skipped: number; readonly parts: number; readonly manifest: string };
}

/** A line of model-server/batch/progress.ts. */
export interface ProgressLine {
  readonly percent: number;
  readonly rows: number;
  readonly skipped: number;
  readonly parts: number;
  readonly rowsPerSecond: number;
}

export function newestPod(found: readonly Pod[]): Pod | undefined {
  return [...found].sort((a, b) => (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''))[0];
}

/** What the process left behind when it ended; undefined while it runs, and where it could not say. */
export function lastWordsOf(pod: Pod | undefined): LastWords | undefined {
  const message = containerOf(pod)?.state?.terminated?.message;
  return message === undefined ? undefined : parsed(message);
}

/** Why a pod does not run yet, in one line. */
export function waitsFor(pod: Pod | undefined): string | undefined {
  const waiting = containerOf(pod)?.state?.waiting;
  if (waiting !== undefined) return [waiting.reason, waiting.message].filter((part) => part !== undefined && part !== '').join(': ');
  const unscheduled = pod?.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  return unscheduled?.message;
}

/** The newest progress in a log. */
export function progressOf(log: string): ProgressLine | undefined {
  const lines = log.split('\n').map(parsed).filter((line) => line?.['msg'] === 'progress');
  return lines.at(-1) as ProgressLine | undefined;
}

function containerOf(pod: Pod | undefined): ContainerStatus | undefined {
  return pod?.status?.containerStatuses?.find(({ name }) => name === containerName);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // A line of another program, such as a crash of Node.
    return undefined;
  }
}
