// Papers per digest date as bars; the pale bar behind is all papers of that day, so that a busy day is not taken for a trend.
import { formatDate } from '../../i18n/format.ts';
import type { Technique } from '../../state/technique.ts';
import { useWords } from '../../ui/AppContext.tsx';

export function OverTime({ counts }: { counts: Technique['overTime'] }) {
  const { t, lang } = useWords();
  const tallest = Math.max(1, ...counts.map(({ of }) => of));
  return (
    <table className="over-time" data-testid="over-time">
      <caption className="visually-hidden">{t.v.overTime}</caption>
      <tbody>
        {counts.map(({ date, papers, of }) => (
          <tr key={date}>
            <th scope="row">{formatDate(date, lang, 'short')}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className="bar-all" width={(of / tallest) * 100} height="10" />
                <rect className="bar-own" width={(papers / tallest) * 100} height="10" />
              </svg>
            </td>
            <td className="count">{t.v.ofPapers(papers, of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
