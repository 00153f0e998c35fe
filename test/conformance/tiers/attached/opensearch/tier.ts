import { join } from 'node:path';
import { Client, node, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { JAVA } from '../../../toolbox/debian';
import { OPENSEARCH } from '../../../toolbox/opensearch';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { HOST, programs } from './declaration';
import { startOpenSearch } from './server';

const PROGRAMS = join(__dirname, 'programs');
const opensearchJs = (file: string) => node('@opensearch-project/opensearch', join(PROGRAMS, file));
const opensearchPy = (file: string) => python('opensearch-py', join(PROGRAMS, file));

const enters = (behaviour: string, client: Client, deployment: string, brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { client, namespace: 'opensearch', deployment, asks: [] }, ({ username }) => username, brokenBy));

export const OPENSEARCH_TIER = attachedTier({
  name: 'opensearch',
  real: ['OpenSearch 2.19.6', '@opensearch-project/opensearch 3', 'opensearch-py 3'],
  standIns: ["a proxy for TLS and users, which are its security plugin's"],
  needs: [JAVA, OPENSEARCH],
  declare: programs,
  service: {
    /** Source: RFC 7617 (2): a user of Basic has no colon. */
    isUser: text => !text.includes(':'),
    hosts: [HOST],
    start: startOpenSearch,
    stored: (login, authority) => ({ 'ClusterSecretStore vault': { 'opensearch/shop': { ...login, ca: authority } } }),
  },
  rows: [
    enters('opensearch-js enters by a URL with hostile user and password in it', opensearchJs('opensearch-url.mjs'), 'node-url',
      changeTemplate('opensearch', 'node-url-search', 'OPENSEARCH_URL', 'blanks as "+"', text => text.replaceAll(' | replace "+" "%20"', ''))),
    enters('opensearch-js enters by a URL, with user and password beside it and an authority of its own', opensearchJs('opensearch-parts.mjs'), 'node',
      changeTemplate('opensearch', 'node-search', 'password', 'percent-encoded', () => '{{ .password | urlquery }}')),
    enters('opensearch-py enters by a URL, with user and password beside it and an authority of its own', opensearchPy('opensearch-url.py'), 'python',
      changeTemplate('opensearch', 'python-search', 'username', 'percent-encoded', () => '{{ .username | urlquery }}')),
    enters('opensearch-py enters by parts: host, port and whether to start TLS', opensearchPy('opensearch-parts.py'), 'python-parts',
      changeVariable('python-parts', 'opensearch', 'SEARCH_SSL', 'is false', variable => { variable.value = 'false'; })),
  ],
});
