// `paperloom resolve --type T NAME...`: what names mean, one JSON line per name.
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Resolved } from '../../resolve/types.ts';
import { MENTION_TYPES, type MentionType } from '../../shared/ontology.ts';
import { print } from '../terminal.ts';

interface Options {
  readonly type: MentionType;
  readonly explain?: true;
}

export function resolveCommand(): Command {
  return new Command('resolve')
    .description('Says what a name means: its id and canonical name, one JSON line per name.')
    .argument('<name...>', 'names (- reads one a line from standard input)')
    .addOption(new Option('--type <type>', 'what the names are names of').choices(MENTION_TYPES).makeOptionMandatory())
    .option('--explain', 'add how the name was read, its Chinese name, its aliases and what it is a variant, member or part of')
    .option('--json', 'JSON lines, which is the only form')
    .action(async (names: string[], { type, explain }: Options) => {
      const { openReader } = await import('../../pipeline/open-reader.ts');
      const { resolver } = openReader();
      const all = names.flatMap((name) =>
        name === '-'
          ? readFileSync(0, 'utf8')
              .split(/\r?\n/)
              .filter((line) => line !== '')
          : [name],
      );
      for (const name of all) {
        const resolved = resolver.resolve(type, name);
        const { id, name: canonical, nameZh, aliases, parse } = resolved;
        await print(JSON.stringify({ name, id, canonical, ...(explain ? { nameZh, aliases, parents: parentsOf(resolved), parse } : {}) }));
      }
    });
}

function parentsOf(resolved: Resolved): string[] {
  const ids: string[] = [];
  for (let parent = resolved.parent; parent && !ids.includes(parent.id); parent = parent.parent) ids.push(parent.id);
  return ids;
}
