// What was run in this browser: to find, run again, save and delete.
import { useState } from 'react';
import type { HistoryEntry } from './history.ts';
import type { ConsoleWords } from './words.ts';

interface Props {
  readonly entries: readonly HistoryEntry[];
  readonly words: ConsoleWords;
  readonly onChoose: (entry: HistoryEntry) => void;
  readonly onChange: (entries: readonly HistoryEntry[]) => void;
}

export function HistoryPanel({ entries, words, onChoose, onChange }: Props) {
  const [find, setFind] = useState('');
  const needle = find.trim().toLowerCase();
  const shown = entries.filter(({ query, params }) => `${query} ${JSON.stringify(params)}`.toLowerCase().includes(needle));
  const ordered = [...shown.filter(({ isPinned }) => isPinned), ...shown.filter(({ isPinned }) => !isPinned)];
  return (
    <details className="console-history" data-testid="console-history">
      <summary>{words.history(entries.length)}</summary>
      <p className="quiet">{entries.length === 0 ? words.historyEmpty : words.historyNote}</p>
      {entries.length > 0 && (
        <input
          type="search"
          aria-label={words.historyFind}
          placeholder={words.historyFind}
          data-testid="history-find"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      )}
      <ul>
        {ordered.map((entry) => (
          <li key={entry.at}>
            <button type="button" className="title-button" data-testid="history-entry" onClick={() => onChoose(entry)}>
              <code>{entry.query}</code>
            </button>
            <span className="quiet">
              {new Date(entry.at).toLocaleString()} · {entry.isFailed ? words.failed : words.rows(entry.rows, entry.ms)}
            </span>
            <button
              type="button"
              className="link-button"
              data-testid="history-pin"
              aria-pressed={entry.isPinned}
              onClick={() => onChange(entries.map((other) => (other === entry ? { ...other, isPinned: !other.isPinned } : other)))}
            >
              {entry.isPinned ? words.unpin : words.pin}
            </button>
            <button
              type="button"
              className="link-button"
              data-testid="history-delete"
              onClick={() => onChange(entries.filter((other) => other !== entry))}
            >
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
