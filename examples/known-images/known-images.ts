import { App, Chart } from 'cdk8s';
import { Topology } from 'cdk8s-backing-services';
import { airflow } from './airflow';
import { grafana } from './grafana';
import { kafkaUi } from './kafka-ui';
import { keycloak } from './keycloak';
import { mastodon } from './mastodon';
import { n8n } from './n8n';
import { nextcloud } from './nextcloud';
import { rocketChat } from './rocket-chat';
import { sonarqube } from './sonarqube';
import { temporal } from './temporal';

/** Systems that nobody here wrote, by the namespace that each lives in. */
export const KNOWN_IMAGES: Readonly<Record<string, (chart: Chart) => Topology>> = {
  'airflow': airflow,
  'grafana': grafana,
  'kafka-ui': kafkaUi,
  'keycloak': keycloak,
  'mastodon': mastodon,
  'n8n': n8n,
  'nextcloud': nextcloud,
  'rocket-chat': rocketChat,
  'sonarqube': sonarqube,
  'temporal': temporal,
};

/** Declares all of them in one app, each in a chart and a namespace of its own. */
export function knownImages(app: App): Topology[] {
  return Object.entries(KNOWN_IMAGES).map(([namespace, declare]) => declare(new Chart(app, `known-images-${namespace}`, { namespace })));
}
