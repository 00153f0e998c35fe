/** Which port. */
export interface PortName {
  readonly port: number;
  /** @default - every address of the pod */
  readonly address?: string;
}

/** PEM files. */
export interface PemFiles {
  readonly keyFile: string;
  readonly certificateFile: string;
}

/** Who a pod is in the mesh, and the authority that it believes. */
export interface Identity extends PemFiles {
  readonly authorityFile: string;
}

/** A proxy that is asked for connections. */
export interface Through {
  /** `address:port` of the proxy. */
  readonly proxy: string;
  /** Who asks. */
  readonly identity: Identity;
  /** What is asked for. @default - the address that its name leads to */
  readonly address?: string;
}

/** A port that the program listens on. */
export interface Listener extends PortName {
  /** `zipkin` is a collector of spans. */
  readonly protocol: 'http' | 'grpc' | 'tcp' | 'zipkin';
  /** With them it speaks TLS; with the file of an authority, to clients alone that show a certificate of it. */
  readonly tls?: PemFiles & { readonly clientAuthorityFile?: string };
}

/** What the program is told when it starts. */
export interface Assignment {
  /** Name of the pod, which every answer carries. */
  readonly name: string;
  /** Path of the socket that takes orders. The file system is the run's, so the runner reaches it without the pod's network. */
  readonly socket: string;
  readonly listeners: readonly Listener[];
}

/** How a port answers from now on. */
export interface Answering {
  /** @default 200 */
  readonly status?: number;
  /** With this `grpc-status`; for gRPC, an answer of headers only unless it is 0. */
  readonly grpcStatus?: number;
  /** Milliseconds before the answer. */
  readonly delay?: number;
}

/** What came to a port since it was last asked to forget. */
export interface Seen {
  readonly requests: number;
  /** Requests being answered at one time, at the most. */
  readonly mostAtOnce: number;
  readonly connections: number;
  /** Bytes over plain TCP. */
  readonly bytes: number;
  /** PINGs over HTTP/2. */
  readonly pings: number;
  /** Server names that TLS clients asked for. */
  readonly serverNames: readonly string[];
  /** Addresses that connections came from. */
  readonly addresses: readonly string[];
}

/** Requests to send. */
export interface Load {
  /** Where to; `path` is added as it is written, because a URL would be normalized. */
  readonly url: string;
  readonly path?: string;
  /** @default 1 */
  readonly count?: number;
  /** Requests under way at a time. @default 1 */
  readonly concurrency?: number;
  /** @default GET */
  readonly method?: string;
  /** The name that TLS asks for. @default - the header `host` */
  readonly serverName?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What a client of TLS shows. @default - nothing */
  readonly certificate?: PemFiles;
  /** @default - straight to where the URL says */
  readonly through?: Through;
}

/** What became of a load. */
export interface Outcome {
  /** How many ended with which status, or with which error. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many were answered by which pod. */
  readonly answeredBy: Readonly<Record<string, number>>;
  /** Milliseconds that the requests took: the shortest and the longest. */
  readonly shortest: number;
  readonly longest: number;
  /** The first answer's body. */
  readonly body: string;
  /** The first answer's headers. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the program was asked that gave it; undefined if a proxy did. */
  readonly asked?: Asked;
}

/** A request, as it came to a program. */
export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Bytes to send over TCP. */
export interface Bytes {
  readonly host: string;
  readonly port: number;
  readonly text: string;
  /** @default - straight to the host */
  readonly through?: Through;
}

/** What became of bytes that were sent. */
export type Exchange = 'echoed' | 'closed' | 'no answer';

/** A program and what it does at a word of the runner. */
export interface Orders {
  answer(order: Answering & PortName): void;
  seen(order: PortName): Seen;
  /** Makes a port answer as at the start and forget what it has seen; without a port, all of them. */
  forget(order: Partial<PortName>): void;
  /** How many traces each service began or took part in. */
  traces(order: object): Readonly<Record<string, number>>;
  /** The tags of the spans of a service, of a thousand at the most. */
  spans(order: { readonly service: string }): readonly Readonly<Record<string, string>>[];
  send(order: Load): Promise<Outcome>;
  /** Calls a gRPC method; the statuses are those of gRPC. */
  call(order: Load): Promise<Outcome>;
  /** Sends bytes over TCP, once, and tells whether they came back. */
  exchange(order: Bytes): Promise<Exchange>;
}
