// One line of the legend: a switch with its mark on the map, name and count.
import type { ReactNode } from 'react';
import { useWords } from '../../ui/AppContext.tsx';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly count: number | null;
  readonly isOn: boolean;
  readonly mark: ReactNode;
  readonly title?: string;
  readonly onToggle: () => void;
  readonly onOnly?: () => void;
}

export function LegendRow({ id, name, count, isOn, mark, title, onToggle, onOnly }: Props) {
  const { t, lang } = useWords();
  return (
    <li className="legend-row">
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        className="legend-switch"
        data-testid={`legend-${id}`}
        title={title}
        onClick={onToggle}
      >
        <span className="legend-mark">{mark}</span>
        <span className="legend-name">{name}</span>
        {count !== null && <span className="count">{count.toLocaleString(lang)}</span>}
        <span className="switch" aria-hidden="true" />
      </button>
      {onOnly && (
        <button type="button" className="legend-only" data-testid={`only-${id}`} aria-label={t.showOnly(name)} onClick={onOnly}>
          {t.only}
        </button>
      )}
    </li>
  );
}
