// Labels as users know them: without `Entity`, and without the prefix that a shared database may need (`PAPERLOOM_LABEL_PREFIX`).
import { NODE_LABELS, type NodeLabel } from './ontology.ts';

export function ownLabels(labels: readonly string[]): NodeLabel[] {
  return NODE_LABELS.filter((name) => labels.some((label) => label.endsWith(name)));
}
