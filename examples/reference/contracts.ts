import { join } from 'path';
import { Chart, Duration } from 'cdk8s';
import {
  Contract, GrpcProvider, GrpcService, HttpProvider, HttpService, Mesh, Platform, Pods, RetryPolicy, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** Which operations of a service a workload calls, by the names of its contract. */
export function contracts(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const payments = new HttpService(topology, 'payments', {
    provider: HttpProvider.external('https://payments.example.com/v2'),
    contract: Contract.openApi(join(__dirname, '../shop/contracts/payments.yaml')),
  });
  process('orders').calls(payments, { operations: ['createCharge'], timeout: Duration.seconds(2), retry: RetryPolicy.attempts(2) });

  const stock = new GrpcService(topology, 'stock', { provider: GrpcProvider.workload(process('warehouse')), contract: Contract.proto(join(__dirname, 'stock.proto')) });
  process('web').calls(stock, { operations: ['shop.v1.Stock/Count', 'shop.v1.Stock/Ship'], retry: RetryPolicy.attempts(2) });

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
