import { KubernetesSecret } from '../../src';

/** A credential in a Secret that no supplier makes. */
export const OPERATED = KubernetesSecret.existing('made-by-hand', { reason: 'the cache team makes it' }).credential({ uri: 'uri' });
