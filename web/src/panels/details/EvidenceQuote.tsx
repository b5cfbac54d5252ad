// A sentence with its quote marked and the name in it emphasised.
import type { Evidence } from '../../../../src/shared/evidence.ts';
import { type EvidencePart, toEvidenceParts } from '../../state/evidence-parts.ts';

function Part({ part }: { part: EvidencePart }) {
  const inner = part.isName ? <strong>{part.text}</strong> : part.text;
  return part.isQuote ? <mark>{inner}</mark> : <span>{inner}</span>;
}

export const EvidenceQuote = ({ evidence }: { evidence: Evidence }) => (
  <blockquote dir="auto" data-testid="evidence-quote">
    {toEvidenceParts(evidence).map((part) => (
      <Part key={part.at} part={part} />
    ))}
  </blockquote>
);
