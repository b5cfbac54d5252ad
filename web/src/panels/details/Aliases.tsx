// Every form in which a thing was written; a long list is folded.
import { useState } from 'react';
import { useWords } from '../../ui/AppContext.tsx';

const FIRST = 6;

export function Aliases({ aliases }: { aliases: readonly string[] }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  if (aliases.length === 0) return null;
  const shown = isOpen ? aliases : aliases.slice(0, FIRST);
  return (
    <section data-testid="aliases">
      <h3>{t.aliases}</h3>
      <ul className="aliases">
        {shown.map((alias) => (
          <li key={alias}>
            <bdi>{alias}</bdi>
          </li>
        ))}
      </ul>
      {shown.length < aliases.length && (
        <button type="button" className="link-button" onClick={() => setIsOpen(true)}>
          {t.moreAliases(aliases.length - shown.length)}
        </button>
      )}
    </section>
  );
}
