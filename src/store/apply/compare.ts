// Whether what is stored is what is wanted, by the same canonical form that the fingerprint is made of.
import { canonicalItem } from '../../shared/fingerprint.ts';

export function isSame(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return canonicalItem({ key: '', properties: a }) === canonicalItem({ key: '', properties: b });
}
