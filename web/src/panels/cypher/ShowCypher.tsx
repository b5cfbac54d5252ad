// The button under every view and panel that opens the query behind it.
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../ui/AppContext.tsx';

const CypherDialog = lazy(() => import('./CypherDialog.tsx'));

interface Props {
  /** Name of a file under cypher/gallery. */
  readonly id: string;
  readonly params?: Readonly<Record<string, string>>;
}

export function ShowCypher({ id, params = {} }: Props) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="link-button show-cypher" data-testid="show-cypher" onClick={() => setIsOpen(true)}>
        {t.v.showCypher}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <CypherDialog id={id} params={params} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
