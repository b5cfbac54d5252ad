// Opens the neighbourhood of what is selected, role by role, with the counts known before: nothing can flood the map.
import { countsByRole, EXPAND_CAP } from '../../state/explore.ts';
import { projectMap } from '../../state/project-map.ts';
import { useApp, useGraphState, useView, useWords } from '../../ui/AppContext.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';

export function ExploreBox({ id }: { id: string }) {
  const app = useApp();
  const view = useView();
  const state = useGraphState();
  const { t } = useWords();
  if (state.status !== 'ready') return null;
  const counts = countsByRole(projectMap(state.model, view.projection), id);
  if (counts.length === 0) return null;
  const isExploring = view.explored.length > 0;
  const opened = new Map(view.explored.filter((entry) => entry.id === id).map((entry) => [entry.role, entry.shown]));
  return (
    <section id="explore" data-testid="explore">
      <h3>{t.w.explore}</h3>
      <div className="chips">
        {counts.map(({ role, total }) => {
          const shown = opened.get(role);
          const isOpen = shown !== undefined;
          return (
            <button
              key={role}
              type="button"
              className="choice"
              data-testid={`explore-${role}`}
              aria-pressed={isOpen}
              onClick={() => app.explore(id, role)}
            >
              <RoleLine type={role} />
              {t.roles[role]}
              <span className="count">{isOpen && shown < total ? `${shown}/${total}` : total}</span>
            </button>
          );
        })}
        {[...opened.keys()].some((role) => role !== null) && (
          <button
            type="button"
            className="link-button"
            data-testid="collapse"
            onClick={() => {
              app.collapse(id);
              // This button goes away: the focus must not.
              document.querySelector<HTMLElement>('#explore button')?.focus();
            }}
          >
            {t.w.collapse}
          </button>
        )}
      </div>
      <p className="quiet">
        {isExploring ? t.w.exploring : counts.some(({ total }) => total > EXPAND_CAP) ? t.w.exploreNote : t.w.exploreStart}
        {isExploring && (
          <button type="button" className="link-button" data-testid="whole-map" onClick={app.showAll}>
            {t.w.wholeMap}
          </button>
        )}
      </p>
    </section>
  );
}
