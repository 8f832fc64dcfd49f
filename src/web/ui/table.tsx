// Tables of data: plain HTML tables that print, with a heading row that stays in sight and a frame that scrolls sideways by keyboard too.
// Columns are made by a function outside the component that shows them: `columns={historyColumns(texts)}`.
import type { ReactNode } from 'react';
import { useTexts } from '../texts/index.ts';
import { useOverflow } from './use-overflow.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** `number` aligns right; `nowrap` never breaks (dates); `code` has room for a usual case number and breaks a longer one; `action` is
   * something to press, and not printed. */
  readonly kind?: 'text' | 'number' | 'nowrap' | 'code' | 'action';
  /** The column that names the row; read out with each cell. */
  readonly isRowHeader?: boolean;
  readonly width?: string;
}

export interface TableProps<Row> {
  /** Read out as the table's name; not shown unless `showsCaption`. */
  readonly caption: string;
  readonly showsCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** A row that calls for attention, or is the current one. */
  readonly rowTone?: (row: Row) => 'none' | 'current' | 'notice' | 'bad';
  /** An anchor that an address can lead to. */
  readonly rowId?: (row: Row) => string;
  /** On narrow screens each row is a card, its cells under one another, each after its column's title. */
  readonly stacks?: boolean;
  /** Shown when there is no row. */
  readonly empty?: ReactNode;
  /** A last row, such as totals. */
  readonly footer?: ReactNode;
  /** Frame of limited height with its own scrolling; else the page scrolls. */
  readonly maxHeight?: string;
}

export function Table<Row>({
  caption,
  showsCaption = false,
  columns,
  rows,
  rowKey,
  rowTone,
  rowId,
  stacks = false,
  empty,
  footer,
  maxHeight,
}: TableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <Frame caption={caption} maxHeight={maxHeight}>
      <table className={stacks ? 'table table--stacks' : 'table'}>
        <caption className={showsCaption ? undefined : 'for-readers'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cellClass(column)} style={{ width: column.width }}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              {...(rowId && { id: rowId(row), tabIndex: -1 })}
              className={`row--${rowTone?.(row) ?? 'none'}`}
              aria-current={rowTone?.(row) === 'current' ? 'true' : undefined}
            >
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {footer !== undefined && <tfoot>{footer}</tfoot>}
      </table>
    </Frame>
  );
}

interface FrameProps {
  readonly caption: string;
  readonly maxHeight: string | undefined;
  readonly children: ReactNode;
}

function Frame({ caption, maxHeight, children }: FrameProps) {
  const texts = useTexts().ui;
  const [frame, overflows] = useOverflow<HTMLDivElement>();
  const scrolls = overflows || maxHeight !== undefined;
  return (
    <div
      ref={frame}
      className={scrolls ? 'table-frame table-frame--scrolls' : 'table-frame'}
      style={{ maxHeight }}
      // A frame that scrolls must be reachable by keyboard, so it is a named region in the tab order.
      {...(scrolls && { role: 'region', tabIndex: 0, 'aria-label': `${caption}（${texts.scrollable}）` })}
    >
      {children}
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (column.isRowHeader)
    return (
      <th scope="row" className={cellClass(column)}>
        {column.cell(row)}
      </th>
    );
  return (
    <td className={cellClass(column)} data-title={column.title}>
      {column.cell(row)}
    </td>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return `cell--${column.kind ?? 'text'}`;
}
