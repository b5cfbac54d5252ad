// Above the matrix: by what it is sorted, only the gaps, variants rolled up or not, and a word to narrow it down.
import { useMemo } from 'react';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import type { Matrix } from '../../state/matrix.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { ShowCypher } from '../cypher/ShowCypher.tsx';

export function MatrixTools({ model, matrix }: { model: GraphModel; matrix: Matrix }) {
  const app = useApp();
  const { grid } = useViewOf('grid');
  const { t, lang } = useWords();
  const chosen = grid.by === null ? undefined : model.nodeById.get(grid.by);
  const name = chosen ? namesOf(chosen, lang).main : '';
  // In the order of the alphabet: a list that sorts itself anew with every choice cannot be walked by keys.
  const options = useMemo(() => {
    const byName = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en', { numeric: true });
    return model.nodes
      .filter(({ type, weight }) => (type === 'benchmark' || type === 'method') && weight > 0)
      .map((node) => ({ node, words: namesOf(node, lang).main }))
      .sort((a, b) => byName.compare(a.words, b.words));
  }, [model, lang]);
  const group = (type: 'benchmark' | 'method') => (
    <optgroup label={t.typesMany[type]}>
      {options
        .filter(({ node }) => node.type === type)
        .map(({ node, words }) => (
          <option key={node.id} value={node.id}>
            {words}
          </option>
        ))}
    </optgroup>
  );
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
          {group('benchmark')}
          {group('method')}
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
