import { BY_HAND, compared, Contender, DECLARED, helm, ON_STOCK, PLUS, Took, WRITERS } from './contenders';
import { Limits } from './limits';
import { writePage } from './page';
import { makingRatio, MIXED, secondSynthesis, startUp } from './parts';
import { figure, Table } from './table';

/** The short form runs beside other work and is to find a cliff, not a slope. */
const short = process.argv.includes('--short');
const SIZES: readonly (readonly [services: number, charts: number])[] = short
  ? [[1000, 1], [5000, 1], [5000, 20]]
  : [1000, 5000, 20000].flatMap(services => [1, 20, 200].map((charts): [number, number] => [services, charts]));

/** Services by charts: what each way took. */
const results = new Map<string, Map<string, Took>>();

async function measureAll(): Promise<Table> {
  const others = short ? [BY_HAND, ON_STOCK] : [BY_HAND, ON_STOCK, PLUS, await helm(), ...WRITERS];
  const table = new Table(['services in charts', ...others.map(({ name }) => `${name} ÷`), 's', 'MB', 'ms/service']);
  for (const [services, charts] of SIZES) {
    const contenders = others.filter(({ fewCharts }) => !fewCharts || charts === 1);
    const took = await compared([DECLARED, ...contenders], services, charts, roundsOf(services));
    results.set(`${services} in ${charts}`, took);
    const ours = took.get(DECLARED.name)!;
    const ratios = others.map(({ name }) => figure(ratio(took.get(name), ours)));
    table.row(`${services} in ${charts}`, ...ratios, figure(ours.seconds), figure(ours.peakMegabytes), figure(ours.seconds! / services * 1000));
  }
  return table;
}

/** Stock cdk8s takes minutes for 20,000 services. */
function roundsOf(services: number): number {
  return services >= 20000 ? 1 : short ? 2 : 3;
}

/** How many times the seconds of ours another way took. */
function ratio(other: Took | undefined, ours: Took): number | undefined {
  return other?.seconds === undefined ? undefined : other.seconds / ours.seconds!;
}

const ours = (size: string) => results.get(size)?.get(DECLARED.name);
const times = (size: string, contender: Pick<Contender, 'name'>) => ratio(results.get(size)?.get(contender.name), ours(size)!);
const partOf = (size: string, name: string) => { const against = times(size, { name }); return against === undefined ? undefined : 1 / against; };
const perService = (services: number, charts: number) => ours(`${services} in ${charts}`)!.seconds! / services;

async function main(): Promise<boolean> {
  const table = await measureAll();
  console.log();
  const limits = new Limits();
  if (short) {
    limits.atLeast('cdk8s by hand, 5000 in 1', times('5000 in 1', BY_HAND), 1);
    limits.atLeast('cdk8s by hand, 5000 in 20', times('5000 in 20', BY_HAND), 1);
    limits.atMost('cost per service, 5000 to 1000', perService(5000, 1) / perService(1000, 1), 1.3);
    limits.atMost('MB, 5000 in 1', ours('5000 in 1')!.peakMegabytes, 450);
  } else {
    limits.atLeast('cdk8s by hand, 5000 in 1', times('5000 in 1', BY_HAND), 1.5);
    limits.atLeast('cdk8s by hand, 20000 in 200', times('20000 in 200', BY_HAND), 3);
    limits.atMost('of helm template, 5000 in 1', partOf('5000 in 1', 'helm template'), 0.95);
    limits.atMost('of helm template, 20000 in 200', partOf('20000 in 200', 'helm template'), 0.65);
    limits.atMost('cost per service, 20000 to 1000', perService(20000, 200) / perService(1000, 1), 1.2);
    limits.atMost('MB, 20000 in 200', ours('20000 in 200')!.peakMegabytes, 450);
  }
  for (const [program, services, charts, most] of MIXED) limits.atMost(`making ${program}, ${services} in ${charts}, of by hand`, makingRatio(program, services, charts), short ? 1.4 * most : most);
  limits.atMost('second synthesis of 5000 in 20', secondSynthesis(5000, 20), short ? 0.7 : 0.5);
  const start = startUp();
  limits.atMost('start-up of the shop, of an empty app', start.ratio, short ? 2.8 : 2);
  limits.atMost('modules of the shop', start.modules, 230);
  if (process.argv.includes('--write')) writePage(table.lines, limits.lines);
  return limits.hold;
}

void main().then(holds => { process.exitCode = holds ? 0 : 1; });
