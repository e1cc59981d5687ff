// client-go tools/leaderelection, ported. Expiry is judged only by the time since *we* saw the record change, on our
// own monotonic clock: the times in the record come from other machines and are never compared with ours.
import { isDeepStrictEqual } from 'node:util';
import type { ApiClient, Client } from './client.ts';
import type { Clock } from './clock.ts';
import { sleep } from './clock.ts';
import { asError, isAlreadyExists, isConflict } from './errors.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { microTimestamp } from './timestamps.ts';
import type { KubeObject, ObjectMeta, ResourceType } from './types.ts';

export const leaseType: ResourceType = { group: 'coordination.k8s.io', version: 'v1', kind: 'Lease', plural: 'leases', namespaced: true };

export interface LeaseSpec {
  holderIdentity?: string;
  leaseDurationSeconds?: number;
  acquireTime?: string;
  renewTime?: string;
  leaseTransitions?: number;
}

export interface Lease extends KubeObject {
  spec?: LeaseSpec;
}

export interface LeaderTiming {
  /** A standby takes over after seeing no change for this long. */
  readonly leaseDurationMs: number;
  /** A leader that could not renew for this long gives up. */
  readonly renewDeadlineMs: number;
  readonly retryPeriodMs: number;
}

export interface LeaderElectorOptions {
  readonly client: ApiClient;
  readonly namespace: string;
  readonly name: string;
  /** Unique per process, for example `<pod name>_<uuid>`. */
  readonly identity: string;
  readonly timing?: Partial<LeaderTiming>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly random?: () => number;
}

export interface LeaderElector {
  readonly identity: string;
  /** We hold the lease, and it has not run out by our own clock. */
  isLeader(): boolean;
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

const jitterFactor = 1.2;
const defaultTiming: LeaderTiming = { leaseDurationMs: 15_000, renewDeadlineMs: 10_000, retryPeriodMs: 2_000 };
const releaseAttempts = 3;

export function createLeaderElector(options: LeaderElectorOptions): LeaderElector {
  const { namespace, name, identity, clock, metrics, random = Math.random } = options;
  const timing = { ...defaultTiming, ...options.timing };
  checkTiming(timing);
  if (identity === '') throw new RangeError('leader election: the identity must not be empty');
  const logger = options.logger.child({ lease: `${namespace}/${name}`, identity });
  // One short attempt a call: the loops below are the retries, and half the deadline leaves room for a second try.
  const client: Client = options.client.withPolicy({ attempts: 1, deadlineMs: timing.renewDeadlineMs / 2 });
  const key = { namespace, name };
  let observed: Lease | undefined;
  let observedMs = 0;
  let reported: string | undefined;
  metrics.leader.set({ name }, 0);

  const holder = (): string => observed?.spec?.holderIdentity ?? '';
  const held = (): boolean => holder() === identity;
  const expired = (): boolean => clock.monotonicMs() - observedMs >= timing.leaseDurationMs;

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
    observedMs = beganMs; // validity counts from before the write, not from when its answer came
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
    if (observed !== undefined && held() && !expired()) {
      try {
        return wrote(await client.replace<Lease>(leaseType, { ...observed, spec: { ...observed.spec, ...renewal(mine) } }), beganMs);
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }

    const current = await client.get<Lease>(leaseType, key);
    if (current === undefined) return wrote(await client.create<Lease>(leaseType, record(mine, key)), beganMs);
    read(current);
    if (holder() !== '' && !held() && !expired()) return false;

    const transitions = current.spec?.leaseTransitions ?? 0;
    const next = held() ? { ...current.spec, ...renewal(mine) } : { ...mine, leaseTransitions: transitions + 1 };
    return wrote(await client.replace<Lease>(leaseType, { ...current, spec: next }), beganMs);
  };

  const attempt = async (): Promise<boolean> => {
    try {
      return await tryAcquireOrRenew();
    } catch (thrown) {
      const lostRace = isConflict(thrown) || isAlreadyExists(thrown);
      logger[lostRace ? 'debug' : 'warn']({ err: asError(thrown) }, 'lease could not be written');
      return false;
    }
  };

  return {
    identity,
    isLeader: () => held() && !expired(),
    leader: holder,
    check(tolerableMs) {
      const overdueMs = clock.monotonicMs() - observedMs - timing.leaseDurationMs;
      return held() && overdueMs > tolerableMs ? new Error(`the lease ${namespace}/${name} ran out ${Math.round(overdueMs)} ms ago and was not renewed`) : undefined;
    },
    async acquire(signal) {
      logger.info('waiting for the lease');
      while (!signal.aborted) {
        if (await attempt()) {
          metrics.leader.set({ name }, 1);
          logger.info('leading');
          return true;
        }
        await sleep(clock, timing.retryPeriodMs * (1 + jitterFactor * random()), signal);
      }
      return false;
    },
    async renew(signal) {
      let renewedMs = clock.monotonicMs();
      while (!signal.aborted) {
        await sleep(clock, timing.retryPeriodMs, signal);
        if (signal.aborted) break;
        // A call may hang beyond the deadline (dead socket): the deadline is kept without it.
        const late = new AbortController();
        const leftMs = timing.renewDeadlineMs - (clock.monotonicMs() - renewedMs);
        const renewed = await Promise.race([attempt(), sleep(clock, leftMs, late.signal).then(() => false)]);
        late.abort();
        if (renewed) renewedMs = clock.monotonicMs();
        // client-go tries on until the deadline even when it reads another holder; that holder works already, so stop.
        const taken = holder() !== identity;
        if (taken || clock.monotonicMs() - renewedMs >= timing.renewDeadlineMs) {
          metrics.leader.set({ name }, 0);
          logger.error({ leader: holder() }, taken ? 'the lease was taken by another' : 'the lease could not be renewed in time');
          return 'lost';
        }
      }
      return 'stopped';
    },
    async release() {
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

function checkTiming({ leaseDurationMs, renewDeadlineMs, retryPeriodMs }: LeaderTiming): void {
  if (leaseDurationMs <= renewDeadlineMs) throw new RangeError('leader election: leaseDuration must be longer than renewDeadline');
  if (renewDeadlineMs <= retryPeriodMs * jitterFactor) throw new RangeError('leader election: renewDeadline must be longer than 1.2 × retryPeriod');
  if (retryPeriodMs < 1) throw new RangeError('leader election: retryPeriod must be positive');
}
