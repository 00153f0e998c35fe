import { IstioOptions, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

describe('Sidecar', () => {
  const declare = (options: IstioOptions, labels = { app: 'web' }) => {
    const declared = new MeshDeclaration(options);
    declared.workload('web', { labels }).calls(declared.external('payments'));
    return declared;
  };

  test('tells a workload of what it depends on, and of the control plane', () => expect(declare({ sidecars: {} }).object('Sidecar', 'web')).toMatchSnapshot());

  test('of every option', () => {
    const options = { controlPlaneNamespace: 'istio-control', sidecars: { furtherHosts: ['observability/*', '*/*.example.org'], registryOnly: true } };
    expect(declare(options, { app: 'web', tier: 'front' } as { app: string }).spec('Sidecar', 'web')).toMatchSnapshot();
  });

  test('is not there unless it is asked for', () => expect(declare({}).named('Sidecar')).toEqual([]));

  test('stands for each workload that is ruled from here, in its namespace, and for nobody else', () => {
    const declared = new MeshDeclaration({ sidecars: { registryOnly: false } });
    for (const [nth, standing] of Object.values(WorkloadStanding).entries()) newWorkload(declared.topology, `w${nth}`, { standing, namespace: `n${nth}` });
    expect(declared.named('Sidecar')).toEqual(['n0/w0', 'n1/w1']);
    expect(declared.spec('Sidecar', 'w0', 'n0')).not.toHaveProperty('outboundTrafficPolicy');
  });
});
