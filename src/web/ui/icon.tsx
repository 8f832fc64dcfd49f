// Our own line icons on a 20 × 20 grid. They never stand alone: the text beside them says the same, so they are hidden from readers.
const shapes = {
  search: 'M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm4.3-1.7L17.5 17.5',
  history: 'M3 10a7 7 0 1 0 2.2-5.1M3 3.5V7h3.5M10 6.5V10l2.6 1.8',
  month: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5M7 12.5l2 1.8 4-3.6',
  sample: 'M4 3.5h8l4 4v9H4zM7 9h6M7 12h3M12.2 14.2l1.4 1.4 2.6-2.8',
  key: 'M7 13.5a3.5 3.5 0 1 1 3-5.3h7V11h-2v2h-2.4v-2H10a3.5 3.5 0 0 1-3 2.5Z',
  leave: 'M11.5 4H4.5v12h7M9 10h8M14 7l3 3-3 3',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5 5 15',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  check: 'M4 10.5l4 4 8-9',
  print: 'M6 7V3.5h8V7M6 14H3.5V7.5h13V14H14M6 11.5h8v5H6z',
  download: 'M10 3v9M6.5 8.8 10 12.3l3.5-3.5M3.5 15.5v1h13v-1',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5Zm8 2.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  'eye-off': 'M3.5 3.5l13 13M5.5 6.3C3.3 7.8 2 10 2 10s3 5 8 5c1.3 0 2.5-.3 3.5-.8M8.2 5.2C8.8 5.1 9.4 5 10 5c5 0 8 5 8 5s-.9 1.5-2.5 2.9',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  left: 'M12.5 4.5 7 10l5.5 5.5',
  right: 'M7.5 4.5 13 10l-5.5 5.5',
  down: 'M5 7.5l5 5 5-5',
  warning: 'M10 3 2.5 16.5h15zM10 8v4M10 14v.6',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9v5M10 6v.6',
  refused: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM5 15 15 5',
  book: 'M10 5.5C8 4 5.5 3.5 3 3.5v11.5c2.5 0 5 .5 7 2 2-1.5 4.5-2 7-2V3.5c-2.5 0-5 .5-7 2ZM10 5.5V17',
  plot: 'M3.5 3.5v13h13M7 14v-3.5M10.5 14V7M14 14V9.5',
  people:
    'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.5 16.5V15a3.5 3.5 0 0 1 3.5-3.5h3a3.5 3.5 0 0 1 3.5 3.5v1.5M12.6 9.3a2.7 2.7 0 0 0 0-5.2M14.6 11.7a3.4 3.4 0 0 1 2.9 3.3v1.5',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  link: 'M8 3v4M12 3v4M5.5 7h9v3a4.5 4.5 0 0 1-9 0ZM10 14.5V18',
  review: 'M3.5 4.5h8M3.5 9h5M3.5 13.5h4M13 15a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm2.5-1 2.3 2.5',
  plus: 'M10 4v12M4 10h12',
  language:
    'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM2.5 10h15M10 2.5c2.2 2 3.2 4.6 3.2 7.5s-1 5.5-3.2 7.5c-2.2-2-3.2-4.6-3.2-7.5S7.8 4.5 10 2.5Z',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={shapes[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
