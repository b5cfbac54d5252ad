// A report dropped, chosen or pasted: what it would add, and only then adding it, with progress.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { IngestPreview, IngestReport } from '../../../../src/shared/api/ingest.ts';
import type { Ingested } from '../../api/client.ts';
import { type ApiFailure, isAbort, toFailure } from '../../api/failure.ts';
import { useApp, useGraphState, usePick, useWords } from '../../ui/AppContext.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { describeFailure } from '../../ui/Notice.tsx';
import { useClose } from '../../ui/use-close.ts';
import { ReportSummary } from './ReportSummary.tsx';

type Step =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading' }
  | { readonly at: 'preview'; readonly preview: IngestPreview; readonly bytes: Blob; readonly name: string }
  | { readonly at: 'adding' | 'stopping'; readonly done: number; readonly total: number }
  | { readonly at: 'added'; readonly ingested: Ingested }
  | { readonly at: 'failed'; readonly failure: ApiFailure };

/** That it was stopped is said by the dialog itself. */
const toShown = ({ report }: Ingested): IngestReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ code }) => code !== 'ingest/stopped'),
});

export default function AddDialog() {
  const app = useApp();
  const { t, lang } = useWords();
  const dropped = usePick(app.ui, (value) => value.dropped);
  const state = useGraphState();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const [text, setText] = useState('');
  const [name, setName] = useState('pasted.md');
  const reading = useRef<AbortController | null>(null);
  const adding = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const close = useClose('add');

  const preview = useCallback(
    (fileName: string, bytes: Blob): void => {
      reading.current?.abort();
      const abort = new AbortController();
      reading.current = abort;
      setStep({ at: 'reading' });
      app.api
        .preview(fileName, bytes, abort.signal)
        .then((answer) => setStep({ at: 'preview', preview: answer, bytes, name: fileName }))
        .catch((cause: unknown) => {
          if (!isAbort(cause)) setStep({ at: 'failed', failure: toFailure(cause) });
        });
    },
    [app],
  );
  useEffect(() => {
    if (dropped) preview(dropped.name, dropped.bytes);
  }, [dropped, preview]);

  const add = (fileName: string, bytes: Blob, { papers }: IngestReport): void => {
    const total = papers.added + papers.changed + papers.unchanged;
    const abort = new AbortController();
    adding.current = abort;
    const show = (done: number): void => setStep({ at: abort.signal.aborted ? 'stopping' : 'adding', done, total });
    show(0);
    app.api
      .ingest(fileName, bytes, show, abort.signal)
      .then(async (ingested) => {
        const { report, isCancelled } = ingested;
        await app.load();
        setStep({ at: 'added', ingested });
        app.announce(
          `${isCancelled ? t.w.addStopped : t.w.addDone}: ${t.w.addPapers(report.papers.added, report.papers.changed, report.papers.unchanged, report.papers.failed)}`,
        );
      })
      .catch((cause: unknown) => setStep({ at: 'failed', failure: toFailure(cause) }));
  };
  const showNew = (): void => {
    const newest = state.status === 'ready' ? state.model.dates.at(-1)?.date : undefined;
    close();
    app.view.patch({ tab: 'timeline', ...(newest ? { since: newest } : {}) });
  };
  const isEmpty = (report: IngestReport): boolean => report.papers.added + report.papers.changed === 0;
  return (
    <Dialog title={t.w.addTitle} testId="add-dialog" onClose={close}>
      {step.at === 'choosing' && (
        <form
          className="add-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') preview(name.trim() || 'pasted.md', new Blob([text]));
          }}
        >
          <p>{t.w.addText}</p>
          <label className="button is-file">
            {t.w.addChoose}
            <input
              type="file"
              className="visually-hidden"
              data-testid="add-file"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) preview(file.name, file);
              }}
            />
          </label>
          <label className="field-label">
            <span>{t.w.addPaste}</span>
            <textarea data-testid="add-text" rows={7} value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
          </label>
          <label className="field-label">
            <span>{t.w.addName}</span>
            <input
              className="field-input"
              data-testid="add-name"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit" className="button is-main" data-testid="add-preview" disabled={text.trim() === ''}>
            {t.w.addPreview}
          </button>
        </form>
      )}
      {step.at === 'reading' && (
        <div role="status">
          <p>{t.w.addReading}</p>
          <progress aria-label={t.w.addReading} />
          <button
            type="button"
            className="button"
            onClick={() => {
              reading.current?.abort();
              setStep({ at: 'choosing' });
            }}
          >
            {t.w.cancel}
          </button>
        </div>
      )}
      {step.at === 'preview' && (
        <>
          <h3>
            {t.w.addWould} · <bdi>{step.name}</bdi>
          </h3>
          <ReportSummary report={step.preview.report} edges={step.preview.edges} testId="add-would" />
          <div className="dialog-actions">
            <button
              type="button"
              className="button is-main"
              data-testid="add-confirm"
              disabled={isEmpty(step.preview.report)}
              onClick={() => add(step.name, step.bytes, step.preview.report)}
            >
              {t.w.addIngest}
            </button>
            <button type="button" className="button" onClick={() => setStep({ at: 'choosing' })}>
              {t.back}
            </button>
          </div>
        </>
      )}
      {(step.at === 'adding' || step.at === 'stopping') && (
        <div role="status">
          <p>{t.w.addIngesting(step.done, step.total)}</p>
          <progress aria-label={t.w.addTitle} value={step.done} max={step.total} />
          <p className="quiet">{t.w.addCancelNote}</p>
          <button
            type="button"
            className="button"
            data-testid="add-cancel"
            disabled={step.at === 'stopping'}
            onClick={() => {
              adding.current?.abort();
              setStep({ ...step, at: 'stopping' });
            }}
          >
            {step.at === 'stopping' ? t.w.addStopping : t.w.cancel}
          </button>
        </div>
      )}
      {step.at === 'added' && (
        <>
          <h3>{step.ingested.isCancelled ? t.w.addStopped : t.w.addDone}</h3>
          {step.ingested.isCancelled && (
            <p data-testid="add-stopped">{t.w.addStoppedNote(step.ingested.report.papers.added + step.ingested.report.papers.changed)}</p>
          )}
          <ReportSummary report={toShown(step.ingested)} edges={[]} testId="add-done" />
          <div className="dialog-actions">
            <button type="button" className="button is-main" data-testid="add-show" onClick={showNew}>
              {t.w.addShow}
            </button>
            <button type="button" className="button" onClick={close}>
              {t.close}
            </button>
          </div>
        </>
      )}
      {step.at === 'failed' && (
        <div role="alert" data-testid="add-failed">
          <p className="is-unsure" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
            {describeFailure(step.failure, t).title}. {describeFailure(step.failure, t).text}
          </p>
          <button type="button" className="button" onClick={() => setStep({ at: 'choosing' })}>
            {t.back}
          </button>
        </div>
      )}
    </Dialog>
  );
}
