// "Wrong?" under every sentence: hide the relation, or say which role or name is the right one. Undoable at once and later.
import { useEffect, useId, useRef, useState } from 'react';
import type { EdgeView } from '../../../../src/shared/api/edges.ts';
import type { Decision } from '../../../../src/shared/api/overrides.ts';
import type { MentionKind, MentionType } from '../../../../src/shared/ontology.ts';
import { type ApiFailure, toFailure } from '../../api/failure.ts';
import { decide, rolesFor } from '../../state/decisions.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { describeFailure } from '../../ui/Notice.tsx';

type What = 'hide' | 'role' | 'name';
type Step =
  | { readonly at: 'closed' }
  | { readonly at: 'asking' }
  | { readonly at: 'saving' }
  | { readonly at: 'failed'; readonly failure: ApiFailure };

export function WrongBox({ edge }: { edge: Pick<EdgeView, 'id' | 'role' | 'from' | 'to'> }) {
  const app = useApp();
  const { t } = useWords();
  const [step, setStep] = useState<Step>({ at: 'closed' });
  const [what, setWhat] = useState<What>('hide');
  const [role, setRole] = useState<MentionKind | ''>('');
  const [name, setName] = useState(edge.to.name.slice(0, 300));
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The button that opened the form is gone: the keyboard goes on inside it.
    if (step.at === 'asking') first.current?.focus();
  }, [step.at]);
  // Relations between things follow from names; what a paper says is what can be read wrongly.
  if (edge.from.type !== 'paper' || edge.to.type === 'paper') return null;
  const type: MentionType = edge.to.type;
  const paper = edge.from.id.replace(/^paper:/, '');
  const save = (): void => {
    const decision: Decision =
      what === 'hide'
        ? { kind: 'hide', edge: edge.id }
        : {
            kind: 'correct',
            paper,
            entity: edge.to.id,
            ...(what === 'role' && role !== '' ? { role } : {}),
            ...(what === 'name' ? { name: name.trim() } : {}),
          };
    setStep({ at: 'saving' });
    decide(app, decision)
      .then(() => setStep({ at: 'closed' }))
      .catch((cause: unknown) => setStep({ at: 'failed', failure: toFailure(cause) }));
  };
  if (step.at === 'closed')
    return (
      <button type="button" className="link-button wrong-open" data-testid="wrong" onClick={() => setStep({ at: 'asking' })}>
        {t.w.wrong}
      </button>
    );
  const isReady =
    what === 'hide' || (what === 'role' ? role !== '' && role !== edge.role : name.trim() !== '' && name.trim() !== edge.to.name);
  const choice = (value: What, words: string) => (
    <label className="check">
      <input
        type="radio"
        ref={value === 'hide' ? first : undefined}
        name={id}
        data-testid={`wrong-${value}`}
        checked={what === value}
        onChange={() => setWhat(value)}
      />
      {words}
    </label>
  );
  return (
    <form
      className="wrong"
      data-testid="wrong-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save();
      }}
    >
      <fieldset disabled={step.at === 'saving'}>
        <legend>{t.w.wrongTitle}</legend>
        {choice('hide', t.w.wrongHide)}
        {choice('role', t.w.wrongRole)}
        {what === 'role' && (
          <select
            className="field-select"
            aria-label={t.w.newRole}
            data-testid="wrong-new-role"
            value={role}
            onChange={(event) => setRole(event.target.value as MentionKind)}
          >
            <option value="">{t.w.newRole}</option>
            {rolesFor(type)
              .filter((kind) => kind !== edge.role)
              .map((kind) => (
                <option key={kind} value={kind}>
                  {t.w.kinds[kind]}
                </option>
              ))}
          </select>
        )}
        {choice('name', t.w.wrongName)}
        {what === 'name' && (
          <>
            <input
              className="field-input"
              aria-label={t.w.newName}
              data-testid="wrong-new-name"
              maxLength={300}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <p className="quiet">{t.w.newNameHint}</p>
          </>
        )}
        {step.at === 'failed' && (
          <p className="is-unsure" role="alert">
            {describeFailure(step.failure, t).title}. {describeFailure(step.failure, t).text}
          </p>
        )}
        <div className="wrong-actions">
          <button type="submit" className="button is-main" data-testid="wrong-save" disabled={!isReady}>
            {step.at === 'saving' ? t.w.saving : t.w.save}
          </button>
          <button type="button" className="button" onClick={() => setStep({ at: 'closed' })}>
            {t.w.cancel}
          </button>
        </div>
        <p className="quiet">{t.w.decisionKept}</p>
      </fieldset>
    </form>
  );
}
