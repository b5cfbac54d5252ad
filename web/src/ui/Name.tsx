// A name in the reader's language with the other one beside it. Text only; direction is kept inside.
import { namesOf } from '../i18n/format.ts';
import { useWords } from './AppContext.tsx';

export function Name({ node }: { node: { readonly name: string; readonly nameZh: string | null } }) {
  const { lang } = useWords();
  const { main, other } = namesOf(node, lang);
  return (
    <>
      <bdi className="name">{main}</bdi>
      {other !== null && (
        <bdi className="name-other" lang={lang === 'zh' ? 'en' : 'zh-CN'}>
          {' '}
          {other}
        </bdi>
      )}
    </>
  );
}
