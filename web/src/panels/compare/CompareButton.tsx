// In the head of a panel: takes the thing into the comparison or out of it, and says how many are in it.
import { MAX_COMPARED } from '../../state/compare.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';

export function CompareButton({ id }: { id: string }) {
  const app = useApp();
  const { compared } = useViewOf('compared');
  const { t } = useWords();
  const isIn = compared.includes(id);
  const isFull = !isIn && compared.length >= MAX_COMPARED;
  return (
    <div className="compare-tools">
      <button
        type="button"
        className="button is-small"
        data-testid="compare-toggle"
        aria-pressed={isIn}
        disabled={isFull}
        title={isFull ? t.v.compareFull(MAX_COMPARED) : undefined}
        onClick={() => app.toggleCompared(id)}
      >
        {isIn ? t.v.compareOut : t.v.compareIn}
      </button>
      {compared.length > 0 && (
        <button type="button" className="link-button" data-testid="compare-open" onClick={() => app.view.patch({ tab: 'compare' })}>
          {t.v.compareOpen(compared.length)}
        </button>
      )}
    </div>
  );
}
