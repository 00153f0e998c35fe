import { Yaml } from 'cdk8s';
import { BoundedMemo } from '../private/bounded-memo';
import { isSurelyPlain } from './plain-text';

const asked = new BoundedMemo(text => Yaml.stringify([text]).slice('- '.length, -'\n'.length));

/** A string of one line as cdk8s writes it, which is the same for an item of a list and for the value of a key, at whatever indentation. */
export function scalarText(text: string): string {
  return isSurelyPlain(text) ? text : asked.of(text);
}
