// The first visit: three steps, each pointing at the part it is about; can be skipped, covers nothing, is not shown again.
import { useEffect } from 'react';
import { endTour } from '../../state/tour.ts';
import { useApp, usePick, useWords } from '../../ui/AppContext.tsx';

export function Tour({ place }: { place: 'panel' | 'bar' }) {
  const app = useApp();
  const step = usePick(app.ui, (value) => value.tourStep);
  const { t } = useWords();
  const steps = [t.w.tourSearch, t.w.tourMap, t.w.tourEvidence];
  useEffect(() => {
    // The part concerned gets a frame, by CSS.
    if (step === null) delete document.documentElement.dataset['tour'];
    else document.documentElement.dataset['tour'] = String(step);
  }, [step]);
  if (step === null) return null;
  const isLast = step === steps.length - 1;
  const end = (): void => endTour(app.ui);
  return (
    <section className={`tour is-${place}`} data-testid={`tour-${place}`} aria-label={t.w.tourTitle}>
      <h2>{t.w.tourTitle}</h2>
      <p className="quiet">{t.w.tourStep(step + 1, steps.length)}</p>
      <p aria-live="polite">{steps[step]}</p>
      <div className="tour-actions">
        <button
          type="button"
          className="button is-main"
          data-testid="tour-next"
          onClick={() => (isLast ? end() : app.ui.patch({ tourStep: step + 1 }))}
        >
          {isLast ? t.w.tourDone : t.w.tourNext}
        </button>
        {!isLast && (
          <button type="button" className="button" data-testid="tour-skip" onClick={end}>
            {t.w.tourSkip}
          </button>
        )}
      </div>
    </section>
  );
}
