import { Duration } from 'cdk8s';
import { guard } from '../private/boundary';
import { assertPort, assertSeconds, assertWhole } from '../private/bounds';
import { frozenList } from '../private/frozen-copy';
import { assertNoCredentialInText } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule } from '../private/names';
import { pathFlaw } from '../private/request-path';
import { quote, TopologyError } from '../private/topology-error';

const MOST = 2 ** 31 - 1;
const PART: NameRule = {
  what: 'a part of a command', pattern: /^.+$/, longest: 1024, allowed: 'printable characters in one line, at most 1024',
};

/** When a probe asks, and what is made of the answers. */
export interface MachineProbeOptions {
  /**
   * Time after the start of the sidecar until it is asked first, in whole seconds.
   *
   * @default - none
   */
  readonly initialDelay?: Duration;
  /**
   * Time after which no answer is a failure, in whole seconds.
   *
   * @default - one second
   */
  readonly timeout?: Duration;
  /**
   * Time from one question to the next, in whole seconds.
   *
   * @default - ten seconds
   */
  readonly period?: Duration;
  /**
   * Successes in a row after which a machine that failed takes traffic again.
   *
   * @default 1
   */
  readonly successThreshold?: number;
  /**
   * Failures in a row after which it takes none.
   *
   * @default 3
   */
  readonly failureThreshold?: number;
}

/** What is asked by HTTP. */
export interface HttpGetProbeOptions extends MachineProbeOptions {
  /**
   * Path of the request.
   *
   * @default /
   */
  readonly path?: string;
  /**
   * Whether it is asked by HTTPS; the certificate is not verified.
   *
   * @default false
   */
  readonly https?: boolean;
}

/** What is asked, one of three. @internal */
export interface ProbeQuestion {
  readonly httpGet?: { readonly port: number; readonly path?: string; readonly https: boolean };
  readonly tcpSocket?: { readonly port: number };
  readonly exec?: { readonly command: readonly string[] };
}

/**
 * How the agent of a machine asks whether its program takes traffic: it asks on the machine itself, over its loopback address.
 * Source: https://istio.io/latest/docs/reference/config/networking/workload-group/#ReadinessProbe
 */
export class MachineProbe {
  /**
   * By a request; a status of 200..399 is a success.
   *
   * @param port where the program listens
   * @throws BST007 if the port does not exist, BST801 if no request can have the path, BST009 if a time is not a whole number of seconds, BST010 if a threshold is out of bounds
   */
  public static httpGet(port: number, options: HttpGetProbeOptions = {}): MachineProbe {
    const at = 'MachineProbe.httpGet';
    const { path, https = false } = options;
    return new MachineProbe({ httpGet: { port: assertPort(port, at), path: assertPath(path, at), https } }, options, at);
  }

  /**
   * By a connection; that it opens is a success.
   *
   * @param port where the program listens
   * @throws what `httpGet` throws, but for the path
   */
  public static tcpSocket(port: number, options: MachineProbeOptions = {}): MachineProbe {
    const at = 'MachineProbe.tcpSocket';
    return new MachineProbe({ tcpSocket: { port: assertPort(port, at) } }, options, at);
  }

  /**
   * By a program on the machine; that it ends with 0 is a success.
   *
   * @param command the program and what it is given; at least the program
   * @throws BST801 if there is no program or a text cannot be one of a command, BST510 or BST511 if a credential stands in it, and what `httpGet` throws of times and thresholds
   */
  public static exec(command: string[], options: MachineProbeOptions = {}): MachineProbe {
    const at = 'MachineProbe.exec';
    if (command.length === 0) throw new TopologyError({ code: 'BST801', path: at, problem: 'a command of no parts names no program', fix: 'name the program that is to run' });
    for (const part of command) assertName(PART, assertNoCredentialInText(part, at), at);
    command.slice(1).forEach((part, before) => assertNoCredentialInText(`${command[before].replace(/^-+/, '')}=${part}`, at));
    return new MachineProbe({ exec: { command: frozenList(command) } }, options, at);
  }

  /** @internal */
  public readonly _question: ProbeQuestion;
  /** Time until it is asked first; at once if none is said. */
  public readonly initialDelay?: Duration;
  /** Time after which no answer is a failure. */
  public readonly timeout?: Duration;
  /** Time from one question to the next. */
  public readonly period?: Duration;
  /** Successes after which a machine takes traffic again. */
  public readonly successThreshold?: number;
  /** Failures after which it takes none. */
  public readonly failureThreshold?: number;

  private constructor(question: ProbeQuestion, options: MachineProbeOptions, path: string) {
    const { initialDelay, timeout, period, successThreshold, failureThreshold } = options;
    this._question = question;
    this.initialDelay = assertSeconds('initialDelay', initialDelay, path);
    this.timeout = assertSeconds('timeout', timeout, path);
    this.period = assertSeconds('period', period, path);
    this.successThreshold = assertThreshold('successThreshold', successThreshold, path);
    this.failureThreshold = assertThreshold('failureThreshold', failureThreshold, path);
    lockMembers(this);
  }

  /** It in a few words, such as `GET /healthz at port 8080`. */
  public get inWords(): string {
    const { httpGet, tcpSocket, exec } = this._question;
    if (httpGet) return `${httpGet.https ? 'HTTPS ' : ''}GET ${httpGet.path ?? '/'} at port ${httpGet.port}`;
    return tcpSocket ? `a connection to port ${tcpSocket.port}` : exec!.command.join(' ');
  }
}

guard('MachineProbe', MachineProbe);

function assertThreshold(what: string, count: number | undefined, path: string): number | undefined {
  return count === undefined ? undefined : assertWhole(what, count, [1, MOST], path);
}

function assertPath(asked: string | undefined, path: string): string | undefined {
  if (asked === undefined) return undefined;
  assertNoCredentialInText(asked, path);
  const flaw = asked.includes('{') ? 'has a parameter, which nothing fills' : pathFlaw(asked);
  if (flaw === undefined) return asked;
  throw new TopologyError({ code: 'BST801', path, problem: `path ${quote(asked)} ${flaw}`, fix: 'give the path as it is sent, such as /healthz' });
}
