// The sentence that says so: and where it stands, how sure the reading is and which rule made it.
import type { ScoreRelation } from '../../../../src/shared/api/edges.ts';
import type { Evidence, SourcedEvidence } from '../../../../src/shared/evidence.ts';
import { UNSURE_BELOW } from '../../graph/edge-style.ts';
import { formatDate, formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { EvidenceQuote } from './EvidenceQuote.tsx';
import { PaperLink } from './PaperLink.tsx';

export const EvidenceView = ({ evidence }: { evidence: SourcedEvidence }) => <Figure evidence={evidence} reading={evidence} />;

interface ScoreProps {
  readonly evidence: Evidence;
  readonly source: string;
  readonly date: string;
  readonly relation: ScoreRelation | null;
  readonly benchmark: string;
  readonly url: string;
}

/** The sentence of a reported number; how sure the reading is stands with what its paper is said to do with the benchmark. */
export function ScoreEvidence({ evidence, source, date, relation, benchmark, url }: ScoreProps) {
  const { t } = useWords();
  return (
    <>
      <Figure
        evidence={{ ...evidence, source, date }}
        reading={relation}
        claim={relation ? `${t.roles[relation.type]} ${benchmark}` : ''}
        note={t.v.settings}
      />
      <PaperLink url={url} />
    </>
  );
}

interface FigureProps {
  readonly evidence: Evidence & Pick<SourcedEvidence, 'source' | 'date'>;
  readonly reading: Pick<SourcedEvidence, 'confidence' | 'rule'> | null;
  /** What the confidence is about, when it is not the sentence itself. */
  readonly claim?: string;
  readonly note?: string;
}

function Figure({ evidence, reading, claim = '', note = '' }: FigureProps) {
  const { t, lang } = useWords();
  const isUnsure = reading !== null && reading.confidence < UNSURE_BELOW;
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
          {reading && (
            <>
              <div>
                <dt>{t.confidence}</dt>
                <dd className={isUnsure ? 'is-unsure' : undefined} data-testid="confidence">
                  {formatPercent(reading.confidence, lang)}
                  {isUnsure && ` (${t.unconfirmed})`}
                  {claim !== '' && (
                    <>
                      {' · '}
                      <bdi>{claim}</bdi>
                    </>
                  )}
                </dd>
              </div>
              <div>
                <dt>{t.rule}</dt>
                <dd>
                  <code>{reading.rule}</code>
                </dd>
              </div>
            </>
          )}
        </dl>
        {note !== '' && <p className="quiet">{note}</p>}
      </figcaption>
    </figure>
  );
}
