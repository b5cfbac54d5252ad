// Dates, percentages and names as the reader's language writes them.
import type { Lang } from '../../../src/shared/ontology.ts';

const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', zh: 'zh-CN' };
const ISO_DATE = /^\d{4}-\d{2}-\d{2}/;

/** A digest date (no time zone) in words; anything else comes back as it is. */
export function formatDate(date: string, lang: Lang, style: 'medium' | 'short' = 'medium'): string {
  if (!ISO_DATE.test(date)) return date;
  const parsed = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return date;
  const options: Intl.DateTimeFormatOptions = style === 'medium' ? { dateStyle: 'medium' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(LOCALES[lang], { ...options, timeZone: 'UTC' }).format(parsed);
}

export const formatPercent = (share: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang], { style: 'percent', maximumFractionDigits: 0 }).format(share);

interface Named {
  readonly name: string;
  readonly nameZh: string | null;
}
/** The name in the reader's language first, the other one beside it when there is one. */
export function namesOf(node: Named, lang: Lang): { main: string; other: string | null } {
  if (!node.nameZh || node.nameZh === node.name) return { main: node.name, other: null };
  return lang === 'zh' ? { main: node.nameZh, other: node.name } : { main: node.name, other: node.nameZh };
}
