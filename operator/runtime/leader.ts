// client-go tools/leaderelection, ported. Expiry is judged only by the time since *we* saw the record change, on our
// own monotonic clock: the times in the record come from other machines and are never compared with ours.
import { isDeepStrictEqual } from 'node:util';
import type { ApiClient, Client } from './client.ts';
import type { Clock } from './clock.ts';
import { sleep } from './clock.ts';
import { ApiError, asError, isAlreadyExists, isConflict } from './errors.ts';
import { checkTiming, defaultTiming, jitterFactor, leaseType, lookAgainMs, mayWrite, nextStep, patienceMs } from './lease.ts';
import type { Lease, LeaderTiming, LeaseSpec } from './lease.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { microTimestamp } from './timestamps.ts';
import type { ObjectMeta } from './types.ts';

export { leaseType } from './lease.ts';
export type { Lease, LeaderTiming, LeaseSpec } from './lease.ts';

export interface LeaderElectorOptions {
  readonly client: ApiClient;
  readonly namespace: string;
  readonly name: string;
  /**
   * Of one process at a time: the name of the pod. A container that the kubelet starts again, after the one before it
   * has ended, goes on with its lease at once.
   */
  readonly identity: string;
  readonly timing?: Partial<LeaderTiming>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly random?: () => number;
}

export interface LeaderElector {
  readonly identity: string;
  /** We hold the lease, and our last renewal is younger than the renewal deadline. */
  isLeader(): boolean;
  /** Why nothing may be written now; `undefined` while we lead. Given to the client, which asks before each write. */
  refusal(): ApiError | undefined;
  /** The last holder seen; `''` when nobody holds it. */
  leader(): string;
  /** An Error when we still believe to lead although the lease ran out more than this long ago: the process is stuck. */
  check(tolerableMs: number): Error | undefined;
  /** Resolves to true once we lead, to false when `signal` aborts first. */
  acquire(signal: AbortSignal): Promise<boolean>;
  /** Renews until `signal` aborts (`stopped`) or leadership is lost: then nothing guarded by it may go on. */
  renew(signal: AbortSignal): Promise<'lost' | 'stopped'>;
  /** Gives the lease up, so that the next leader need not wait. Only safe when all guarded work has ended. */
  release(): Promise<void>;
}

const releaseAttempts = 3;

export function createLeaderElector(options: LeaderElectorOptions): LeaderElector {
  const { namespace, name, identity, clock, metrics, random = Math.random } = options;
  const timing = { ...defaultTiming, ...options.timing };
  checkTiming(timing);
  if (identity === '') throw new RangeError('leader election: the identity must not be empty');
  const logger = options.logger.child({ lease: `${namespace}/${name}`, identity });
  // One short attempt a call: the loops below are the retries, and half the deadline leaves room for a second try. Not
  // guarded: only the lease itself can say whether it may be written, by its resourceVersion.
  const client: Client = options.client.withPolicy({ attempts: 1, deadlineMs: timing.renewDeadlineMs / 2, guarded: false });
  const key = { namespace, name };
  let observed: Lease | undefined;
  let observedMs = 0;
  /** When our last successful write was sent. Reading our own name must not prolong this: the write may be long ago. */
  let renewedMs = 0;
  let stoodDown = false;
  let reported: string | undefined;
  metrics.leader.set({ name }, 0);

  const holder = (): string => observed?.spec?.holderIdentity ?? '';
  const held = (): boolean => holder() === identity;
  const sinceRenewalMs = (): number => clock.monotonicMs() - renewedMs;
  const untilExpiryMs = (): number => patienceMs(observed?.spec, timing.leaseDurationMs) - (clock.monotonicMs() - observedMs);
  const leads = (): boolean => mayWrite({ holds: held() && !stoodDown, sinceRenewalMs: sinceRenewalMs(), renewDeadlineMs: timing.renewDeadlineMs });

  const note = (lease: Lease): void => {
    observed = lease;
    if (holder() === reported) return;
    reported = holder();
    logger.info({ leader: reported }, reported === '' ? 'the lease is free' : 'leader seen');
  };

  const read = (lease: Lease): void => {
    if (!isDeepStrictEqual(observed?.spec, lease.spec)) observedMs = clock.monotonicMs();
    note(lease);
  };

  const wrote = (lease: Lease, beganMs: number): true => {
    observedMs = renewedMs = beganMs; // validity counts from before the write, not from when its answer came
    note(lease);
    return true;
  };

  const record = (spec: LeaseSpec, metadata: ObjectMeta): Lease => ({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec });

  /** True: we hold the lease now. Throws what the API server throws. */
  const tryAcquireOrRenew = async (): Promise<boolean> => {
    const beganMs = clock.monotonicMs();
    const now = microTimestamp(clock.now());
    const mine: LeaseSpec = { holderIdentity: identity, leaseDurationSeconds: Math.max(1, Math.floor(timing.leaseDurationMs / 1000)), acquireTime: now, renewTime: now, leaseTransitions: 0 };

    // The usual renewal: nothing changed since our last write, so the read can be saved.
    if (observed !== undefined && held() && untilExpiryMs() > 0) {
      try {
        return wrote(await client.replace<Lease>(leaseType, { ...observed, spec: { ...observed.spec, ...renewal(mine) } }), beganMs);
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }

    const current = await client.get<Lease>(leaseType, key);
    if (current !== undefined) read(current);
    const step = nextStep(current?.spec ?? (current === undefined ? undefined : {}), { identity, unchangedMs: clock.monotonicMs() - observedMs, leaseDurationMs: timing.leaseDurationMs });
    if (current === undefined || step === 'create') return wrote(await client.create<Lease>(leaseType, record(mine, key)), beganMs);
    if (step === 'wait') return false;
    const transitions = current.spec?.leaseTransitions ?? 0;
    const next = step === 'renew' ? { ...current.spec, ...renewal(mine) } : { ...mine, leaseTransitions: transitions + 1 };
    return wrote(await client.replace<Lease>(leaseType, { ...current, spec: next }), beganMs);
  };

  const attempt = async (): Promise<'held' | 'not held' | 'failed'> => {
    try {
      return (await tryAcquireOrRenew()) ? 'held' : 'not held';
    } catch (thrown) {
      const lostRace = isConflict(thrown) || isAlreadyExists(thrown);
      logger[lostRace ? 'debug' : 'warn']({ err: asError(thrown) }, 'lease could not be written');
      return lostRace ? 'not held' : 'failed';
    }
  };

  return {
    identity,
    isLeader: leads,
    refusal: () => (leads() ? undefined : new ApiError({ status: 0, reason: 'NotLeading', message: `not sent: this process does not hold the lease ${namespace}/${name} any more` })),
    leader: holder,
    check(tolerableMs) {
      const overdueMs = sinceRenewalMs() - timing.leaseDurationMs;
      return held() && overdueMs > tolerableMs ? new Error(`the lease ${namespace}/${name} ran out ${Math.round(overdueMs)} ms ago and was not renewed`) : undefined;
    },
    async acquire(signal) {
      logger.info('waiting for the lease');
      while (!signal.aborted) {
        const result = await attempt();
        // A process that stood still between sending and reading the answer holds a lease that may be over already.
        if (result === 'held' && sinceRenewalMs() < timing.renewDeadlineMs) {
          stoodDown = false;
          metrics.leader.set({ name }, 1);
          logger.info('leading');
          return true;
        }
        // A server in trouble is asked as seldom as client-go does; one that is well, often.
        const pauseMs = result === 'failed' ? timing.retryPeriodMs * (1 + jitterFactor * random()) : lookAgainMs({ untilExpiryMs: untilExpiryMs(), retryPeriodMs: timing.retryPeriodMs, random: random() });
        await sleep(clock, pauseMs, signal);
      }
      return false;
    },
    async renew(signal) {
      const leftMs = (): number => timing.renewDeadlineMs - sinceRenewalMs();
      while (!signal.aborted) {
        await sleep(clock, Math.min(timing.retryPeriodMs, leftMs()), signal);
        if (signal.aborted) break;
        // Frozen past the deadline: not one request more, a successor may be at work.
        if (leftMs() > 0) {
          // A call may hang beyond the deadline (dead socket): the deadline is kept without it.
          const late = new AbortController();
          await Promise.race([attempt(), sleep(clock, leftMs(), late.signal)]);
          late.abort();
        }
        // client-go tries on until the deadline even when it reads another holder; that holder works already, so stop.
        const taken = !held();
        if (taken || leftMs() <= 0) {
          stoodDown = true;
          metrics.leader.set({ name }, 0);
          logger.error({ leader: holder() }, taken ? 'the lease was taken by another' : 'the lease could not be renewed in time');
          return 'lost';
        }
      }
      return 'stopped';
    },
    async release() {
      stoodDown = true; // before the lease is offered to others, not after
      for (let attempts = 1; held() && observed !== undefined; attempts += 1) {
        const now = microTimestamp(clock.now());
        const spec: LeaseSpec = { holderIdentity: '', leaseDurationSeconds: 1, acquireTime: now, renewTime: now, leaseTransitions: observed.spec?.leaseTransitions ?? 0 };
        try {
          wrote(await client.replace<Lease>(leaseType, { ...observed, spec }), clock.monotonicMs());
        } catch (thrown) {
          if (attempts >= releaseAttempts) {
            logger.warn({ err: asError(thrown) }, 'the lease could not be released; it will run out by itself');
            break;
          }
          // Perhaps a renewal of ours was under way: read what is there, and who holds it.
          await refresh();
        }
      }
      metrics.leader.set({ name }, 0);
    },
  };

  async function refresh(): Promise<void> {
    try {
      const current = await client.get<Lease>(leaseType, key);
      if (current === undefined) observed = undefined;
      else read(current);
    } catch (thrown) {
      logger.debug({ err: asError(thrown) }, 'the lease could not be read');
    }
  }
}

function renewal(mine: LeaseSpec): LeaseSpec {
  const { holderIdentity, leaseDurationSeconds, renewTime } = mine;
  return { ...(holderIdentity === undefined ? {} : { holderIdentity }), ...(leaseDurationSeconds === undefined ? {} : { leaseDurationSeconds }), ...(renewTime === undefined ? {} : { renewTime }) };
}
