// Reported numbers as written, improvements kept apart from absolute values; each row unfolds its sentence.
import { Fragment, useState } from 'react';
import type { PaperResponse } from '../../../../src/shared/api/papers.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { ScoreEvidence } from './EvidenceView.tsx';

export function ResultsTable({ paper, results }: Pick<PaperResponse, 'paper' | 'results'>) {
  const app = useApp();
  const { t } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section data-testid="results">
      <h3>
        {t.results}
        <span className="count">{results.length}</span>
      </h3>
      <p className="quiet">{t.settingsNotStated}</p>
      <ScrollRegion className="results-scroll" name={t.results}>
        <table className="results">
          <thead>
            <tr>
              <th scope="col">{t.subject}</th>
              <th scope="col">{t.types.benchmark}</th>
              <th scope="col">{t.metric}</th>
              <th scope="col">{t.value}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <Fragment key={result.id}>
                <tr>
                  <td>
                    <bdi>{result.subject}</bdi>
                  </td>
                  <td>
                    {result.benchmarkId === null ? (
                      <bdi>{result.benchmark}</bdi>
                    ) : (
                      <button type="button" className="title-button" onClick={() => app.select(result.benchmarkId)}>
                        <bdi>{result.benchmark}</bdi>
                      </button>
                    )}
                  </td>
                  <td>
                    <bdi>{result.metric}</bdi>
                  </td>
                  <td className="cell-value">
                    <bdi>{result.value}</bdi>
                    {result.kind === 'improvement' && <span className="quiet"> {t.improvement}</span>}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="tool is-small"
                      aria-label={t.showEvidence}
                      title={t.showEvidence}
                      aria-expanded={open === result.id}
                      onClick={() => setOpen(open === result.id ? null : result.id)}
                    >
                      <Icon name="quote" />
                    </button>
                  </td>
                </tr>
                {open === result.id && (
                  <tr>
                    <td colSpan={5}>
                      <ScoreEvidence {...result} date={paper.date} url={paper.url} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
