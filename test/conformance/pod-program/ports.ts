import { setTimeout as sleep } from 'node:timers/promises';
import { Answering, Seen } from './orders';

/** What a port does and has seen. */
export class Port {
  public answering: Answering = {};
  private requests = 0;
  private atOnce = 0;
  private mostAtOnce = 0;
  private connections = 0;
  private bytes = 0;
  private pings = 0;
  private readonly serverNames = new Set<string>();
  private readonly addresses = new Set<string>();

  /** Counts a request and lets it take its time. A client that goes away is no longer being answered. */
  public async request(gone: Promise<unknown>): Promise<void> {
    this.requests++;
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    const clock = new AbortController();
    try {
      if (this.answering.delay) await Promise.race([sleep(this.answering.delay, undefined, { signal: clock.signal }), gone]);
    } finally {
      clock.abort();
      this.atOnce--;
    }
  }

  public connection(address: string, serverName?: string | false | null): void {
    this.connections++;
    this.came(address, serverName);
  }

  /** Notes where something came from, over a connection that may be older than what is forgotten. */
  public came(address: string, serverName?: string | false | null): void {
    this.addresses.add(address);
    if (serverName) this.serverNames.add(serverName);
  }

  public received(bytes: number): void {
    this.bytes += bytes;
  }

  public pinged(): void {
    this.pings++;
  }

  public get seen(): Seen {
    const { requests, mostAtOnce, connections, bytes, pings } = this;
    return { requests, mostAtOnce, connections, bytes, pings, serverNames: [...this.serverNames], addresses: [...this.addresses] };
  }

  public forget(): void {
    this.answering = {};
    this.requests = this.mostAtOnce = this.connections = this.bytes = this.pings = 0;
    this.serverNames.clear();
    this.addresses.clear();
  }
}
