import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { RunningProgram, WORK } from '../harness/process';
import { Listener, Orders } from '../pod-program/orders';
import { Network } from './network';
import { hasIdentity } from './pod-identity';
import { podProgram } from './pod-program';
import { SidecarSettings, startSidecar } from './sidecar';

/** Where a pod is. */
export interface PodPlace {
  /** Of the network namespace, and what rows call it. */
  readonly name: string;
  readonly addresses: readonly string[];
  readonly listeners: readonly Listener[];
}

export type Order<Name extends keyof Orders> = Parameters<Orders[Name]>[0];
export type Reply<Name extends keyof Orders> = Awaited<ReturnType<Orders[Name]>>;

/** A network namespace with our program in it, and perhaps a sidecar. */
export class Pod {
  public static async start(network: Network, place: PodPlace): Promise<Pod> {
    const { name, addresses, listeners } = place;
    await network.plug(name, addresses);
    const socket = join(WORK, `${name}.sock`);
    rmSync(socket, { force: true });
    const program = RunningProgram.start(name, [process.execPath, podProgram(), JSON.stringify({ name, socket, listeners })], { network: name });
    const pod = new Pod(place, socket, [program]);
    await program.ready(async () => pod.ask('forget', {}).then(() => true));
    return pod;
  }

  private sidecar?: RunningProgram;

  private constructor(public readonly place: PodPlace, private readonly socket: string, private readonly programs: RunningProgram[]) {}

  /** Puts a sidecar before it; returns when that is ready to pass on traffic, or when the pod has its identity. */
  public async inject(settings: Omit<SidecarSettings, 'network' | 'address'>): Promise<void> {
    const sidecar = await startSidecar({ ...settings, network: this.place.name, address: this.place.addresses[0] });
    this.programs.push(sidecar);
    this.sidecar = sidecar;
    if (settings.kind === 'ztunnel') return sidecar.ready(() => hasIdentity(this.place.name));
    await sidecar.ready(async () => (await this.ask('send', { url: 'http://127.0.0.1:15021', path: '/healthz/ready' })).statuses['200'] === 1);
  }

  public async ask<Name extends keyof Orders>(order: Name, what: Order<Name>): Promise<Reply<Name>> {
    return new Promise<Reply<Name>>((resolve, reject) => {
      const sent = request({ socketPath: this.socket, path: `/${order}`, method: 'POST', timeout: 120_000 }, response => void text(response).then(
        body => response.statusCode === 200 ? resolve(JSON.parse(body) as Reply<Name>) : reject(new Error(`${this.place.name}, ${order}: ${body}`)), reject));
      sent.on('timeout', () => sent.destroy(new Error(`${this.place.name} takes no orders`)));
      sent.on('error', reject);
      sent.end(JSON.stringify(what));
    });
  }

  /** What its Envoy tells of itself: https://www.envoyproxy.io/docs/envoy/latest/operations/admin */
  public async envoy(path: string): Promise<string> {
    const { body, statuses } = await this.ask('send', { url: 'http://127.0.0.1:15000', path: `/${path}` });
    if (statuses['200'] === 1) return body;
    throw new Error(`Envoy of ${this.place.name}, ${path}: ${JSON.stringify(statuses)} ${body}`);
  }

  /** What its sidecar has printed so far, its access log among it. */
  public get printed(): string {
    if (!this.sidecar) throw new Error(`${this.place.name} has no sidecar`);
    return this.sidecar.log;
  }

  public async stop(): Promise<void> {
    for (const program of this.programs) await program.stop();
  }
}

