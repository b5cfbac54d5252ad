// A brush over the digest dates: drag over the bars and everything, map and tables, is about that span. By key: the sliders of the legend.
import { type PointerEvent, useRef, useState } from 'react';
import { formatDate } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';

const HEIGHT = 46;

export function Brush({ dates }: { dates: GraphModel['dates'] }) {
  const app = useApp();
  const { from, to } = useViewOf('from', 'to');
  const { t, lang } = useWords();
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  if (dates.length < 2) return null;
  const tallest = Math.max(...dates.map(({ papers }) => papers));
  const indexAt = (event: PointerEvent): number => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return Math.max(0, Math.min(dates.length - 1, Math.floor(((event.clientX - left) / width) * dates.length)));
  };
  const isIn = (date: string, index: number): boolean =>
    drag ? index >= Math.min(...drag) && index <= Math.max(...drag) : (from === null || date >= from) && (to === null || date <= to);
  const end = (): void => {
    if (!drag) return;
    const [a, b] = [Math.min(...drag), Math.max(...drag)];
    setDrag(null);
    const isAll = a === 0 && b === dates.length - 1;
    app.view.patch({
      from: isAll || a === 0 ? null : (dates[a]?.date ?? null),
      to: isAll || b === dates.length - 1 ? null : (dates[b]?.date ?? null),
    });
  };
  return (
    <div className="brush" data-testid="brush">
      <p className="quiet">
        {t.w.brushTitle}
        {(from !== null || to !== null) && (
          <button type="button" className="link-button" data-testid="brush-all" onClick={() => app.view.patch({ from: null, to: null })}>
            {t.w.brushAll}
          </button>
        )}
      </p>
      <div
        ref={box}
        className="brush-bars"
        data-testid="brush-bars"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([indexAt(event), indexAt(event)]);
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], indexAt(event)])}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        {dates.map(({ date, papers }, index) => (
          <span key={date} data-in={isIn(date, index)} title={t.papersOn(formatDate(date, lang), papers)}>
            <i style={{ height: `${Math.max(3, (papers / tallest) * HEIGHT)}px` }} />
            {dates.length <= 14 && formatDate(date, lang, 'short')}
          </span>
        ))}
      </div>
    </div>
  );
}
