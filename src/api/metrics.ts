// What the server counts about itself, as Prometheus reads it (text format 0.0.4): requests by route, method and status, how long they took,
// what runs now, memory, and how large the graph is. No ids, no queries, no addresses.
import type { Request, RequestHandler, Response } from 'express';

/** Upper ends in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;
interface Series {
  readonly labels: string;
  readonly buckets: number[];
  sum: number;
  count: number;
}

export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[];
}

export class Metrics {
  /** Answers that are under way. */
  inFlight = 0;
  bugs = 0;
  readonly #requests = new Map<string, number>();
  readonly #durations = new Map<string, Series>();
  readonly #startedAt = Date.now();

  /** Sees every request; `onDone` hears of each when its answer is sent or its client is gone. */
  watch(onDone: (req: Request, res: Response, ms: number) => void): RequestHandler {
    return (req, res, next) => {
      const began = performance.now();
      this.inFlight++;
      res.once('close', () => {
        this.inFlight--;
        const ms = performance.now() - began;
        this.#record(req, res, ms / 1000);
        onDone(req, res, ms);
      });
      next();
    };
  }

  render(gauges: readonly Gauge[]): string {
    const { rss, heapUsed } = process.memoryUsage();
    const lines = [
      ...family('paperloom_http_requests_total', 'counter', 'Answers sent, by route, method and status.', [...this.#requests]),
      ...this.#renderDurations(),
      ...family('paperloom_bugs_total', 'counter', 'Failures that nobody expected.', [['', this.bugs]]),
    ];
    const own: Gauge[] = [
      { name: 'paperloom_http_requests_in_flight', help: 'Requests being answered.', values: [{ value: this.inFlight }] },
      { name: 'process_resident_memory_bytes', help: 'Resident memory of the server process.', values: [{ value: rss }] },
      { name: 'nodejs_heap_used_bytes', help: 'JavaScript heap in use.', values: [{ value: heapUsed }] },
      { name: 'process_start_time_seconds', help: 'When the server started.', values: [{ value: this.#startedAt / 1000 }] },
    ];
    for (const { name, help, values } of [...own, ...gauges])
      lines.push(
        ...family(
          name,
          'gauge',
          help,
          values.map(({ labels = {}, value }) => [labelsOf(labels), value]),
        ),
      );
    return `${lines.join('\n')}\n`;
  }

  #record(req: Request, res: Response, seconds: number): void {
    const labels = { route: routeOf(req), method: req.method };
    // 499: the client did not wait.
    const status = String(res.writableFinished ? res.statusCode : 499);
    const counted = labelsOf({ ...labels, status });
    this.#requests.set(counted, (this.#requests.get(counted) ?? 0) + 1);
    const key = labelsOf(labels);
    const series = this.#durations.get(key) ?? { labels: key, buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
    this.#durations.set(key, series);
    for (const [i, end] of BUCKETS.entries()) if (seconds <= end) series.buckets[i] = (series.buckets[i] ?? 0) + 1;
    series.sum += seconds;
    series.count++;
  }

  #renderDurations(): string[] {
    const name = 'paperloom_http_request_duration_seconds';
    const lines = [`# HELP ${name} How long answers took, by route and method.`, `# TYPE ${name} histogram`];
    for (const { labels, buckets, sum, count } of this.#durations.values()) {
      const inner = labels.slice(1, -1);
      for (const [i, end] of BUCKETS.entries()) lines.push(`${name}_bucket{${inner},le="${end}"} ${buckets[i]}`);
      lines.push(`${name}_bucket{${inner},le="+Inf"} ${count}`, `${name}_sum${labels} ${sum}`, `${name}_count${labels} ${count}`);
    }
    return lines;
  }
}

/** The pattern, never the address: `/api/papers/:id`. Pages and everything unknown are one each. */
function routeOf(req: Request): string {
  const path: unknown = req.route?.path;
  if (typeof path === 'string' && req.baseUrl === '/api') return `/api${path}`;
  return req.originalUrl.startsWith('/api/') ? 'unmatched' : 'pages';
}

const labelsOf = (labels: Readonly<Record<string, string>>): string => {
  const entries = Object.entries(labels);
  return entries.length === 0
    ? ''
    : `{${entries.map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`).join(',')}}`;
};

function family(name: string, type: string, help: string, values: readonly (readonly [string, number])[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...values.map(([labels, value]) => `${name}${labels} ${value}`)];
}
