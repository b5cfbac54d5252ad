// The sentence that says so: and where it stands, how sure the reading is and which rule made it.
import type { SourcedEvidence } from '../../../../src/shared/evidence.ts';
import { UNSURE_BELOW } from '../../graph/edge-style.ts';
import { formatDate, formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { EvidenceQuote } from './EvidenceQuote.tsx';

export function EvidenceView({ evidence }: { evidence: SourcedEvidence }) {
  const { t, lang } = useWords();
  const isUnsure = evidence.confidence < UNSURE_BELOW;
  return (
    <figure className="evidence" data-testid="evidence">
      <EvidenceQuote evidence={evidence} />
      <figcaption>
        <dl className="facts">
          {evidence.section !== '' && (
            <div>
              <dt>{t.section}</dt>
              <dd>
                <bdi>{evidence.section}</bdi>
              </dd>
            </div>
          )}
          <div>
            <dt>{t.source}</dt>
            <dd>
              <bdi>{evidence.source}</bdi>
            </dd>
          </div>
          {evidence.date !== '' && (
            <div>
              <dt>{t.date}</dt>
              <dd>{formatDate(evidence.date, lang)}</dd>
            </div>
          )}
          <div>
            <dt>{t.confidence}</dt>
            <dd className={isUnsure ? 'is-unsure' : undefined}>
              {formatPercent(evidence.confidence, lang)}
              {isUnsure && ` (${t.unconfirmed})`}
            </dd>
          </div>
          <div>
            <dt>{t.rule}</dt>
            <dd>
              <code>{evidence.rule}</code>
            </dd>
          </div>
        </dl>
      </figcaption>
    </figure>
  );
}
