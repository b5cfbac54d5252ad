// All sentences of one edge, or, for an edge that follows from names alone, that it has none.
import type { EdgeView } from '../../../../src/shared/api/edges.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { WrongBox } from '../decisions/WrongBox.tsx';
import { EvidenceView } from './EvidenceView.tsx';

export function EvidenceList({ edge }: { edge: EdgeView }) {
  const { t } = useWords();
  if (edge.evidence.length === 0) {
    return (
      <p className="quiet" data-testid="no-evidence">
        {t.noEvidence}. {t.noEvidenceNext}
      </p>
    );
  }
  return (
    <>
      {edge.evidence.map((evidence) => (
        <EvidenceView key={`${evidence.source}:${evidence.start}:${evidence.rule}`} evidence={evidence} />
      ))}
      <WrongBox edge={edge} />
    </>
  );
}
