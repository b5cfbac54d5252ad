// Every state that is not the normal one: what happened, and what to do next.
import type { ReactNode } from 'react';
import type { ApiFailure } from '../api/failure.ts';
import type { Dictionary } from '../i18n/dictionary.ts';

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly command?: string;
  readonly children?: ReactNode;
  readonly testId?: string;
  readonly isAlert?: boolean;
}

export const Notice = ({ title, text, command, children, testId, isAlert }: Props) => (
  <div className="notice" data-testid={testId} role={isAlert ? 'alert' : undefined}>
    <h2>{title}</h2>
    {text && <p>{text}</p>}
    {command && <pre>{command}</pre>}
    {children}
  </div>
);

/** A failed request in the reader's words, with the server's own below when it gave any. */
export function describeFailure(failure: ApiFailure, t: Dictionary): { title: string; text: string; command?: string } {
  if (failure.kind === 'offline') return { title: t.offlineTitle, text: t.offlineNext, command: t.offlineCommand };
  if (failure.kind === 'not-found') return { title: t.notFound, text: t.notFoundNext };
  if (failure.kind === 'bad-answer') return { title: t.errorTitle, text: t.badAnswer };
  return { title: t.errorTitle, text: [failure.message, failure.hint].filter(Boolean).join('. ') };
}
