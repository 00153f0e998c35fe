import { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

type Tags = Readonly<Record<string, string>>;

interface Span {
  readonly traceId: string;
  readonly localEndpoint?: { readonly serviceName?: string };
  readonly tags?: Tags;
}

/** Spans whose tags are kept, of each service. */
const KEPT = 1_000;

const traces = new Map<string, Set<string>>();
const tagged = new Map<string, Tags[]>();

/** Takes spans as Zipkin does: https://zipkin.io/zipkin-api/ (POST /api/v2/spans) */
export async function collectSpans(request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const { traceId, localEndpoint, tags = {} } of JSON.parse(await text(request)) as Span[]) {
    const service = localEndpoint?.serviceName ?? 'unknown';
    traces.set(service, (traces.get(service) ?? new Set()).add(traceId));
    if (tagsOf(service).length < KEPT) tagged.set(service, [...tagsOf(service), tags]);
  }
  response.writeHead(202).end();
}

/** How many traces each service began or took part in. */
export function tracesByService(): Record<string, number> {
  return Object.fromEntries([...traces].map(([service, ids]) => [service, ids.size]));
}

/** The tags of the spans of a service. */
export function tagsOf(service: string): readonly Tags[] {
  return tagged.get(service) ?? [];
}

export function forgetTraces(): void {
  traces.clear();
  tagged.clear();
}
