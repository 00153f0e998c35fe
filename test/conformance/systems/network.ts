import { output } from '../harness/process';

/** The control plane's address: istiod is there, and every pod's way out. */
export const CONTROL_PLANE = '10.77.0.1';

const BRIDGE = 'br0';
const LOOPBACK_NAMESERVER = 'nameserver 127.0.0.1\n';

/** Connects pods that are network namespaces, by a bridge in the namespace of the run. */
export class Network {
  /** Makes the bridge, and lets unknown names fail at once instead of waiting for a server that cannot be reached. */
  public static async open(): Promise<Network> {
    await ip([`link add ${BRIDGE} type bridge`, `addr add ${CONTROL_PLANE}/16 dev ${BRIDGE}`, `link set ${BRIDGE} up`]);
    await output(['sh', '-c', 'cat > /run/resolv.conf && mount --bind /run/resolv.conf /etc/resolv.conf'], { input: LOOPBACK_NAMESERVER });
    return new Network();
  }

  private readonly names: string[] = [];

  private constructor() {}

  /** Gives a pod its network namespace, with these addresses. */
  public async plug(name: string, addresses: readonly string[]): Promise<void> {
    const cable = `pod${this.names.push(name)}`;
    await ip([`netns add ${name}`, `link add ${cable} type veth peer name eth0 netns ${name}`, `link set ${cable} master ${BRIDGE} up`]);
    await ip(['link set lo up', ...addresses.map(address => `addr add ${address}/16 dev eth0`), 'link set eth0 up', `route add default via ${CONTROL_PLANE}`], name);
  }

  public async close(): Promise<void> {
    await ip([...this.names.map(name => `netns delete ${name}`), `link delete ${BRIDGE}`]);
    await output(['umount', '/etc/resolv.conf']);
  }
}

async function ip(commands: readonly string[], network?: string): Promise<void> {
  await output(['ip', ...network === undefined ? [] : ['-netns', network], '-batch', '-'], { input: `${commands.join('\n')}\n` });
}
