import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';

/** Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const REGION: NameRule = {
  what: 'a region of AWS',
  pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/,
  longest: 32,
  allowed: 'letters, words and a number, such as eu-central-1, at most 32 characters',
};

/** Throws BST801 unless it can be a region, BST511 if a URL stands in its place; returns it. */
export function assertRegion(region: string, path: string): string {
  return assertName(REGION, assertNoUrl(region, path), path);
}

/** What signatures take where the server is not Amazon's: `auto`, `garage`, `fsn1`. */
const SIGNING_REGION: NameRule = {
  what: 'a region',
  pattern: /^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/,
  longest: 63,
  allowed: 'letters, digits, "-" and "_", a letter or digit first and last, at most 63 characters',
};

/** The same for a region of any server that takes signatures as Amazon does. */
export function assertSigningRegion(region: string, path: string): string {
  return assertName(SIGNING_REGION, assertNoUrl(region, path), path);
}

/**
 * The name of a service's server in a region. Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html
 * (`{partition_domain}`); the domains of China and of the European Sovereign Cloud are those of botocore's partitions.
 */
export function awsHost(service: string, region: string): string {
  return `${service}.${region}.${DOMAINS.find(([prefix]) => region.startsWith(prefix))![1]}`;
}

const DOMAINS = [['cn-', 'amazonaws.com.cn'], ['eusc-', 'amazonaws.eu'], ['', 'amazonaws.com']] as const;
