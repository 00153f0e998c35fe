import { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

interface Span {
  readonly traceId: string;
  readonly localEndpoint?: { readonly serviceName?: string };
}

const traces = new Map<string, Set<string>>();

/** Takes spans as Zipkin does: https://zipkin.io/zipkin-api/ (POST /api/v2/spans) */
export async function collectSpans(request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const { traceId, localEndpoint } of JSON.parse(await text(request)) as Span[]) {
    const service = localEndpoint?.serviceName ?? 'unknown';
    traces.set(service, (traces.get(service) ?? new Set()).add(traceId));
  }
  response.writeHead(202).end();
}

/** How many traces each service began or took part in. */
export function tracesByService(): Record<string, number> {
  return Object.fromEntries([...traces].map(([service, ids]) => [service, ids.size]));
}

export function forgetTraces(): void {
  traces.clear();
}
