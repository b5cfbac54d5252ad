// What a query answered: rows as a table in which things of the graph can be chosen, or what went wrong and where.
import type { Json } from '../../../../src/shared/api/cypher.ts';
import { useApp, useGraphState, useWords } from '../../ui/AppContext.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import type { QueryState } from './use-query.ts';

const toText = (value: Json): string => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** An id of the graph, bare or in a node. */
function idIn(value: Json): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['id'] === 'string' ? value['id'] : null;
}

function Cell({ value }: { value: Json }) {
  const app = useApp();
  const state = useGraphState();
  const id = idIn(value);
  const isKnown = id !== null && state.status === 'ready' && state.model.nodeById.has(id);
  const text = toText(value);
  if (!isKnown) return <bdi>{text}</bdi>;
  return (
    <button type="button" className="title-button" onClick={() => app.select(id)}>
      <bdi>{text}</bdi>
    </button>
  );
}

export function Answer({ state }: { state: QueryState }) {
  const { t } = useWords();
  if (state.status === 'idle') return null;
  if (state.status === 'running')
    return (
      <p className="console-note" role="status">
        {t.v.running}
      </p>
    );
  if (state.status === 'failed') {
    const { message, hint, at } = state.failure;
    return (
      <div className="console-note is-unsure" role="alert" data-testid="console-error">
        <p>
          {at && <strong>{t.v.errorAt(at.line, at.column)}: </strong>}
          {message || t.offlineTitle}
        </p>
        <p className="quiet">{hint || t.offlineNext}</p>
      </div>
    );
  }
  const { columns, rows, truncated, ms } = state.answer;
  return (
    <>
      <p className="console-note" role="status" data-testid="console-summary">
        {rows.length === 0 ? t.v.noRows : t.v.rowsFound(rows.length, ms)} {truncated && t.v.rowsCut(rows.length)}
      </p>
      {rows.length > 0 && (
        <ScrollRegion className="table-scroll" name={t.v.resultTable}>
          <table className="plain-table" data-testid="console-rows">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer have no other name and do not move
                <tr key={i}>
                  {row.map((value, j) => (
                    <td key={columns[j]}>
                      <Cell value={value} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  );
}
