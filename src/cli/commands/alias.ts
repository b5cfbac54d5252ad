// `paperloom alias ...`: what the user decides about names, roles and relations. Decisions are kept in the ledger and can be undone.
import { Argument, Command, Option } from 'commander';
import { type Decided, type Decision, decisionSchema } from '../../shared/api/overrides.ts';
import { AppError } from '../../shared/errors.ts';
import { MENTION_KINDS, MENTION_TYPES } from '../../shared/ontology.ts';
import { formatTable } from '../format-rows.ts';
import { type GraphAccess, withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print } from '../terminal.ts';

interface Options {
  readonly json?: true;
  readonly type?: string;
  readonly role?: string;
  readonly name?: string;
}

export function aliasCommand(): Command {
  const typeOption = (): Option => new Option('--type <type>', 'what kind of thing it is').choices(MENTION_TYPES).makeOptionMandatory();
  const alias = new Command('alias').description(
    'Lists, makes and undoes your decisions: what a name means, which role a thing has, which relation is wrong.',
  );
  const commands = [
    list(),
    deciding('set', 'From now on NAME means TARGET, in every paper.', (command) =>
      command.argument('<name>').argument('<target>').addOption(typeOption()),
    )(([name, target], { type }) => ({ kind: 'alias', type, name, target })),
    deciding('never-merge', 'NAME is a thing of its own, whatever it looks like.', (command) =>
      command.argument('<name>').addOption(typeOption()),
    )(([name], { type }) => ({ kind: 'never-merge', type, name })),
    deciding('correct', 'In this paper, the thing has another role, another name, or both.', (command) =>
      command
        .argument('<paper>', 'id of the paper, such as 2602.10575')
        .argument('<entity>', 'id of the thing, such as method:grpo')
        .addOption(new Option('--role <role>', 'its role').choices(MENTION_KINDS))
        .option('--name <name>', 'its name'),
    )(([paper, entity], { role, name }) => ({ kind: 'correct', paper, entity, ...(role ? { role } : {}), ...(name ? { name } : {}) })),
    deciding('hide', 'The relation is wrong: it is taken out of the graph.', (command) =>
      command.addArgument(new Argument('<edge>', 'id of the edge, such as "2602.10575|USES|method:grpo"')),
    )(([edge]) => ({ kind: 'hide', edge })),
    undo(),
  ];
  for (const command of commands) {
    addSettings(command.option('--json', 'print the answer as JSON'), STORE_SETTINGS);
    alias.addCommand(command);
  }
  return alias;
}

type ToDecision = (args: readonly string[], options: Options) => unknown;

/** A subcommand that makes one decision. */
function deciding(name: string, description: string, shape: (command: Command) => Command): (toDecision: ToDecision) => Command {
  const command = shape(new Command(name).description(description));
  return (toDecision) =>
    command.action(async () => {
      const options = command.opts<Options>();
      const decision = parseDecision(toDecision(command.args, options));
      await sayDecided('Decided', options, (graph) => graph.decide(decision));
    });
}

function parseDecision(input: unknown): Decision {
  const parsed = decisionSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError('bad_request', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
}

function undo(): Command {
  const command = new Command('undo')
    .description('Takes a decision back, as if it had never been made.')
    .argument('<id>', 'as `alias list` shows it');
  return command.action(async (id: string) => sayDecided('Undone', command.opts<Options>(), (graph) => graph.undo(id)));
}

async function sayDecided(word: string, options: Options, work: (graph: GraphAccess) => Promise<Decided>): Promise<void> {
  const decided = await withGraph(configOf({ ...options }), work);
  const { id, papers, edges } = decided;
  await print(
    options.json
      ? JSON.stringify(decided)
      : `${word} (${id}): ${papers} papers changed, ${edges.added} edges added, ${edges.changed} changed, ${edges.removed} removed.`,
  );
}

function list(): Command {
  const command = new Command('list').description('Lists the decisions that stand, oldest first.');
  return command.action(async () => {
    const options = command.opts<Options>();
    const decisions = await withGraph(configOf({ ...options }), (graph) => graph.decisions());
    if (options.json) for (const decision of decisions) await print(JSON.stringify(decision));
    else if (decisions.length === 0) await print('No decision stands.');
    else
      await print(
        formatTable(
          ['id', 'made', 'decision'],
          decisions.map(({ id, at, decision }) => [id, at.slice(0, 10), inWords(decision)]),
        ),
      );
  });
}

function inWords(decision: Decision): string {
  switch (decision.kind) {
    case 'alias':
      return `${decision.type} ${decision.name} means ${decision.target}`;
    case 'never-merge':
      return `${decision.type} ${decision.name} is a thing of its own`;
    case 'correct':
      return `in ${decision.paper}, ${decision.entity} is ${[decision.role, decision.name].filter(Boolean).join(' ')}`;
    case 'hide':
      return `hidden: ${decision.edge}`;
  }
}
