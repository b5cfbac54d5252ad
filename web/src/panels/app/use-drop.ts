// A file dropped anywhere on the page, or text pasted outside of a field, is a report to preview.
import { useEffect, useState } from 'react';
import { useApp } from '../../ui/AppContext.tsx';

/** Shorter text is a name somebody pasted by mistake, not a digest. */
const MIN_PASTE = 200;
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Whether a file is held over the page. */
export function useDrop(): boolean {
  const { ui } = useApp();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const open = (name: string, bytes: Blob): void => ui.patch({ dialog: 'add', dropped: { name, bytes } });
    const onOver = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      if (!hasFile(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) open(file.name, file);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (isField(event.target) || ui.get().dialog !== null) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file) open(file.name, file);
      else if (text.length >= MIN_PASTE) open('pasted.md', new Blob([text]));
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, [ui]);
  return isOver;
}
