import { Duration } from 'cdk8s';
import { MachineProbe, Machines } from '../../src';

const second = Duration.seconds(1);
const times = { initialDelay: second, timeout: second, period: second, successThreshold: 1, failureThreshold: 3 };
const common = { labels: { app: 'billing' }, namespace: 'shop', serviceAccountName: 'billing', ports: [8080] };
const machine = { address: '192.0.2.7', version: 'v1', locality: 'eu/eu-1', weight: 2 };

/** Right calls about machines. */
export const MACHINES = {
  'MachineProbe.exec': () => ({ args: [['pg_isready'], times] }),
  'MachineProbe.httpGet': () => ({ args: [8080, { ...times, path: '/healthz', https: true }] }),
  'MachineProbe.tcpSocket': () => ({ args: [8080, times] }),
  'Machines#describe': () => ({ on: Machines.at([machine], common), args: ['billing'] }),
  'Machines.at': () => ({ args: [[machine], common] }),
  'Machines.group': () => ({ args: [{ ...common, cidrs: ['192.0.2.0/24'], locality: 'eu', weight: 2, probe: MachineProbe.tcpSocket(8080) }] }),
};
