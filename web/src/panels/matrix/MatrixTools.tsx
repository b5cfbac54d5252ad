// Above the matrix: by what it is sorted, only the gaps, variants rolled up or not, and a word to narrow it down.
import { useMemo } from 'react';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import type { Matrix } from '../../state/matrix.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { ShowCypher } from '../cypher/ShowCypher.tsx';

/** Of each kind, those that most papers have: what is rarer is found by its name. */
const MAX_OPTIONS = 300;

export function MatrixTools({ model, matrix }: { model: GraphModel; matrix: Matrix }) {
  const app = useApp();
  const { grid } = useViewOf('grid');
  const { t, lang } = useWords();
  const chosen = grid.by === null ? undefined : model.nodeById.get(grid.by);
  const name = chosen ? namesOf(chosen, lang).main : '';
  // In the order of the alphabet: a list that sorts itself anew with every choice cannot be walked by keys.
  const options = useMemo(() => {
    const byName = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en', { numeric: true });
    return (['benchmark', 'method'] as const).map((type) => {
      const most = model.nodes.filter((node) => node.type === type && node.weight > 0).sort((a, b) => b.weight - a.weight);
      const named = most.slice(0, MAX_OPTIONS).map((node) => ({ id: node.id, words: namesOf(node, lang).main }));
      return (
        <optgroup key={type} label={t.typesMany[type]}>
          {named
            .sort((a, b) => byName.compare(a.words, b.words))
            .map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
        </optgroup>
      );
    });
  }, [model, lang, t]);
  return (
    <div className="matrix-tools">
      <label className="field-label is-inline">
        <span>{t.w.matrixBy}</span>
        <select
          className="field-select"
          data-testid="matrix-by"
          value={grid.by ?? ''}
          onChange={(event) => app.patchGrid({ by: event.target.value || null, gaps: event.target.value !== '' && grid.gaps, cell: null })}
        >
          <option value="">{t.w.matrixByPapers}</option>
          {options}
        </select>
      </label>
      {chosen && (
        <label className="check">
          <input
            type="checkbox"
            data-testid="matrix-gaps"
            checked={grid.gaps}
            onChange={(event) => app.patchGrid({ gaps: event.target.checked, cell: null })}
          />
          {chosen.type === 'method' ? t.w.matrixGapsRow(name) : t.w.matrixGaps(name)}
        </label>
      )}
      <label className="check">
        <input
          type="checkbox"
          data-testid="matrix-roll"
          checked={grid.rollUp}
          onChange={(event) => app.patchGrid({ rollUp: event.target.checked })}
        />
        {t.w.matrixRollUp}
      </label>
      <input
        className="field-input is-short"
        data-testid="matrix-find"
        aria-label={t.w.matrixFind}
        placeholder={t.w.matrixFind}
        value={grid.find}
        onChange={(event) => app.patchGrid({ find: event.target.value })}
      />
      <ShowCypher id="technique-benchmarks" />
      {grid.gaps && chosen?.type === 'benchmark' && (
        <p className="is-note" role="status" data-testid="matrix-never">
          {t.w.matrixNever(matrix.total.rows, name)}
        </p>
      )}
    </div>
  );
}
