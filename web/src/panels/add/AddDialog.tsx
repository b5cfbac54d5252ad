// A report dropped, chosen or pasted: what it would add, and only then adding it, with progress.
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { IngestPreview, IngestReport } from '../../../../src/shared/api/ingest.ts';
import { type ApiFailure, isAbort, toFailure } from '../../api/failure.ts';
import { useApp, useGraphState, usePick, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { describeFailure } from '../../ui/Notice.tsx';
import { ReportSummary } from './ReportSummary.tsx';

type Step =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading' }
  | { readonly at: 'preview'; readonly preview: IngestPreview; readonly bytes: Blob; readonly name: string }
  | { readonly at: 'adding'; readonly done: number }
  | { readonly at: 'added'; readonly report: IngestReport }
  | { readonly at: 'failed'; readonly failure: ApiFailure };

export default function AddDialog() {
  const app = useApp();
  const { t, lang } = useWords();
  const dropped = usePick(app.ui, (value) => value.dropped);
  const state = useGraphState();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const [text, setText] = useState('');
  const [name, setName] = useState('pasted.md');
  const reading = useRef<AbortController | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
    return () => reading.current?.abort();
  }, []);
  // The event of closing comes late: by then another dialog may be open.
  const close = (): void => {
    if (app.ui.get().dialog === 'add') app.ui.patch({ dialog: null, dropped: null });
  };

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

  const add = (fileName: string, bytes: Blob): void => {
    setStep({ at: 'adding', done: 0 });
    app.api
      .ingest(fileName, bytes, (done) => setStep({ at: 'adding', done }))
      .then(async (report) => {
        await app.load();
        setStep({ at: 'added', report });
        app.announce(
          `${t.w.addDone}: ${t.w.addPapers(report.papers.added, report.papers.changed, report.papers.unchanged, report.papers.failed)}`,
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
    <dialog ref={dialog} className="dialog" data-testid="add-dialog" aria-labelledby={titleId} onClose={close}>
      <div className="dialog-head">
        <h2 id={titleId}>{t.w.addTitle}</h2>
        <button type="button" className="tool" aria-label={t.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
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
              onClick={() => add(step.name, step.bytes)}
            >
              {t.w.addIngest}
            </button>
            <button type="button" className="button" onClick={() => setStep({ at: 'choosing' })}>
              {t.back}
            </button>
          </div>
        </>
      )}
      {step.at === 'adding' && (
        <div role="status">
          <p>{t.w.addIngesting(step.done)}</p>
          <progress aria-label={t.w.addIngesting(step.done)} />
        </div>
      )}
      {step.at === 'added' && (
        <>
          <h3>{t.w.addDone}</h3>
          <ReportSummary report={step.report} edges={[]} testId="add-done" />
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
    </dialog>
  );
}
