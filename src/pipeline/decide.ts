// Puts a user's decision into the ledger, or takes it back, and tells the store about the papers that then say something else.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Decision } from '../ledger/decision.ts';
import type { StandingDecision } from '../ledger/ledger-state.ts';
import type { Decided } from '../shared/api/overrides.ts';
import { AppError } from '../shared/errors.ts';
import { foldName } from '../shared/fold.ts';
import type { MentionKind } from '../shared/ontology.ts';
import { catchUp } from './catch-up.ts';
import { type DecisionBook, makeDecisionBook } from './decision-book.ts';
import { DEFAULT_BATCH_PAPERS, type PipelineDeps } from './deps.ts';
import { makePatch, type PaperChange } from './make-patch.ts';
import { projectPaper } from './project-paper.ts';
import { StoreWriter } from './store-writer.ts';
import { bookOf } from './write-papers.ts';

/**
 * A decision that stands already is answered with its id and changes nothing.
 * Throws not_found (no such paper, edge, or thing in the paper) and bad_request (it would say nothing, or run in a circle).
 */
export async function recordDecision(decision: Decision, deps: PipelineDeps): Promise<Decided> {
  const { ledger } = deps;
  await catchUp(deps);
  const standing = ledger.state.decisions();
  const asked = settle(decision, deps);
  const same = standing.find((known) => isSame(known.decision, asked));
  if (same && isInForce(same, standing)) return { id: same.id, ...NOTHING_CHANGED };
  const id = `d${ledger.head + 1}`;
  const next: StandingDecision = { id, seq: ledger.head + 1, at: '', decision: asked };
  const after = makeDecisionBook([...standing, next], deps.resolver);
  checkSaysSomething(asked, bookOf(deps), after);
  return { id, ...(await change(asked, after, deps, () => ledger.append([{ kind: 'decision', id, decision: asked }]))) };
}

/** Throws not_found when no such decision stands. */
export async function undoDecision(id: string, deps: PipelineDeps): Promise<Decided> {
  const { ledger } = deps;
  await catchUp(deps);
  const standing = ledger.state.decisions();
  const undone = standing.find((known) => known.id === id);
  if (!undone) throw new AppError('not_found', `decision ${id}`);
  const after = makeDecisionBook(
    standing.filter((known) => known !== undone),
    deps.resolver,
  );
  return { id, ...(await change(undone.decision, after, deps, () => ledger.append([{ kind: 'undo', id }]))) };
}

const NOTHING_CHANGED = { papers: 0, nodes: { added: 0, removed: 0 }, edges: { added: 0, changed: 0, removed: 0 } };

/** The ledger first, on the disk; then the store, paper by paper. A crash in between is made good on opening. */
async function change(decision: Decision, after: DecisionBook, deps: PipelineDeps, append: () => number): Promise<Omit<Decided, 'id'>> {
  const { ledger, store } = deps;
  const before = bookOf(deps);
  const ids = await papersAbout(decision, before, after, deps);
  const head = append();
  const writer = new StoreWriter(store, ledger.id);
  const size = deps.batchPapers ?? DEFAULT_BATCH_PAPERS;
  let papers = 0;
  try {
    for (let from = 0; from < ids.length; from += size) {
      const changes = ids.slice(from, from + size).flatMap((id): PaperChange[] => {
        const revisions = ledger.revisionsOf(id);
        const old = projectPaper(revisions, before);
        const now = projectPaper(revisions, after);
        return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ paperId: `paper:${id}`, before: old ? [old] : [], after: now }];
      });
      papers += changes.length;
      if (changes.length > 0) await writer.write(makePatch(changes));
      deps.onProgress?.({ stage: 'write', done: Math.min(from + size, ids.length), total: ids.length, note: '' });
    }
  } finally {
    await writer.settle();
  }
  const counts = await writer.finish();
  await store.setAppliedSeq(ledger.id, head);
  return {
    papers,
    nodes: { added: counts.nodesAdded, removed: counts.nodesRemoved },
    edges: { added: counts.edgesAdded, changed: counts.edgesChanged, removed: counts.edgesRemoved },
  };
}

/** Papers that may say something else: of a decision about names, those that use a name which then means something else. */
async function papersAbout(decision: Decision, before: DecisionBook, after: DecisionBook, { ledger }: PipelineDeps): Promise<string[]> {
  if (decision.kind === 'correct') return [decision.paper];
  if (decision.kind === 'hide') return [toEdge(decision.edge).paper];
  const ids: string[] = [];
  for (const [i, id] of ledger.state.paperIds().entries()) {
    const isMoved = ledger
      .revisionsOf(id)
      .some(({ mentions }) => mentions.some(({ type, name }) => before.identify(type, name).id !== after.identify(type, name).id));
    // A correction gives a name that no mention has.
    if (isMoved || before.isCorrected(id)) ids.push(id);
    if (i % 100 === 99) await letOthersRun();
  }
  return ids;
}

/** Says the decision in the terms in which it is applied: what was read, not what an earlier decision made of it. */
function settle(decision: Decision, deps: PipelineDeps): Decision {
  const book = bookOf(deps);
  if (decision.kind === 'correct') {
    const paper = decision.paper.replace(/^paper:/, '');
    if (!deps.ledger.state.has(paper)) throw new AppError('not_found', `paper ${paper}`);
    const entity = readAs(paper, decision.entity, book, deps);
    if (entity === null) throw new AppError('not_found', `${decision.entity} in paper ${paper}`);
    if (decision.role === undefined && decision.name === undefined)
      throw new AppError('bad_request', 'a correction needs a role, a name, or both');
    const { role, name } = decision;
    return { kind: 'correct', paper, entity, ...(role ? { role } : {}), ...(name ? { name } : {}) };
  }
  if (decision.kind === 'hide') {
    const { paper, type, entity } = toEdge(decision.edge);
    const edge = `${paper}|${type}|${entity}`;
    const projection = projectPaper(deps.ledger.revisionsOf(paper), book);
    if (!book.isHidden(edge) && !projection?.edges.some(({ id }) => id === edge)) throw new AppError('not_found', `edge ${edge}`);
    return { kind: 'hide', edge };
  }
  return decision;
}

/** Edge ids start with the bare paper id; `paper:` is forgiven. */
function toEdge(edge: string): { readonly paper: string; readonly type: string; readonly entity: string } {
  const [paper = '', type = '', ...entity] = edge.replace(/^paper:/, '').split('|');
  return { paper, type, entity: entity.join('|') };
}

/** The id under which the reader's mention goes before any correction; null when the paper has nothing of that id. */
function readAs(paper: string, entity: string, book: DecisionBook, { ledger }: PipelineDeps): string | null {
  const mentions = ledger.revisionsOf(paper).flatMap((revision) => revision.mentions);
  const read = mentions.map((mention) => ({ mention, id: book.identify(mention.type, mention.name).id }));
  if (read.some(({ id }) => id === entity)) return entity;
  for (const { mention, id } of read) {
    const correction = book.correctionOf(paper, id);
    if (!correction) continue;
    const type = correction.role ? typeOfRole(correction.role) : mention.type;
    if (book.identify(type, correction.name ?? mention.name).id === entity) return id;
  }
  return null;
}

const typeOfRole = (role: MentionKind) => role.slice(0, role.indexOf('/')) as Parameters<DecisionBook['identify']>[0];

function isSame(a: Decision, b: Decision): boolean {
  return keyOf(a) === keyOf(b) && JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}

/** What a decision is about: a later one about the same takes its place. */
function keyOf(decision: Decision): string {
  if (decision.kind === 'correct') return `correct|${decision.paper}|${decision.entity}`;
  if (decision.kind === 'hide') return `hide|${decision.edge}`;
  return `name|${decision.type}|${foldName(decision.name)}`;
}

function isInForce(decision: StandingDecision, standing: readonly StandingDecision[]): boolean {
  return !standing.some((other) => other.seq > decision.seq && keyOf(other.decision) === keyOf(decision.decision));
}

function checkSaysSomething(decision: Decision, before: DecisionBook, after: DecisionBook): void {
  if (decision.kind !== 'alias') return;
  const { type, name, target } = decision;
  if (before.identify(type, name).id === before.identify(type, target).id)
    throw new AppError('bad_request', `${JSON.stringify(name)} and ${JSON.stringify(target)} are the same already`);
  if (
    after.identify(type, name).id !== after.identify(type, target).id ||
    after.identify(type, target).id !== before.identify(type, target).id
  )
    throw new AppError(
      'bad_request',
      `${JSON.stringify(target)} is itself an alias that leads to ${JSON.stringify(name)}; undo that one first`,
    );
}
