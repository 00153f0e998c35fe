import { Synthesized } from '../synthesized';
import { told } from '../told';
import { airflow, PROCESSES } from './airflow';

const system = new Synthesized('known-images-airflow', 'airflow', airflow);
const GIVEN = ['AIRFLOW__CORE__EXECUTOR'];

const DATABASE = {
  AIRFLOW__CELERY__RESULT_BACKEND: 'db+‹secret airflow-app uri›?sslmode=verify-full&sslrootcert=/bindings/airflow-db/ca.crt',
  AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: '‹secret airflow-app uri›?sslmode=verify-full&sslrootcert=/bindings/airflow-db/ca.crt',
  AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC:
    'postgresql+asyncpg://‹secret airflow-app username›:‹secret airflow-app password›@airflow-rw.airflow.svc:5432/‹secret airflow-app dbname›?ssl=verify-full',
  PGSSLROOTCERT: '/bindings/airflow-db/ca.crt',
};
const BROKER = {
  AIRFLOW__CELERY__BROKER_URL: 'amqp://‹secret tasks-default-user username›:‹secret tasks-default-user password›@tasks.airflow.svc:5672/%2F',
};
const API = { AIRFLOW__CORE__EXECUTION_API_SERVER_URL: 'http://airflow-api.airflow.svc/execution/' };

test.each<[typeof PROCESSES[number], Record<string, string>]>([
  ['api-server', { ...DATABASE, ...BROKER }],
  ['scheduler', { ...DATABASE, ...BROKER, ...API }],
  ['dag-processor', DATABASE],
  ['triggerer', DATABASE],
  ['celery-worker', { ...DATABASE, ...BROKER, ...API }],
])('%s of Airflow is told this, and nothing else', (name, variables) => expect(told(system, name, GIVEN)).toEqual(variables));

test('each process is the same image, told by its arguments what it is', () =>
  expect(PROCESSES.map(name => system.container(name)).map(({ image, args }) => [image, args.join(' ')])).toEqual([
    'api-server', 'scheduler', 'dag-processor', 'triggerer', 'celery worker'].map(args => ['apache/airflow:3.1.3', args])));
