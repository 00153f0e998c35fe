import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { ServedObject } from '../../systems/kubernetes-client';
import { AcceptedWorld, Outcome } from './accepted-world';
import { RENDERED_BY_HELM } from './helm-row';

/** As many problems as a table can hold. */
const SHOWN = 5;

const EVERY_OBJECT: Row<AcceptedWorld> = {
  behaviour: 'every object of every example and fixture has only fields and values that the API server knows',
  async observe({ outcomes, rules }) {
    const refused = outcomes.filter(({ refusal }) => refusal !== undefined && !rules.isBroken(refusal));
    const objects = `${outcomes.length} objects of ${distinct(outcomes.map(({ object }) => `${object.apiVersion} ${object.kind}`))} kinds, from ${distinct(outcomes.map(({ document }) => document.file))} files`;
    return { seen: refused.length === 0 ? `${objects}, applied with strict field validation` : listed(refused), holds: outcomes.length > 0 && refused.length === 0 };
  },
  brokenBy: mutate({ kind: 'AuthorizationPolicy', name: 'orders', namespace: 'shop' }, 'a field that the kind does not have', object => { object.spec.selectors = {}; }),
};

const EVERY_RULE: Row<AcceptedWorld> = {
  behaviour: 'every object keeps the rules in CEL of its kind, which no schema can tell',
  async observe({ outcomes, rules }) {
    const refused = outcomes.filter(({ refusal }) => refusal !== undefined && rules.isBroken(refusal));
    const ruled = outcomes.map(({ object }) => rules.evaluatedFor(object)).filter(evaluated => evaluated > 0);
    const evaluated = ruled.reduce((total, number) => total + number, 0);
    return { seen: refused.length === 0 ? `${evaluated} evaluations on ${ruled.length} objects, none violated` : listed(refused), holds: evaluated > 0 && refused.length === 0 };
  },
  brokenBy: mutate({ kind: 'ServiceEntry', name: 'payments', namespace: 'shop' }, 'a range of addresses, which only hosts without DNS may have', object => { object.spec.addresses = ['203.0.113.0/24']; }),
};

/** Of a kind whose status has a default, such as Gateway, the API server stores that at the second time: its spec is the same, which `generation` counts. */
function isSame({ metadata: now }: ServedObject, { metadata: before }: ServedObject): boolean {
  return now.resourceVersion === before.resourceVersion || now.generation !== undefined && now.generation === before.generation;
}

const SECOND_TIME: Row<AcceptedWorld> = {
  behaviour: 'what is applied a second time changes nothing, and no object is emitted in two versions',
  async observe({ outcomes, server: { client } }) {
    const changed: string[] = [];
    const accepted = outcomes.filter(({ served }) => served !== undefined);
    for (const { document, object, served } of accepted) {
      const again = await client.apply(document.text, object);
      if (!isSame(again, served!)) changed.push(`${nameOf(object)} is another object`);
    }
    return { seen: changed.length === 0 ? `${accepted.length} objects, each at its first resourceVersion` : few(changed), holds: accepted.length > 0 && changed.length === 0 };
  },
  brokenBy: mutate({ kind: 'KafkaTopic', name: 'order-created' }, 'gets the name of another topic', object => {
    Object.assign(object, { metadata: { ...object.metadata, name: 'domain-events' } });
  }),
};

const NO_SECRET: Row<AcceptedWorld> = {
  behaviour: 'no Secret is emitted: each comes from the operator or store that owns it',
  async observe({ outcomes, server: { client } }) {
    const secrets = await client.list('v1', 'Secret');
    return {
      seen: secrets.length === 0 ? `0 Secrets in ${distinct(outcomes.map(({ object }) => object.metadata.namespace))} namespaces` : few(secrets.map(nameOf)),
      holds: secrets.length === 0,
    };
  },
  brokenBy: mutate({ kind: 'ServiceAccount', name: 'orders', namespace: 'shop' }, 'becomes a Secret', object => {
    Object.assign(object, { kind: 'Secret', data: { password: 'c2VjcmV0' } });
    delete object.automountServiceAccountToken;
  }),
};

/** Rows of this tier. */
export const ROWS: readonly Row<AcceptedWorld>[] = [EVERY_OBJECT, EVERY_RULE, SECOND_TIME, NO_SECRET, RENDERED_BY_HELM];

function nameOf({ kind, metadata: { name, namespace } }: Outcome['object']): string {
  return `${kind} ${namespace}/${name}`;
}

/** The first of each kind: what is wrong with one is mostly wrong with all. */
function listed(refused: readonly Outcome[]): string {
  const kinds = [...new Set(refused.map(({ object }) => object.kind))].map(kind => refused.filter(({ object }) => object.kind === kind));
  return few(kinds.map(([{ document: { file }, object, refusal }, ...others]) => (
    `${nameOf(object)} of ${file}${others.length > 0 ? `, and ${others.length} of its kind` : ''}: ${refusal}`)));
}

function few(problems: readonly string[]): string {
  return [...problems.slice(0, SHOWN), ...problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : []].join('\n');
}

function distinct(values: readonly unknown[]): number {
  return new Set(values).size;
}
