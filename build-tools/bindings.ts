import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAMS } from '../examples/reference/programs';
import { Binding, EnvNames, EnvPresets } from '../src';
import { byCodePoint, ROOT } from './files';
import { cell, code, table } from './reference/markdown';
import { PageProgram } from './reference/programs';
import { kebab } from './reference/site';

const PRESETS: Readonly<Record<string, EnvNames>> = {
  PARTS: EnvPresets.PARTS, ASPIRE: EnvPresets.ASPIRE, DOTNET: EnvPresets.DOTNET,
  RADIUS: EnvPresets.RADIUS, SPRING: EnvPresets.SPRING, LIBPQ: EnvPresets.LIBPQ,
};

const HEAD = `# What consumers are told: kind, provider, convention

Made of the programs of the [reference](reference/README.md), each of which is run by a test. For each kind and provider: the variables by the default convention, and by each of
\`EnvPresets\`; "=" where they are the default ones; "refused" where the convention needs a form that this credential cannot have, with the reason at synth. Names of one's own are
\`EnvNames.map()\`; files are \`BindingDelivery.FILES\`. What each role holds stands on the kind's page.
`;

/** The text of docs/bindings.md. */
export function renderBindings(): string {
  const told = Object.keys(PROGRAMS).sort(byCodePoint).flatMap(toldOn);
  const kinds = [...new Set(told.map(({ kind }) => kind))].sort(byCodePoint);
  return [HEAD, ...kinds.flatMap(kind => section(kind, told.filter(each => each.kind === kind)))].join('\n');
}

interface Told {
  readonly kind: string;
  readonly page: string;
  readonly provider: string;
  readonly binding: Binding;
}

/** What the program of a kind's page is told of each provider that it shows; those of other pages show something else. */
function toldOn(page: string): Told[] {
  const program = PageProgram.of(page)!;
  const regions = [...program.text.matchAll(/\/\/ #region (\w+)\n/g)].map(([, region]) => region);
  return regions.flatMap(provider => {
    const binding = program.bindingIn(provider);
    const kind = binding?.service.constructor.name;
    return kind && kebab(kind) === page ? [{ kind, page, provider, binding: binding! }] : [];
  });
}

function section(kind: string, told: readonly Told[]): string[] {
  const rows = told.map(({ provider, binding }) => {
    const usual = namesBy(EnvNames.DEFAULT, binding);
    return [code(provider), shown(usual), ...Object.values(PRESETS).map(preset => besides(usual, namesBy(preset, binding)))];
  });
  return [`## [${kind}](reference/${told[0].page}.md)`, '', ...table(['Provider', 'Default', ...Object.keys(PRESETS)], rows)];
}

/** The names of the variables; undefined if the convention refuses the binding. */
function namesBy(names: EnvNames, binding: Binding): readonly string[] | undefined {
  try {
    return names._valuesOf(binding, binding.path).map(({ name }) => name).sort(byCodePoint);
  } catch {
    return undefined;
  }
}

function besides(usual: readonly string[] | undefined, names: readonly string[] | undefined): string {
  return names && usual && names.join() === usual.join() ? '=' : shown(names);
}

function shown(names: readonly string[] | undefined): string {
  return names === undefined ? 'refused' : cell(names.map(code).join('<br>'));
}

if (require.main === module) writeFileSync(join(ROOT, 'docs/bindings.md'), renderBindings());
