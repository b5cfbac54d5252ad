// Rows of an answer as a table: the console's whole ones, the palette's first ones.
import type { CypherResponse } from '../../../../src/shared/api/cypher.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Cell } from './Cell.tsx';

interface Props extends Pick<CypherResponse, 'columns' | 'rows'> {
  readonly testId: string;
  readonly onSelect?: () => void;
}

export function AnswerRows({ columns, rows, testId, ...choice }: Props) {
  const { t } = useWords();
  return (
    <ScrollRegion className="table-scroll" name={t.v.resultTable}>
      <table className="plain-table" data-testid={testId}>
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
                  <Cell value={value} {...choice} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
