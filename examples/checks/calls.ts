import { Duration } from 'cdk8s';
import { CircuitBreaker, HttpProvider, HttpRoute, HttpService, Pods, RetryCondition, RetryPolicy, Workload } from 'cdk8s-backing-services';
import { rollout } from '../deployment';
import { CheckExample } from './example';

/** How long callers wait, and how often they ask. */
export const CALLS: readonly CheckExample[] = [
  {
    code: 'BST102',
    bad: ({ topology, web, orders, carts }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      web.calls(carts, { timeout: Duration.seconds(1) });
      orders.calls(bank, { timeout: Duration.seconds(2) });
    },
    good: ({ topology, web, orders, carts }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      web.calls(carts, { timeout: Duration.seconds(3) });
      orders.calls(bank, { timeout: Duration.seconds(2) });
    },
  },
  {
    code: 'BST104',
    bad: ({ web, carts }) => {
      web.calls(carts, {
        timeout: Duration.seconds(1),
        retry: RetryPolicy.attempts(2, { perTryTimeout: Duration.millis(400) }),
      });
    },
    good: ({ web, carts }) => {
      web.calls(carts, {
        timeout: Duration.millis(1300),
        retry: RetryPolicy.attempts(2, { perTryTimeout: Duration.millis(400) }),
      });
    },
  },
  {
    code: 'BST105',
    bad: ({ web, carts }) => {
      web.calls(carts, {
        timeout: Duration.seconds(1),
        retry: RetryPolicy.attempts(1, { perTryTimeout: Duration.seconds(1) }),
      });
    },
    good: ({ web, carts }) => {
      web.calls(carts, {
        timeout: Duration.seconds(1),
        retry: RetryPolicy.attempts(1, { perTryTimeout: Duration.millis(400) }),
      });
    },
  },
  {
    code: 'BST106',
    bad: ({ web, carts }) => {
      web.calls(carts, {
        timeout: Duration.seconds(1),
        retry: RetryPolicy.attempts(1, { perTryTimeout: Duration.millis(400), on: [RetryCondition.CONNECT_FAILURE] }),
      });
    },
    good: ({ web, carts }) => {
      web.calls(carts, {
        timeout: Duration.seconds(1),
        retry: RetryPolicy.attempts(1, {
          perTryTimeout: Duration.millis(400), on: [RetryCondition.CONNECT_FAILURE, RetryCondition.GATEWAY_ERROR],
        }),
      });
    },
  },
  {
    code: 'BST112',
    bad: ({ topology, web, orders, batch, carts }) => {
      const stock = new HttpService(topology, 'stock', { provider: HttpProvider.workload(batch, { targetPort: 8080 }) });
      web.calls(carts, { retry: RetryPolicy.attempts(3) });
      orders.calls(stock, { retry: RetryPolicy.attempts(3) });
    },
    good: ({ topology, web, orders, batch, carts }) => {
      const stock = new HttpService(topology, 'stock', { provider: HttpProvider.workload(batch, { targetPort: 8080 }) });
      web.calls(carts);
      orders.calls(stock, { retry: RetryPolicy.attempts(3) });
    },
  },
  {
    code: 'BST113',
    bad: ({ topology, web, orders }) => {
      const contract = { operations: [{ id: 'pay', method: 'POST', path: '/payments', retriable: false }] };
      const payments = new HttpService(topology, 'payments', { contract, provider: HttpProvider.workload(orders, { targetPort: 8081 }) });
      web.calls(payments, { operations: ['pay'], retry: RetryPolicy.attempts(1) });
    },
    good: ({ topology, web, orders }) => {
      // As Contract.openApi() reads it where the operation has a header Idempotency-Key.
      const contract = { operations: [{ id: 'pay', method: 'POST', path: '/payments', retriable: true }] };
      const payments = new HttpService(topology, 'payments', { contract, provider: HttpProvider.workload(orders, { targetPort: 8081 }) });
      web.calls(payments, { operations: ['pay'], retry: RetryPolicy.attempts(1) });
    },
  },
  {
    code: 'BST215',
    bad: ({ web, carts }) => {
      // Of the two pods of orders none may ever be left out.
      web.calls(carts, { circuitBreaker: CircuitBreaker.consecutiveErrors(5, { maxEjectionPercent: 10 }) });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { circuitBreaker: CircuitBreaker.consecutiveErrors(5, { maxEjectionPercent: 50 }) });
    },
  },
  {
    code: 'BST217',
    bad: ({ chart, topology, web }) => {
      const prices = new Workload(topology, 'prices', { pods: Pods.rollout(rollout(chart, 'prices')) });
      web.calls(new HttpService(topology, 'prices-api', { provider: HttpProvider.workload(prices, { targetPort: 8080 }), routes: [HttpRoute.toAnyVersion()] }));
    },
    good: ({ chart, topology, web }) => {
      const prices = new Workload(topology, 'prices', { pods: Pods.rollout(rollout(chart, 'prices')) });
      web.calls(new HttpService(topology, 'prices-api', { provider: HttpProvider.workload(prices, { targetPort: 8080 }) }));
    },
  },
  {
    code: 'BST305',
    bad: ({ topology, web, orders, carts }) => {
      const pages = new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
      web.calls(carts);
      orders.calls(pages);
    },
    good: ({ web, carts }) => {
      web.calls(carts);
    },
  },
];
