// The user's corrections: made and undone through the API; afterwards the graph is loaded again, since it says something else.
import type { Decision, OverrideChange } from '../../../src/shared/api/overrides.ts';
import { type MentionKind, type MentionType, ROLES_OF } from '../../../src/shared/ontology.ts';
import { DICTIONARIES } from '../i18n/dictionary.ts';
import type { App } from './app.ts';

/** The roles a thing may have instead: those of its own type first, since a wrong type is rarer than a wrong role. */
export function rolesFor(type: MentionType): MentionKind[] {
  const kinds = (Object.keys(ROLES_OF) as MentionType[]).flatMap((of) => ROLES_OF[of].map((role) => `${of}/${role}` as MentionKind));
  return [...kinds.filter((kind) => kind.startsWith(`${type}/`)), ...kinds.filter((kind) => !kind.startsWith(`${type}/`))];
}

async function apply(app: App, change: () => Promise<OverrideChange>): Promise<OverrideChange> {
  const made = await change();
  const { edge } = app.view.get();
  await app.load();
  const { state } = app.graph.get();
  // The open relation may be the one that was hidden or is another one now.
  if (edge !== null && state.status === 'ready' && !state.model.edgeById.has(edge)) app.view.patch({ edge: null });
  return made;
}

export async function decide(app: App, decision: Decision): Promise<void> {
  const { w } = DICTIONARIES[app.view.get().lang];
  const { id, edges } = await apply(app, () => app.api.decide(decision));
  const { added, changed, removed } = edges;
  const words = added + changed + removed > 0 ? w.decided(added, changed, removed) : w.decidedNothing;
  app.ui.patch({ decided: { id, words } });
  app.announce(words);
}

export async function undoDecision(app: App, id: string): Promise<void> {
  await apply(app, () => app.api.undoDecision(id));
  const words = DICTIONARIES[app.view.get().lang].w.undone;
  app.ui.patch({ decided: { id: null, words } });
  app.announce(words);
}
