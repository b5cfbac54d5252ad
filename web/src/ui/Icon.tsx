// Line icons of the interface, all 20 by 20, taking the colour of the text.
const PATHS = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM13.2 13.2L17 17',
  help: 'M7.3 7.4a2.8 2.8 0 1 1 4.2 2.5c-.9.5-1.5 1-1.5 2.1M10 15.2v.1',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7zM10 1.8v1.7M10 16.5v1.7M1.8 10h1.7M16.5 10h1.7M4.2 4.2l1.2 1.2M14.6 14.6l1.2 1.2M4.2 15.8l1.2-1.2M14.6 5.4l1.2-1.2',
  moon: 'M16.5 11.8A7 7 0 1 1 8.2 3.5a5.5 5.5 0 0 0 8.3 8.3z',
  system: 'M3 4.5h14v9H3zM7.5 17h5M10 13.5V17',
  close: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  target: 'M10 5.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10 2v3.500M10 14.500V18M2 10h3.500M14.5 10H18',
  link: 'M8 5H4.500v10.500H15V12M11.5 4H16v4.500M16 4l-7 7',
  quote: 'M4 5.500h12v8H10l-3.5 3v-3H4z',
  chevron: 'M7 5l5 5l-5 5',
  back: 'M12 5l-5 5l5 5',
  map: 'M5 6.500a1.5 1.5 0 1 0 0-.01M14.5 5a1.5 1.5 0 1 0 0-.01M11 15a1.5 1.5 0 1 0 0-.01M6.3 6.800L9.8 13.800M6.5 6l6.5-.8M13.8 6.400l-2.6 7.2',
  filter: 'M3.5 5h13M6 10h8M8.5 15h3',
  undo: 'M7.5 4L3.5 8l4 4M3.5 8h8.500a4.500 4.500 0 0 1 0 9H8',
  redo: 'M12.5 4l4 4l-4 4M16.5 8H8a4.500 4.500 0 0 0 0 9h4',
  command: 'M4 5.500h12v9H4zM6.5 8.500l2 1.500l-2 1.500M10.500 11.500h3',
  add: 'M10 13V4M6.500 7.500L10 4l3.500 3.500M4 13v3h12v-3',
  lasso:
    'M10 3.500c4 0 7 1.900 7 4.500s-3 4.500-7 4.500c-1.200 0-2.300-.2-3.300-.5M6.700 12C4.500 11.200 3 9.800 3 8c0-2.600 3-4.500 7-4.500M6.700 12a1.600 1.600 0 1 0-1 2.600c1.500.4 1.300 1.600.3 2.400',
  split: 'M3.500 4h13v12h-13zM10 4v12',
  panel: 'M3.5 4h13v12h-13zM11 4v12',
} as const;
export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
