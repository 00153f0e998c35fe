import { Chart } from 'cdk8s';
import { EnvNames, HttpProvider, HttpService, Mesh, Platform, Postgres, PostgresProvider, RabbitMq, RabbitMqProvider, Topology } from 'cdk8s-backing-services';
import { imageOf } from './image';

/** The processes of Airflow, each the same image; the API server is among them. */
export const PROCESSES = ['api-server', 'scheduler', 'dag-processor', 'triggerer', 'celery-worker'] as const;

/**
 * Airflow with Celery: tasks by RabbitMQ, what became of them in PostgreSQL. SQLAlchemy's asynchronous driver, asyncpg, fails on `sslmode` in a URL, calls it `ssl`,
 * and finds the authority as libpq does.
 * Sources: https://airflow.apache.org/docs/apache-airflow/stable/configurations-ref.html, https://airflow.apache.org/docs/apache-airflow/stable/howto/set-up-database.html,
 * https://airflow.apache.org/docs/apache-airflow-providers-celery/stable/configurations-ref.html, https://magicstack.github.io/asyncpg/current/api/index.html
 */
export function airflow(chart: Chart): Topology {
  const topology = new Topology(chart, 'airflow');
  const env = { AIRFLOW__CORE__EXECUTOR: 'CeleryExecutor' };
  const [api, scheduler, processor, triggerer, worker] = PROCESSES.map(name => imageOf(topology, name, {
    image: 'apache/airflow:3.1.3', port: name === 'api-server' ? 8080 : undefined, args: name.split(/^(celery)-/).filter(Boolean), env,
  }));

  // #region declaration
  const database = new Postgres(topology, 'airflow-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'airflow' }) });
  const broker = new RabbitMq(topology, 'airflow-broker', { provider: RabbitMqProvider.clusterOperator({ cluster: 'tasks' }) });
  const server = new HttpService(topology, 'airflow-api', { provider: HttpProvider.workload(api, { port: 80, targetPort: 8080 }) });

  for (const process of [api, scheduler, processor, triggerer, worker]) {
    process.uses(database, { envNames: EnvNames.map({
      AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: '{url}',
      AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC: 'postgresql+asyncpg://{username:percent}:{password:percent}@{host}:{port}/{database:percent}?ssl={sslmode}',
      PGSSLROOTCERT: '{ca:file}',
      AIRFLOW__CELERY__RESULT_BACKEND: 'db+{url}',
    }) });
  }
  for (const process of [api, scheduler, worker]) process.uses(broker, { envNames: EnvNames.map({ AIRFLOW__CELERY__BROKER_URL: '{url}' }) });
  for (const process of [scheduler, worker]) process.calls(server, { envNames: EnvNames.map({ AIRFLOW__CORE__EXECUTION_API_SERVER_URL: '{url}/execution/' }) });

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  // #endregion
  return topology;
}
