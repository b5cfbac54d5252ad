// Papers per digest date as bars, and a range over them: two sliders that stop at the dates there are. A bar chooses its own day.
import { memo } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';

interface Props {
  readonly dates: readonly { readonly date: string; readonly papers: number }[];
}

export const DateRange = memo(function DateRange({ dates }: Props) {
  const app = useApp();
  const { from, to } = useViewOf('from', 'to');
  const { t, lang } = useWords();
  const last = dates.length - 1;
  if (last < 0) return null;
  const at = (index: number): string => dates[index]?.date ?? '';
  const first =
    from === null
      ? 0
      : Math.max(
          0,
          dates.findIndex(({ date }) => date >= from),
        );
  const end =
    to === null
      ? last
      : Math.max(
          0,
          dates.findLastIndex(({ date }) => date <= to),
        );
  const tallest = Math.max(...dates.map(({ papers }) => papers));
  const choose = (a: number, b: number): void => app.view.patch({ from: a <= 0 ? null : at(a), to: b >= last ? null : at(b) });
  const isOnlyOne = (index: number): boolean => first === index && end === index;
  return (
    <fieldset className="dates" data-testid="dates">
      <legend>{t.dates}</legend>
      {last === 0 ? (
        <p className="legend-note">
          {formatDate(at(0), lang)}. {t.fewDates}
        </p>
      ) : (
        <>
          <div className="bars">
            {dates.map(({ date, papers }, index) => (
              <button
                key={date}
                type="button"
                className="bar"
                aria-pressed={index >= first && index <= end}
                aria-label={t.papersOn(formatDate(date, lang), papers)}
                title={t.papersOn(formatDate(date, lang), papers)}
                onClick={() => (isOnlyOne(index) ? choose(0, last) : choose(index, index))}
              >
                <svg viewBox="0 0 10 40" preserveAspectRatio="none" aria-hidden="true">
                  <rect x="0" width="10" y={40 - Math.max(3, (papers / tallest) * 40)} height="40" rx="1" />
                </svg>
              </button>
            ))}
          </div>
          <div className="sliders">
            <input
              type="range"
              min={0}
              max={last}
              value={first}
              data-testid="date-from"
              aria-label={t.dateFrom}
              aria-valuetext={formatDate(at(first), lang)}
              onChange={(event) => choose(Math.min(Number(event.target.value), end), end)}
            />
            <input
              type="range"
              min={0}
              max={last}
              value={end}
              data-testid="date-to"
              aria-label={t.dateTo}
              aria-valuetext={formatDate(at(end), lang)}
              onChange={(event) => choose(first, Math.max(Number(event.target.value), first))}
            />
          </div>
          <p className="dates-now">
            <span>{formatDate(at(first), lang)}</span>
            <span>{formatDate(at(end), lang)}</span>
          </p>
        </>
      )}
    </fieldset>
  );
});
