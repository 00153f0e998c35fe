import { join } from 'node:path';
import { Client, node, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { ARCHIVE, PICTURES, programs } from './declaration';
import { startSeaweedFs } from './server';

const PROGRAMS = join(__dirname, 'programs');
const BOTO3 = 'boto3';
const AWS_SDK = '@aws-sdk/client-s3';

const enters = (behaviour: string, client: Client, deployment: string, asks: readonly string[], brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { client, namespace: 's3', deployment, asks }, ({ username }) => username, brokenBy));
const told = (deployment: string, name: string, value: string) => changeVariable(deployment, 's3', name, `is ${value}`, variable => { variable.value = value; });

/** SeaweedFS leaves out who has a "${" in a key: it takes that for a variable of its own. */
const isKept = (text: string) => !text.includes('${');

export const S3_TIER = attachedTier({
  name: 's3',
  real: ['SeaweedFS 4.48 with TLS', 'boto3 1.44', '@aws-sdk/client-s3 3'],
  needs: [],
  declare: programs,
  service: {
    /** An access key stands in a header, where "/" ends it and "," begins another field. Source: AWS Signature Version 4, "Authorization header". */
    isUser: text => /^[!-~]+$/.test(text) && !/[/,]/.test(text) && isKept(text),
    isPassword: isKept,
    // The second is found by the bucket's host alone, so that a client fails there which puts it in the path.
    hosts: [ARCHIVE.host, `${PICTURES.name}.${PICTURES.host}`],
    start: startSeaweedFs,
    stored: (login, authority) => ({ 'ClusterSecretStore vault': { 's3/shop': { ...login, ca: authority } } }),
  },
  rows: [
    enters("Python's SDK of AWS finds a server by AWS_ENDPOINT_URL_S3 and AWS_REGION, and enters it with hostile keys by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
      python(BOTO3, join(PROGRAMS, 'boto3-of-environment.py')), 'python-sdk', [],
      changeTemplate('s3', 'python-sdk-archive', 'secret-access-key', 'percent-encoded', () => '{{ index . "secret-access-key" | urlquery }}')),
    enters("Node's SDK of AWS finds and enters it by the same variables", node(AWS_SDK, join(PROGRAMS, 'aws-sdk-of-environment.mjs')), 'node-sdk', [],
      told('node-sdk', 'AWS_ENDPOINT_URL_S3', `https://${PICTURES.host}`)),
    enters("boto3 enters it by the binding's own variables, with an authority of its own, and reaches a bucket at the bucket's own host",
      python(BOTO3, join(PROGRAMS, 'boto3-parts.py')), 'python', ['PICTURES'],
      changeTemplate('s3', 'python-pictures', 'access-key-id', 'percent-encoded', () => '{{ index . "access-key-id" | urlquery }}')),
    enters("@aws-sdk/client-s3 enters it by the binding's own variables, with an authority of its own, and puts a bucket in the path where it has no host",
      node(AWS_SDK, join(PROGRAMS, 'aws-sdk-parts.mjs')), 'node', ['ARCHIVE'], told('node', 'ARCHIVE_PATH_STYLE', 'false')),
  ],
});
