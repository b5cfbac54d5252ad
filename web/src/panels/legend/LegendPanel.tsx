// The legend is the filter: each type and role is a switch with its count, "only" isolates one; below, the digest dates.
import { hasFilters, NODE_TYPES, ROLE_ORDER } from '../../state/view-state.ts';
import { useApp, useGraphState, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { DateRange } from './DateRange.tsx';
import { LegendRow } from './LegendRow.tsx';

export function LegendPanel() {
  const app = useApp();
  const view = useViewOf('hiddenTypes', 'hiddenRoles', 'picked', 'from', 'to', 'hulls');
  const state = useGraphState();
  const { t } = useWords();
  if (state.status !== 'ready' || state.model.nodes.length === 0) return <div className="legend is-empty" aria-hidden="true" />;
  const { model } = state;
  const types = NODE_TYPES.filter((type) => model.countOfType.has(type));
  const roles = ROLE_ORDER.filter((role) => model.countOfRole.has(role));
  return (
    <section className="legend" data-testid="legend" aria-label={t.legend}>
      <h2>{t.nodeTypes}</h2>
      <ul>
        {types.map((type) => (
          <LegendRow
            key={type}
            id={`type-${type}`}
            name={t.typesMany[type]}
            count={model.countOfType.get(type) ?? 0}
            isOn={!view.hiddenTypes.includes(type)}
            mark={<TypeIcon type={type} />}
            onToggle={() => app.toggleType(type)}
            onOnly={() => app.onlyType(type)}
          />
        ))}
        <LegendRow
          id="hulls"
          name={t.hulls}
          count={null}
          isOn={view.hulls}
          mark={<span className="hull-mark" />}
          title={t.hullsHint}
          onToggle={() => app.view.patch({ hulls: !view.hulls })}
        />
      </ul>
      <DateRange dates={model.dates} />
      <h2>{t.edgeRoles}</h2>
      <ul>
        {roles.map((role) => (
          <LegendRow
            key={role}
            id={`role-${role}`}
            name={t.roles[role]}
            count={model.countOfRole.get(role) ?? 0}
            isOn={!view.hiddenRoles.includes(role)}
            mark={<RoleLine type={role} />}
            onToggle={() => app.toggleRole(role)}
            onOnly={() => app.onlyRole(role)}
          />
        ))}
      </ul>
      <p className="legend-note">{t.lowConfidence}</p>
      {hasFilters(view) && (
        <button type="button" className="button legend-reset" data-testid="reset-filters" onClick={app.resetFilters}>
          {t.resetFilters}
        </button>
      )}
    </section>
  );
}
