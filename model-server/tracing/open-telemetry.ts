// The only file that knows OpenTelemetry's packages; it is loaded only where tracing is configured.
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, defaultTextMapGetter, diag, DiagLogLevel, trace, type Context, type Span, type Tracer } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, resourceAttributesEnvDetector, detectResources, resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOffSampler, AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider, type Sampler, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';

import type { ModelSpec } from '../config.ts';
import { textOf } from '../errors.ts';
import type { RequestTrace, RequestTracer, TracedRequest } from './request-tracer.ts';
import type { SamplerName, TracingSettings } from './settings.ts';

export interface Tracing extends RequestTracer {
  /** Sends what has not been sent, and ends. */
  close(): Promise<void>;
}

interface TracingDeps {
  readonly settings: TracingSettings;
  readonly serverVersion: string;
  readonly log: Logger;
  /** For tests. */
  readonly processor?: SpanProcessor;
}

const propagator = new W3CTraceContextPropagator();

/** A span for each inference request, below that of its caller, with one each for the wait and the run of the graph. */
export function startTracing({ settings, serverVersion, log, processor }: TracingDeps): Tracing {
  logProblems(log);
  const own = resourceFromAttributes({ 'service.name': settings.serviceName, 'service.version': serverVersion });
  const provider = new TracerProvider({
    resource: defaultResource().merge(detectResources({ detectors: [resourceAttributesEnvDetector] })).merge(own),
    sampler: samplerOf(settings),
    spanProcessors: [processor ?? new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('trainyard-model-server', serverVersion);
  return {
    begin: (request, model) => begin(tracer, request, model),
    close: () => provider.shutdown(),
  };
}

/** A collector that is away costs spans, never a request; it is said in the log. */
function logProblems(log: Logger): void {
  const say = (level: 'warn' | 'error') => (message: string, ...details: unknown[]) => log[level]({ details: details.map(textOf) }, `tracing: ${message}`);
  const silent = (): void => undefined;
  diag.setLogger({ error: say('error'), warn: say('warn'), info: silent, debug: silent, verbose: silent }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}

function samplerOf({ sampler, ratio }: TracingSettings): Sampler {
  const roots: Record<SamplerName, () => Sampler> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
    parentbased_always_on: () => new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    parentbased_always_off: () => new ParentBasedSampler({ root: new AlwaysOffSampler() }),
    parentbased_traceidratio: () => new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
  };
  return roots[sampler]();
}

/** Attributes by OpenTelemetry's conventions for HTTP servers, and our own of the model. */
function begin(tracer: Tracer, { id, method, route, headers }: TracedRequest, { name, version, revision }: ModelSpec): RequestTrace {
  const caller = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
  const attributes = { 'http.request.method': method, 'http.route': route, 'trainyard.request_id': id, 'trainyard.model': name, 'trainyard.version': version, 'trainyard.revision': revision };
  const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, caller);
  const inside: Context = trace.setSpan(caller, span);
  let stage: Span | undefined;
  const enter = (name_: string): void => {
    stage?.end();
    stage = tracer.startSpan(name_, {}, inside);
  };
  return {
    waits(rows) {
      span.setAttribute('trainyard.rows', rows);
      enter('wait for the model');
    },
    runs: () => enter('run the graph'),
    ran(cause) {
      if (cause !== undefined) stage?.setStatus({ code: SpanStatusCode.ERROR, message: textOf(cause) });
      stage?.end();
      stage = undefined;
    },
    ended(status) {
      span.setAttribute('http.response.status_code', status);
      // Wrong input is the caller's fault: by the conventions no error of a server.
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}
