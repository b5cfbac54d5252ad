// The way out to the paper itself; an address that is not http(s) is said to be none.
import { toSafeUrl } from '../../state/safe-url.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';

export function PaperLink({ url }: { url: string }) {
  const { t } = useWords();
  const href = toSafeUrl(url);
  if (href === null) return <p className="quiet">{t.noSafeLink}</p>;
  return (
    <a className="paper-link" data-testid="paper-link" href={href} target="_blank" rel="noopener noreferrer">
      {t.openPaper}
      <Icon name="link" />
    </a>
  );
}
