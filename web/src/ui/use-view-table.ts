// Tells the export menu what the table on screen holds, as long as it is there.
import { useEffect } from 'react';
import { useApp } from './AppContext.tsx';

export function useViewTable(make: () => readonly (readonly (string | number)[])[]): void {
  const { ui } = useApp();
  useEffect(() => {
    ui.patch({ viewTable: make });
    return () => {
      if (ui.get().viewTable === make) ui.patch({ viewTable: null });
    };
  }, [ui, make]);
}
